"""Plain text brought in as Markdown: paragraphs and a title are recognised, every character is kept."""

import re

from pipeline.markup import parser, plain

_SENTENCE_END = re.compile(r"[。！？!?…：:；;.][”’」』）)\"']*$")
_MARKS = re.compile(r"[\\`*_\[\]<>&~|#!]")
_BLOCK_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_LONGEST_TITLE = 60


def to_markdown(text: str) -> str:
    """Gives the Markdown that reads as `text` does: a paragraph a block, the first as title if it is one."""
    paragraphs = [_escape(paragraph) for paragraph in _paragraphs(text)]
    if len(paragraphs) > 1 and is_title(paragraphs[0]):
        paragraphs[0] = f"# {paragraphs[0]}"
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def _paragraphs(text: str) -> list[str]:
    """A line a paragraph, unless empty lines set paragraphs apart and their lines are wrapped."""
    groups = [re.findall(r"\S[^\n]*", group) for group in re.split(r"\n[ \t\u3000]*\n", text)]
    groups = [[line.rstrip() for line in group] for group in groups if group]
    inner = [line for group in groups for line in group[:-1]]
    unfinished = sum(not _SENTENCE_END.search(line) for line in inner)
    if len(groups) > 1 and unfinished > len(inner) / 2:
        return ["\n".join(group) for group in groups]
    return [line for group in groups for line in group]


def is_title(paragraph: str) -> bool:
    """Whether the first paragraph of a text reads as its title: one short line without a sentence's end."""
    short = len(paragraph) <= _LONGEST_TITLE and "\n" not in paragraph
    return short and not re.search(r"[。；;，,.]$", paragraph)


def _escape(paragraph: str) -> str:
    """Puts a backslash where Markdown would take a character of the text for a mark."""
    if _reads_as_itself(paragraph):
        return paragraph
    escaped = _MARKS.sub(r"\\\g<0>", paragraph)
    return re.sub(
        r"(?m)" + _BLOCK_START.pattern,
        lambda m: m[1] + (m[2] + "\\" if m[2].isdigit() else "\\" + m[2]),
        escaped,
    )


def _reads_as_itself(paragraph: str) -> bool:
    tokens = parser().parse(paragraph, {})
    is_paragraph = [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    return is_paragraph and all(plain(line) == line for line in paragraph.split("\n"))
