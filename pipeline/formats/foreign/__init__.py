"""Texts in foreign formats (HTML pages, DOCX, EPUB) made Markdown, once, when they are brought in.

Each reader is a `to_markdown(data, shown)` that takes the bytes of a file and its name in messages, and gives
a `Reading`. All of them end in one tree of HTML elements, which `blocks` writes as Markdown. Nothing is ever
fetched, run or unpacked to disk.
"""
