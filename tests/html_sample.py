"""Editions made by hand for the tests of the HTML writer: every kind of block, mark and state."""

from dataclasses import replace
from functools import cache

from pipeline.edition import select as cut
from pipeline.model import (
    Annotation,
    Container,
    Edition,
    EditionBlock,
    Kind,
    Passage,
    Row,
    State,
    Term,
)

ALL = ("zh-Hans", "zh-Hant", "zh-Hant-HK", "en")

SANDBOX = Term(
    id="regulatory-sandbox",
    chinese="监管沙盒",
    english="regulatory sandbox",
    kind="policy",
    traditional={"zh-Hant": "監管沙盒", "zh-Hant-HK": "監管沙盒"},
    admitted=("supervisory sandbox",),
    fields={
        "pinyin": "jiānguǎn shāhé",
        "definition": "A scheme under which firms test new products on real customers for a limited time.",
        "definition_zh": "允许企业在限定期限内向真实客户试行新产品的制度安排。",
        "source": "Financial Conduct Authority, 2015",
        "note": "Never “supervision sandbox”.",
    },
)
HANGZHOU = Term(
    id="hangzhou",
    chinese="杭州",
    english="Hangzhou",
    kind="place",
    fields={"definition": "The capital of Zhejiang Province."},
)
VOUCHER = Term(
    id="computing-voucher",
    chinese="算力券",
    english="computing voucher",
    kind="policy",
    acronym="CV",
    traditional={"zh-Hant": "算力券"},
    fields={"definition": "A subsidy that pays part of a firm’s bill for computing power."},
)
TERMS = (SANDBOX, HANGZHOU, VOUCHER)

_counter = iter(range(10**9))


def terms_in(text: str, terms: tuple[Term, ...] = TERMS) -> tuple[Annotation, ...]:
    """Marks each term's forms in a plain text."""
    found = []
    for term in terms:
        for form in {term.chinese, *term.traditional.values(), term.english}:
            at = text.find(form)
            if at >= 0:
                found.append(Annotation(at, at + len(form), "term", term.id))
    return tuple(found)


def passage(text: str, language: str, state: State = State.TRANSLATED, **more: object) -> Passage:
    """A passage whose terms are marked."""
    marks = terms_in(text) + tuple(more.pop("annotations", ()))  # type: ignore[arg-type]
    return Passage(text, language, state, annotations=marks, **more)  # type: ignore[arg-type]


def row(texts: tuple[str, str, str, str], name: str = "", gap: str = "", notes: tuple[str, ...] = ()) -> Row:
    """A row in all four languages; an English text that is empty is not translated yet."""
    hans, hant, hk, en = texts
    columns = [
        passage(hans, "zh-Hans"),
        passage(hant, "zh-Hant", State.MACHINE),
        passage(hk, "zh-Hant-HK", State.MACHINE),
        passage(en, "en", notes=notes) if en else passage(hans, "zh-Hans", State.UNTRANSLATED),
    ]
    return Row(name or f"s-{next(_counter):012x}", tuple(columns), gap)


def block(
    kind: Kind,
    *rows: Row,
    level: int = 0,
    label: str = "",
    inside: tuple[Container, ...] = (),
    text: str = "",
) -> EditionBlock:
    """A block of rows."""
    return EditionBlock(kind, level, label, inside, rows, text)


def paragraph(*rows: Row, inside: tuple[Container, ...] = ()) -> EditionBlock:
    """A paragraph of rows."""
    return block(Kind.PARAGRAPH, *rows, inside=inside)


def edition(*blocks: EditionBlock, languages: tuple[str, ...] = ALL, **changes: object) -> Edition:
    """An edition with some of the languages of its blocks."""
    whole = Edition("sample", "sample", ALL, ("示例",) * 3 + ("Sample",), {}, blocks, TERMS)
    return replace(select(whole, languages), **changes)  # type: ignore[arg-type]


def select(whole: Edition, languages: tuple[str, ...]) -> Edition:
    """The same edition with some of its languages."""
    return cut(whole, whole.name, languages)


@cache
def rich() -> Edition:
    """A short article with everything in it: lists, a table, a quotation, notes, gaps, code, a rule."""
    bullets, numbers = Container("list", 1), Container("list", 5, "3")
    quote, table = Container("quote", 9), Container("table", 10)
    note = Container("note", 20, "fca")
    blocks = (
        block(
            Kind.TITLE,
            row(
                (
                    "沙盒里的城市：试验如何变成规则",
                    "沙盒裡的城市：試驗如何變成規則",
                    "沙盒裏的城市：試驗如何變成規則",
                    "Cities in a Sandbox: How Trials Become Rules",
                ),
                name="s-7171e0000001",
            ),
        ),
        block(
            Kind.METADATA,
            row(("地方政策研究札记",) + ("地方政策研究札記",) * 2 + ("Notes on local policy",)),
            label="subtitle",
        ),
        block(Kind.METADATA, row(("林一舟",) * 3 + ("Lin Yizhou",)), label="author"),
        block(
            Kind.METADATA,
            row(
                (
                    "本文说明三种常见的政策工具，以及它们为什么先在一座城市里试行。",
                    "本文說明三種常見的政策工具，以及它們為什麼先在一座城市裡試行。",
                    "本文說明三種常見的政策工具，以及它們為甚麼先在一座城市裏試行。",
                    "This article explains three common policy instruments, and why each is tried in one city first.",
                )
            ),
            label="description",
        ),
        block(
            Kind.HEADING,
            row(("先试，再写规则",) + ("先試，再寫規則",) * 2 + ("Try first, then write the rule",)),
            level=2,
        ),
        paragraph(
            row(
                (
                    "监管沙盒并不是“没有规则”，而是把规则写得更窄：人数、金额和期限都有上限。[^fca]",
                    "監管沙盒並不是「沒有規則」，而是把規則寫得更窄：人數、金額和期限都有上限。[^fca]",
                    "監管沙盒並不是「沒有規則」，而是把規則寫得更窄：人數、金額和期限都有上限。[^fca]",
                    "A regulatory sandbox is not “no rules”; it is rules drawn more narrowly, with caps on customers, amounts and time.[^fca]",
                ),
                name="s-aaaa00000001",
            ),
            row(
                (
                    "2023年，杭州有 120 家企业提出申请，最后获批的只有 17 家——其余的被请回去**补材料**……",
                    "2023年，杭州有 120 家企業提出申請，最後獲批的只有 17 家——其餘的被請回去**補材料**……",
                    "2023年，杭州有 120 家企業提出申請，最後獲批的只有 17 家——其餘的被請回去**補材料**……",
                    "In 2023, 120 firms in Hangzhou applied and only 17 were admitted; the rest were sent back to *complete their papers* …",
                ),
                name="s-aaaa00000002",
                notes=("The Chinese says, more bluntly, that they were “invited home”.",),
            ),
            row(
                (
                    "有人问：“这公平吗？”回答往往是：“先看看《试行办法》怎么写。”",
                    "有人問：「這公平嗎？」回答往往是：「先看看《試行辦法》怎麼寫。」",
                    "有人問：「這公平嗎？」回答往往是：「先看看《試行辦法》怎麼寫。」",
                    "“Is that fair?” some asked. The usual answer: “See what the Trial Measures say first.”",
                ),
                name="s-aaaa00000003",
            ),
        ),
        paragraph(
            row(
                (
                    "另一种做法是发放算力券，让企业用得起 GPU 集群。",
                    "另一種做法是發放算力券，讓企業用得起 GPU 叢集。",
                    "另一種做法是發放算力券，讓企業用得起 GPU 集群。",
                    "Another approach is to hand out computing vouchers, so that firms can afford a GPU cluster.",
                ),
                name="s-aaaa00000004",
            ),
            row(
                ("这一句还没有译文，所以英文版照录中文。",)
                + ("這一句還沒有譯文，所以英文版照錄中文。",) * 2
                + ("",),
                name="s-aaaa00000005",
            ),
        ),
        block(
            Kind.HEADING,
            row(("三件常见的工具",) + ("三件常見的工具",) * 2 + ("Three common instruments",)),
            level=2,
        ),
        *(
            paragraph(row(texts), inside=(bullets, Container("item", 2 + n)))
            for n, texts in enumerate(
                (
                    ("监管沙盒：在限定范围内试行。",)
                    + ("監管沙盒：在限定範圍內試行。",) * 2
                    + ("Regulatory sandbox: a trial within limits.",),
                    ("算力券：按实际用量补贴，最高不超过五十万元。",)
                    + ("算力券：按實際用量補貼，最高不超過五十萬元。",) * 2
                    + ("Computing voucher: a subsidy by actual use, of at most RMB 500,000.",),
                    ("“最多跑一次”：一件事只到一个窗口。",)
                    + ("「最多跑一次」：一件事只到一個窗口。",) * 2
                    + ("“One visit at most”: one errand, one counter.",),
                )
            )
        ),
        *(
            paragraph(row(texts), inside=(numbers, Container("item", 6 + n)))
            for n, texts in enumerate(
                (
                    ("先由区里受理。",) * 3 + ("The district takes the application.",),
                    ("再由市里复核。",) + ("再由市裡複核。",) * 2 + ("The city reviews it.",),
                )
            )
        ),
        block(Kind.HEADING, row(("一张小表",) + ("一張小表",) * 2 + ("A small table",)), level=3),
        *(
            block(
                Kind.CELL,
                row(texts),
                label=align,
                inside=(table, Container("row", 30 + r, "head" if r == 0 else "")),
            )
            for r, cells in enumerate(
                (
                    (
                        ("年份",) * 3 + ("Year",),
                        ("申请",) + ("申請",) * 2 + ("Applied",),
                        ("获批",) + ("獲批",) * 2 + ("Admitted",),
                    ),
                    (("2022",) * 4, ("64",) * 4, ("9",) * 4),
                    (("2023",) * 4, ("120",) * 4, ("17",) * 4),
                )
            )
            for texts, align in zip(cells, ("left", "right", "right"), strict=True)
        ),
        paragraph(
            row(
                ("试点的意义，不在于成功，而在于失败得起。",)
                + ("試點的意義，不在於成功，而在於失敗得起。",) * 2
                + ("The point of a pilot is not that it succeeds but that it can afford to fail.",)
            ),
            inside=(quote,),
        ),
        block(Kind.CODE, text="duizhao build --edition parallel\n# <script>alert(1)</script>", label="sh"),
        block(Kind.RULE),
        paragraph(
            row(
                (
                    "更多资料见[示范文本](https://example.org/a?b=1&c=2)，或用 `duizhao serve` 预览。",
                    "更多資料見[示範文本](https://example.org/a?b=1&c=2)，或用 `duizhao serve` 預覽。",
                    "更多資料見[示範文本](https://example.org/a?b=1&c=2)，或用 `duizhao serve` 預覽。",
                    "For more see the [model text](https://example.org/a?b=1&c=2), or preview with `duizhao serve`.",
                )
            )
        ),
        paragraph(
            row(
                ("这一做法始于 2015 年的伦敦。",)
                + ("這一做法始於 2015 年的倫敦。",) * 2
                + ("The practice began in London in 2015.",)
            ),
            inside=(note,),
        ),
    )
    return Edition(
        slug="sandbox",
        name="parallel",
        languages=ALL,
        titles=(
            "沙盒里的城市：试验如何变成规则",
            "沙盒裡的城市：試驗如何變成規則",
            "沙盒裏的城市：試驗如何變成規則",
            "Cities in a Sandbox: How Trials Become Rules",
        ),
        metadata={
            "date": "2026-05-04",
            "source": "https://example.org/sandbox",
            "licence": "CC BY 4.0",
            "translator": "A. Reader",
        },
        blocks=blocks,
        terms=TERMS,
    )


def many(count: int) -> Edition:
    """An edition of about `count` segments: headings, and paragraphs of four sentences."""
    blocks: list[EditionBlock] = []
    for n in range(count // 4):
        if n % 12 == 0:
            blocks.append(
                block(Kind.HEADING, row((f"第{n}节",) + (f"第{n}節",) * 2 + (f"Section {n}",)), level=2)
            )
        blocks.append(paragraph(*(row(_long(n * 4 + k)) for k in range(4))))
    return edition(*blocks)


def _long(n: int) -> tuple[str, str, str, str]:
    return (
        f"第{n}条：监管沙盒由市里统筹，区里负责受理，企业可以在杭州申领算力券，每年最高不超过{n + 10}万元。",
        f"第{n}條：監管沙盒由市裡統籌，區裡負責受理，企業可以在杭州申領算力券，每年最高不超過{n + 10}萬元。",
        f"第{n}條：監管沙盒由市裏統籌，區裏負責受理，企業可以在杭州申領算力券，每年最高不超過{n + 10}萬元。",
        f"Article {n}: the city plans the regulatory sandbox, districts take applications, and firms in Hangzhou may draw a computing voucher of at most RMB {n + 10}0,000 a year.",
    )
