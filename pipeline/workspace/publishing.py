"""What duizhao.toml says of publishing: where the pages will stand, and which fonts set them."""

import re
from dataclasses import dataclass

from pipeline.formats.fonts import FontSetting
from pipeline.workspace.toml import Table

EDIT_FIELDS = ("path", "line", "slug", "language", "id")
"""What the pattern of an edit link can name: the file and line of a sentence, or what else finds it."""

_TAGS = ("zh", "zh-Hans", "zh-Hant", "zh-Hant-HK", "en")
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Site:
    """Where the pages will stand: `address` is that of build/ on the web, with a final slash.

    `edit` is the pattern of the link by which a reader suggests an edit, with the `EDIT_FIELDS` in braces.
    """

    address: str = ""
    edit: str = ""

    def address_of(self, path: str) -> str:
        """The address of a file of build/; empty where no address is known."""
        return self.address + path if self.address else ""


def site(top: Table) -> Site:
    """Reads the table `site`; raises WorkspaceError for what is no address, or a field that is not there."""
    table = top.table("site").known("address", "edit")
    address, edit = _address(table, "address"), _address(table, "edit")
    for name in _FIELD.findall(edit):
        if name not in EDIT_FIELDS:
            fields = ", ".join(f"{{{field}}}" for field in EDIT_FIELDS)
            raise table.error("edit", f"`edit` can hold {fields}, not {{{name}}}")
    return Site(address.rstrip("/") + "/" if address else "", edit)


def fonts(top: Table) -> FontSetting:
    """Reads the table `fonts`: families by language, folders with font files, and whether to use others."""
    table = top.table("fonts").known(*_TAGS, "folders", "installed", "embed")
    families = {tag: table.list(tag) for tag in _TAGS if tag in table.values}
    return FontSetting(families, table.list("folders"), table.flag("installed", True))


def _address(table: Table, name: str) -> str:
    value = table.text(name)
    if value and not re.match(r"https?://[^\s/]", value):
        raise table.error(name, f"`{name}` has to begin with https:// or http://")
    return value
