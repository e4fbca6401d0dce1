"""duizhao.toml: what it says, and each mistake with its line and a way out."""

import pytest

from pipeline.errors import WorkspaceError
from pipeline.formats.fonts import FontSetting
from pipeline.model import Finding, Location, Severity, Style
from pipeline.workspace.publishing import Site
from pipeline.workspace.settings import Settings, parse
from pipeline.workspace.severities import Severities

CODES = frozenset({"fuzzy", "term-missing"})


def read(text: str) -> Settings:
    return parse(text, "duizhao.toml", CODES)


def test_an_empty_file_is_the_defaults() -> None:
    settings = read("")
    assert settings == Settings()
    assert settings.all_editions == ("zh-Hans", "zh-Hant", "en", "parallel")


def test_every_setting_is_read() -> None:
    settings = read(
        'title = "文集"\nlanguages = ["en", "zh-Hant-HK"]\neditions = ["en"]\nformats = ["html"]\nreferences = "file"\n'
        '[edition]\nvocabulary = "full"\npaper = "us-letter"\nlayout = "stacked"\nterm-notes = ["policy"]\nmarks = []\nmodel = "zh_core_web_sm"\n'
        '[site]\naddress = "https://e.org/papers"\nedit = "https://e.org/{path}#L{line}"\n'
        '[fonts]\nzh = ["Kai"]\nen = ["Charter"]\nfolders = ["fonts"]\ninstalled = false\nembed = true\n'
        '[check]\nfail-on = "never"\nbaseline = "known.json"\nenglish = "gb"\nwords = ["Fintechs"]\n'
        '[check.house-style]\n"going forward" = "say when"\n[check.severity]\nfuzzy = "error"\nterm-missing = "off"\n'
    )
    assert settings == Settings(
        title="文集",
        languages=("zh-Hant-HK", "en"),
        editions=("en",),
        formats=("html",),
        references="file",
        vocabulary="full",
        paper="us-letter",
        layout="stacked",
        term_notes=("policy",),
        marks=(),
        site=Site("https://e.org/papers/", "https://e.org/{path}#L{line}"),
        fonts=FontSetting({"zh": ("Kai",), "en": ("Charter",)}, ("fonts",), installed=False),
        embed_fonts=True,
        model="zh_core_web_sm",
        fail_on="never",
        severity=Severities({"fuzzy": Severity.ERROR, "term-missing": None}),
        baseline="known.json",
        style=Style("gb", frozenset({"fintechs"}), {"going forward": "say when"}),
    )
    assert settings.all_editions == ("en",)


MISTAKES = [
    ('titel = "x"', "duizhao.toml:1: there is no setting `titel`: did you mean `title`?"),
    ('\n\ncolour = "red"', "duizhao.toml:3: there is no setting `colour`: known are title"),
    ("title = 1", "duizhao.toml:1: `title` has to be a text in quotation marks"),
    ('languages = "en"', "duizhao.toml:1: `languages` has to be a list of texts in square brackets"),
    ('languages = ["fr"]', "duizhao.toml:1: `languages` can hold zh-Hant, zh-Hant-HK, en, not 'fr'"),
    (
        'languages = ["en"]\neditions = ["zh-Hant"]',
        "duizhao.toml:2: `editions` can hold zh-Hans, en, parallel",
    ),
    (
        '[check]\nfail-on = "always"',
        "duizhao.toml:2: `fail-on` is one of error, warning, never, not 'always'",
    ),
    ('[edition]\nmarks = ["notes"]', "duizhao.toml:2: `marks` can hold terms, names, figures, not 'notes'"),
    ('[check]\nenglish = "uk"', "duizhao.toml:2: `english` is one of us, gb, not 'uk'"),
    (
        "[check.house-style]\nforward = 1",
        "duizhao.toml:2: `forward` has to be a text in quotation marks",
    ),
    ('[check]\nfail_on = "error"', "duizhao.toml:2: there is no setting `fail_on`: did you mean `fail-on`?"),
    ('[check.severity]\nfuzy = "off"', "duizhao.toml:2: there is no setting `fuzy`: did you mean `fuzzy`?"),
    (
        '[check.severity]\nfuzzy = "bad"',
        "duizhao.toml:2: `fuzzy` is one of error, warning, note, off, not 'bad'",
    ),
    (
        '[check.language.fr.severity]\nfuzzy = "off"',
        "duizhao.toml:1: there is no setting `fr`: known are zh-Hant, en",
    ),
    (
        '[check.document.x.severity]\nfuzy = "off"',
        "duizhao.toml:2: there is no setting `fuzy`: did you mean `fuzzy`?",
    ),
    ('[check.document.x]\nfuzzy = "off"', "duizhao.toml:2: there is no setting `fuzzy`: known are severity"),
    (
        '[edition]\nlayout = "rows"',
        "duizhao.toml:2: `layout` is one of columns, stacked, not 'rows'",
    ),
    (
        '[site]\naddress = "example.org"',
        "duizhao.toml:2: `address` has to begin with https:// or http://",
    ),
    (
        '[site]\nedit = "javascript:alert(1)"',
        "duizhao.toml:2: `edit` has to begin with https:// or http://",
    ),
    (
        '[site]\n\nedit = "https://e.org/{file}"',
        "duizhao.toml:3: `edit` can hold {path}, {line}, {slug}, {language}, {id}, not {file}",
    ),
    ('[fonts]\nzh-hans = ["Kai"]', "duizhao.toml:2: there is no setting `zh-hans`: did you mean `zh-Hans`?"),
    ('[fonts]\nembed = "yes"', "duizhao.toml:2: `embed` is true or false, without quotation marks"),
    ('[fonts]\nzh = "Kai"', "duizhao.toml:2: `zh` has to be a list of texts in square brackets"),
    ("check = 1", "duizhao.toml:1: `check` is a table: write [check]"),
    ('title = "x\n', "duizhao.toml:1: no valid TOML"),
    ("\ntitle = ", "duizhao.toml:2: no valid TOML"),
    ('title = "a"\ntitle = "b"', "duizhao.toml:2: no valid TOML"),
]


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_mistake_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(WorkspaceError) as caught:
        read(text)
    assert str(caught.value).startswith(told)


def test_a_documents_severity_goes_before_a_languages_and_that_before_the_rest() -> None:
    severity = read(
        '[check.severity]\nfuzzy = "error"\n[check.language.en.severity]\nfuzzy = "note"\n'
        '[check.document."2024-*".severity]\nfuzzy = "off"\n[check.document.2024-b.severity]\nfuzzy = "warning"\n'
    ).severity
    fuzzy = Finding(Severity.WARNING, "fuzzy", "", Location(""))
    cases = {
        ("x", "zh-Hant"): Severity.ERROR,
        ("x", "en"): Severity.NOTE,
        ("2024-a", "en"): None,
        ("2024-b", "en"): Severity.WARNING,
        ("", ""): Severity.ERROR,
    }
    assert {place: severity.of(fuzzy, *place) for place in cases} == cases
    other = Finding(Severity.NOTE, "term-missing", "", Location(""))
    assert severity.of(other, "2024-a", "en") is Severity.NOTE


def test_a_pattern_that_fits_no_document_is_refused() -> None:
    severity = read('[check.document."2024-*".severity]\nfuzzy = "off"\n').severity
    severity.refuse_unknown(("2024-a", "b"))
    with pytest.raises(WorkspaceError, match="names '2024-\\*', which no document is"):
        severity.refuse_unknown(("b",))
