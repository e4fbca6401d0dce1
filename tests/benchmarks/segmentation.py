"""How well and how fast text is cut into sentences, beside spaCy's sentencizer and pySBD.

    python tests/benchmarks/segmentation.py FILES... [--cases FILE...] [--group 5] [--errors]

FILES are CoNLL-U; without any, `ud/*.conllu` of the folder DUIZHAO_DATA. Paragraphs are made by joining `--group`
consecutive sentences, with a space only where two sentences that are not Chinese meet. A boundary is the code
point at which a sentence begins, so white space between two does not count. Two figures of F1 are given: over
the boundaries inside the paragraphs, and over all sentence ends, each paragraph's last one with them.

A cases file has one `text=>part¦part` a line, `\\n` for a line break and `#` before a heading; a case passes if its
parts, without the space around them, are exactly those.

`pip install pysbd` adds its row.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from pipeline.segment import segment

Splitter = Callable[[str], list[str]]
"""A text to its sentences, which joined give the text."""

LINEARITY = (1, 2, 5, 10)
"""Sizes of one block whose time is measured, in MB of UTF-8."""
PEER_SIZE = 0.1
"""MB of paragraphs on which a peer's speed is measured."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text and the code points at which its sentences after the first begin."""

    text: str
    starts: frozenset[int]


@dataclass(frozen=True, slots=True)
class Score:
    """Boundaries that were found rightly, found wrongly and missed; `paragraphs` have each an end besides."""

    right: int
    wrong: int
    missed: int
    paragraphs: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)

    @property
    def f1_with_ends(self) -> float:
        right = self.right + self.paragraphs
        return 2 * right / (2 * right + self.wrong + self.missed)


# Material.


def sentences(path: Path) -> list[str]:
    """The `# text = ` lines of a CoNLL-U file."""
    lines = path.read_text("utf-8").splitlines()
    return [line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = ")]


def paragraphs(sentences: Sequence[str], size: int) -> Iterator[Paragraph]:
    for first in range(0, len(sentences), size):
        group = sentences[first : first + size]
        parts = [
            sentence + (" " if after and _is_latin(sentence[-1]) and _is_latin(after[0]) else "")
            for sentence, after in zip(group, [*group[1:], ""], strict=True)
        ]
        yield Paragraph("".join(parts), _starts(parts))


def _is_latin(character: str) -> bool:
    return character < "\u2000"


def _starts(parts: Sequence[str]) -> frozenset[int]:
    """Where the words of each part after the first begin."""
    ends = accumulate(len(part) for part in parts[:-1])
    return frozenset(
        end + len(part) - len(part.lstrip())
        for end, part in zip(ends, parts[1:], strict=True)
        if part.strip()
    )


def cases(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The texts of a cases file, each with its parts."""
    for line in path.read_text("utf-8").splitlines():
        text, arrow, parts = line.replace("\\n", "\n").partition("=>")
        if arrow and not line.startswith("#"):
            yield text, [part.strip() for part in parts.split("¦")]


# Splitters.


def duizhao(text: str) -> list[str]:
    return [piece.text for piece in segment(text)]


def sentencizer() -> Splitter:
    import spacy

    nlp = spacy.blank("zh")
    nlp.add_pipe("sentencizer")
    return lambda text: [
        text[sent.start_char : sent.end_char] + sent[-1].whitespace_ for sent in nlp(text).sents
    ]


def pysbd() -> Splitter:
    import pysbd  # type: ignore[import-untyped]

    segmenter = pysbd.Segmenter(language="zh", clean=False)
    return lambda text: list(segmenter.segment(text))


PEERS = {"spaCy sentencizer (zh)": sentencizer, "pySBD (zh)": pysbd}


def splitters() -> Iterator[tuple[str, Splitter]]:
    yield "Duizhao", duizhao
    for name, make in PEERS.items():
        try:
            yield name, make()
        except ImportError as error:
            print(f"{name}: not installed ({error.name})", file=sys.stderr)


# Figures.


def found(text: str, split: Splitter) -> frozenset[int]:
    """Where the sentences of a splitter begin; one that changes the text is found by its words."""
    parts = [part for part in split(text) if part]
    if "".join(parts) != text:
        return _found_again(text, parts)
    return _starts(parts) if parts else frozenset()


def _found_again(text: str, parts: Iterable[str]) -> frozenset[int]:
    starts, at = set(), 0
    for part in parts:
        at = max(text.find(part.strip(), at), at)
        starts.add(at)
        at += len(part.strip())
    return frozenset(starts - {0})


def score(material: Sequence[Paragraph], split: Splitter, show: bool = False) -> Score:
    right = wrong = missed = 0
    for paragraph in material:
        got = found(paragraph.text, split)
        right += len(got & paragraph.starts)
        wrong += len(got - paragraph.starts)
        missed += len(paragraph.starts - got)
        if show:
            _show(paragraph, got)
    return Score(right, wrong, missed, len(material))


def _show(paragraph: Paragraph, got: frozenset[int]) -> None:
    for at in sorted(got ^ paragraph.starts):
        kind = "wrong" if at in got else "missed"
        print(
            f"{kind}: {paragraph.text[max(0, at - 20) : at]}¦{paragraph.text[at : at + 20]}", file=sys.stderr
        )


def passed(material: Sequence[tuple[str, list[str]]], split: Splitter, show: bool = False) -> int:
    right = 0
    for text, parts in material:
        got = [part.strip() for part in split(text) if part.strip()]
        right += got == parts
        if show and got != parts:
            print(f"case: {'¦'.join(parts)}\n got: {'¦'.join(got)}", file=sys.stderr)
    return right


def speed(texts: Sequence[str], split: Splitter) -> float:
    """MB of UTF-8 a minute of processor time, which other work on the machine does not lengthen."""
    begin = time.process_time()
    for text in texts:
        split(text)
    return sum(len(text.encode()) for text in texts) / 1e6 / (time.process_time() - begin) * 60


def repeated(texts: Sequence[str], megabytes: float) -> list[str]:
    """The texts, over and over, up to a size."""
    size = sum(len(text.encode()) for text in texts)
    return list(texts) * max(1, round(megabytes * 1e6 / size))


# The report.


def main() -> None:
    options = _options()
    files = options.files or sorted(Path(os.environ.get("DUIZHAO_DATA", "/nowhere")).glob("ud/*.conllu"))
    if not files and not options.cases:
        sys.exit("no data: give CoNLL-U files or --cases, or set DUIZHAO_DATA")
    try:
        treebanks = {path: list(paragraphs(sentences(path), options.group)) for path in files}
        lists = {path: list(cases(path)) for path in options.cases}
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"cannot read: {error}")
    _print_quality(treebanks, lists, options.errors)
    texts = [paragraph.text for material in treebanks.values() for paragraph in material]
    if texts:
        _print_linearity(texts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="F1 of sentence boundaries, exact cases, and speed.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="CoNLL-U")
    parser.add_argument("--cases", nargs="+", type=Path, default=[], metavar="FILE", help="text=>part¦part")
    parser.add_argument("--group", type=int, default=5, help="sentences joined to a paragraph (5)")
    parser.add_argument("--errors", action="store_true", help="show what Duizhao got wrong")
    return parser.parse_args()


def _print_quality(
    treebanks: dict[Path, list[Paragraph]], lists: dict[Path, list[tuple[str, list[str]]]], errors: bool
) -> None:
    heads = [f"{path.stem}: F1 inside, with ends" for path in treebanks]
    heads += [f"{path.stem}: exact" for path in lists]
    print(f"| splitter | {' | '.join(heads)} | MB a minute |\n|{' --- |' * (len(heads) + 2)}")
    texts = [paragraph.text for material in treebanks.values() for paragraph in material]
    texts = texts or [text for material in lists.values() for text, _ in material]
    for name, split in splitters():
        own = name == "Duizhao"
        cells = [_f1(score(material, split, errors and own)) for material in treebanks.values()]
        cells += [f"{passed(m, split, errors and own)} of {len(m)}" for m in lists.values()]
        rate = speed(repeated(texts, 2 if own else PEER_SIZE), split)
        print(f"| {name} | {' | '.join(cells)} | {rate:,.1f} |", flush=True)


def _f1(result: Score) -> str:
    inside = result.right + result.missed
    return (
        f"{result.f1:.4f} (n = {inside:,}), {result.f1_with_ends:.4f} (n = {inside + result.paragraphs:,});"
        f" {result.wrong} wrong, {result.missed} missed"
    )


def _print_linearity(texts: Sequence[str]) -> None:
    print("\n| one block, MB | seconds | MB a minute |\n| --- | --- | --- |")
    for size in LINEARITY:
        block = "".join(repeated(texts, size))
        rate = speed([block], duizhao)
        megabytes = len(block.encode()) / 1e6
        print(f"| {megabytes:.1f} | {megabytes / rate * 60:.2f} | {rate:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
