"""The words a page says in its own voice, in the languages of the editions."""

from collections.abc import Sequence

ENGLISH = "en"

_LANGUAGES = ("en", "zh-Hans", "zh-Hant", "zh-Hant-HK")

_TABLE = """
skip | Skip to the text | 跳至正文 | 跳至正文
home | All documents | 全部文档 | 全部文件 | 全部文件
view | View | 版式 | 版式
side | Side by side | 左右对照 | 左右對照
stacked | Stacked | 上下对照 | 上下對照
two | Both | 双语 | 雙語
script | Script | 字体 | 字體
display | Display | 显示 | 顯示
align | Align by | 对齐单位 | 對齊單位
paragraph | Paragraph | 段落 | 段落
sentence | Sentence | 句子 | 句子
reading | Reading aids | 阅读辅助 | 閱讀輔助
pinyin | Pinyin | 拼音 | 拼音
terms | Policy terms | 政策术语 | 政策術語
names | Names | 专名 | 專名
figures | Dates and figures | 日期与数字 | 日期與數字
theme | Colors | 颜色 | 顏色
auto | As the system | 跟随系统 | 跟隨系統
light | Light | 浅色 | 淺色
dark | Dark | 深色 | 深色
keys | Keyboard shortcuts | 键盘快捷键 | 鍵盤快速鍵 | 鍵盤快捷鍵
keys_on | Use single-key shortcuts | 启用单键快捷键 | 啟用單鍵快速鍵 | 啟用單鍵快捷鍵
contents | Contents | 目录 | 目錄
notes | Notes | 注释 | 註釋
translator_notes | Translator’s notes | 译注 | 譯註
remark | Translator’s note: | 译注： | 譯註：
glossary | Glossary | 术语表 | 術語表
about | About this edition | 关于本版 | 關於本版
untranslated | Not yet translated | 尚未译出 | 尚未譯出
fuzzy | Translation under review | 译文待审 | 譯文待審
also | Also rendered | 另译 | 另譯
source | Source | 出处 | 出處
authority | Authority | 依据 | 依據
note | Note | 说明 | 說明
uses | In the text | 见于 | 見於
back | Back to the text | 返回正文 | 返回正文
author | Author | 作者 | 作者
translator | Translator | 译者 | 譯者
date | Date | 日期 | 日期
licence | License | 许可 | 授權 | 許可
origin | Source | 来源 | 來源
language | Language | 语言 | 語言
state_translated | Translated by a person | 人工翻译 | 人工翻譯
state_machine | Converted by machine | 机器转换 | 機器轉換
state_fuzzy | Awaiting review | 待审 | 待審
state_untranslated | Not yet translated | 未译 | 未譯
status | Status | 状态 | 狀態
sentences | Sentences | 句数 | 句數
editions | Editions | 版本 | 版本
search | Search | 检索 | 檢索
search_hint | Chinese, pinyin or English | 中文、拼音或英文 | 中文、拼音或英文
results | Results | 结果 | 結果
nothing | Nothing found | 没有结果 | 沒有結果
copy_link | Copy link | 复制链接 | 複製連結 | 複製連結
copy_citation | Copy citation | 复制引文 | 複製引文
edit | Suggest an edit | 建议修改 | 建議修改
copied | Copied | 已复制 | 已複製
previous | Previous use | 上一处 | 上一處
next | Next use | 下一处 | 下一處
concordance | All uses | 全部用例 | 全部用例
tools | Sentence tools | 句子工具 | 句子工具
key_sentence | Next, previous sentence | 下一句、上一句 | 下一句、上一句
key_term | Next, previous term | 下一术语、上一术语 | 下一術語、上一術語
close | Close | 关闭 | 關閉
table | Table | 表格 | 表格
progress | Progress | 进度 | 進度
documents | Documents | 文档 | 文件 | 文件
done | Translated | 已完成 | 已完成
official | official | 官方译名 | 官方譯名
usage | usage | 通行译法 | 通行譯法
house | house | 本部自定 | 本部自定
numbered_table | tab. | 表 | 表
numbered_note | n. | 注 | 註
head_title | title | 标题 | 標題
head_subtitle | subtitle | 副题 | 副題
head_author | author | 作者 | 作者
head_description | abstract | 摘要 | 摘要
"""

SECTION = "§"
"""What stands for a part of the text that has no number or word."""

AUTHORITIES = ("official", "usage", "house")
"""What a row of the glossary says of how firm its rendering is, where it keeps to the house's three words."""

_NAMES = {"en": "English", "zh-Hans": "简体", "zh-Hant": "繁體（臺灣）", "zh-Hant-HK": "繁體（香港）"}


def _read(table: str) -> dict[str, dict[str, str]]:
    """One row a word: its key, then the languages in their order; Hong Kong's may follow Taiwan's."""
    words = {}
    for line in table.strip().splitlines():
        key, *cells = (cell.strip() for cell in line.split("|"))
        words[key] = dict(zip(_LANGUAGES, [*cells, cells[-1]], strict=False))
    return words


_WORDS = _read(_TABLE)


def word(key: str, language: str) -> str:
    """What the page says for `key`; English where the language has no words here."""
    return _WORDS[key].get(language, _WORDS[key][ENGLISH])


def numbered(key: str, number: int | str, languages: Sequence[str]) -> str:
    """A label with its number as the page of these languages writes it: n. 3, 注3."""
    language = page_language(languages)
    return f"{word(key, language)}{'' if is_chinese(language) else ' '}{number}"


def part(field: str, languages: Sequence[str]) -> str:
    """How a page of these languages calls a field at its head: title, subtitle; `§` where it has no word."""
    key = f"head_{field}"
    return word(key, page_language(languages)) if key in _WORDS else SECTION


def language_name(language: str) -> str:
    """A language's name in itself, as its readers look for it; the tag where it is unknown."""
    return _NAMES.get(language, language)


def is_chinese(language: str) -> bool:
    """Whether a BCP 47 tag names Chinese in any script."""
    return language == "zh" or language.startswith("zh-")


def page_language(languages: Sequence[str]) -> str:
    """The language in which a page speaks: English beside Chinese, otherwise the edition's own."""
    return ENGLISH if ENGLISH in languages else languages[0]
