"""How Chinese sounds: words by frequency, rules for single characters, conversions, the tones of GB/T 16159."""

import re

import pytest

from pipeline.script.corrections import table
from pipeline.script.readings import DATA, as_simplified, readings, spelt, usual

ROWS = table(DATA)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['character']}-{row['example']}")
def test_each_rule_has_a_case_and_a_reason(row: dict[str, str]) -> None:
    pairs = zip(row["example"], readings(row["example"]), strict=True)
    assert [sound for character, sound in pairs if character == row["character"]][-1] == row["heard"]
    assert row["heard"] == row["reading"] and row["why"]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("银行行长, OK", "yín háng háng zhǎng"),
        ("重审批", "zhòng shěn pī"),  # 重审, to try a case again, is no word of it
        ("重庆", "chóng qìng"),
        ("项目的", "xiàng mù de"),  # 目的 is none either
        ("英文传记", "yīng wén zhuàn jì"),
        ("推行市场准入", "tuī xíng shì chǎng zhǔn rù"),
        ("由县长任组长", "yóu xiàn zhǎng rèn zǔ zhǎng"),
        ("增长周期长", "zēng zhǎng zhōu qī cháng"),
        ("目的地和建设用地", "mù dì dì hé jiàn shè yòng dì"),
        ("有效地管理地级市", "yǒu xiào de guǎn lǐ dì jí shì"),
        ("为企业服务，改为公司", "wèi qǐ yè fú wù gǎi wéi gōng sī"),
        ("为20家银行服务", "wèi jiā yín háng fú wù"),
        ("两只基金只有一只", "liǎng zhī jī jīn zhǐ yǒu yī zhī"),
        ("三处地方，处三年徒刑", "sān chù dì fāng chǔ sān nián tú xíng"),
        ("还有贷款未还清", "hái yǒu dài kuǎn wèi huán qīng"),
        ("供给侧", "gōng jǐ cè"),
        ("", ""),
    ],
)
def test_readings_follow_the_context(text: str, heard: str) -> None:
    assert " ".join(filter(None, readings(text))) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("一个", "yī gè"),
        ("一条", "yī tiáo"),
        ("不是", "bù shì"),
        ("第一", "dì yī"),
        ("一事一议", "yī shì yī yì"),
    ],
)
def test_tones_are_those_of_the_character_alone(text: str, heard: str) -> None:
    assert " ".join(readings(text)) == heard


@pytest.mark.parametrize(
    ("text", "source", "heard"),
    [
        ("積體電路", "集成电路", "jī tǐ diàn lù"),  # another word of the same length
        ("網路與行情", "网络与行情", "wǎng lù yǔ háng qíng"),
        ("應用程式", "应用", "yìng yòng chéng shì"),  # one of another length
        ("銀行業", "", "yín háng yè"),
        ("這裏的重慶", "这里的重庆", "zhè lǐ de chóng qìng"),
        ("著作", "著作", "zhù zuò"),  # which Taiwan writes for 着 as well
        ("看著", "看着", "kàn zhe"),
    ],
)
def test_a_conversion_is_read_as_the_words_that_it_has(text: str, source: str, heard: str) -> None:
    assert " ".join(readings(as_simplified(text, source))) == heard


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("新创企业", "xīnchuàng qǐyè"),
        ("「3+N」产业基金集群", "“3+N” chǎnyè jījīn jíqún"),
        ("（试行）办法", "(shìxíng) bànfǎ"),
        ("人工智慧", "réngōng zhìhuì"),
        ("西安", "xī’ān"),
        ("A股", "A gǔ"),
        ("P2P贷款", "P2P dàikuǎn"),
    ],
)
def test_a_term_is_spelt_word_by_word(text: str, written: str) -> None:
    assert spelt(text) == written


def test_what_is_no_han_character_has_no_reading() -> None:
    assert readings("A股5%，\n😀") == ("", "gǔ", "", "", "", "", "")
    assert usual("行") == "xíng" and usual("，") == ""


def test_readings_are_syllables_with_their_tone() -> None:
    for row in ROWS:
        assert all(
            re.fullmatch(r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]*", sound) for sound in readings(row["example"])
        )
