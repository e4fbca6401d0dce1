"""What to tell a translator of a line that cannot be read."""

import re

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(\s|$)")


def what_is_wrong(line: str) -> str:
    """Says it of a line that is no part of a PO file, in words that its translator can act on."""
    if _CONFLICT.match(line):
        return "a merge conflict is left in the file: choose one side and delete the markers"
    if line.lstrip("#~| \t").startswith(("msg", '"')):
        return "the string is not closed, not opened, or has a quotation mark without a backslash"
    return "neither a comment nor a msgid, msgctxt or msgstr"
