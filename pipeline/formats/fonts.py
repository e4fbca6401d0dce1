"""Which font families set a page: installed Chinese serifs first, the bundled sans otherwise."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import InstallationError, WorkspaceError

BUNDLED = "justmytype_intl_cjk"
"""The package that brings Noto Sans SC and TC (SIL Open Font License) where no serif is installed."""

_SERIFS = {
    "SC": ("Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif CN"),
    "TC": ("Source Han Serif TC", "Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TW"),
    "HK": ("Source Han Serif HC", "Noto Serif CJK HK", "Noto Serif HK", "Source Han Serif HK"),
}
_SANS = {
    "SC": ("Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC"),
    "TC": ("Noto Sans TC", "Source Han Sans TC", "Noto Sans CJK TC"),
    "HK": ("Noto Sans HK", "Source Han Sans HC", "Noto Sans CJK HK"),
}
_REGIONS = {"zh-Hans": "SC HK TC", "zh-Hant-HK": "HK TC SC", "zh-Hant": "TC HK SC"}
"""Where each language looks: its own forms of the characters first, then its neighbours'."""

_LATIN = ("Libertinus Serif",)
"""The text face that Typst carries in itself, so that English looks the same on every machine."""


@dataclass(frozen=True, slots=True)
class FontSetting:
    """What a workspace says about fonts.

    `families` maps a language tag (`zh-Hans`, `zh-Hant`, `zh-Hant-HK`, `en`; `zh` stands for all
    Chinese) to the families to use before all others; `folders` hold font files that are not
    installed; without `installed` only those and the bundled fonts are used, so that every machine
    sets the same pages.
    """

    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    installed: bool = True


def bundled() -> Path:
    """The folder of the bundled Chinese fonts; raises InstallationError where the package is missing."""
    spec = find_spec(BUNDLED)
    if spec is None or not spec.submodule_search_locations:
        raise InstallationError(f"the Chinese fonts are missing: install {BUNDLED.replace('_', '-')}")
    return Path(spec.submodule_search_locations[0]) / "fonts"


def choose(language: str, available: Collection[str], setting: FontSetting) -> list[str]:
    """The families that set `language`, each of them `available`, in the order in which they are tried.

    Raises WorkspaceError where the setting names a family that is not there.
    """
    families = {*available}
    wanted = _wanted(language, setting)
    for family in wanted:
        if family not in families:
            raise WorkspaceError(f"the font {family!r} of the setting `fonts` is not there{_hint(families)}")
    chinese = _chinese(_regions(language), families)
    own = chinese if language.startswith("zh") else [*_LATIN, *chinese]
    return list(dict.fromkeys(family for family in [*wanted, *own, *_LATIN] if family in families))


def languages_of(family: str, setting: FontSetting) -> tuple[str, ...]:
    """The languages that a family is to set: by the setting, else by the region that it is drawn for."""
    wanted = [tag for tag in (*_REGIONS, "en") if family in _wanted(tag, setting)]
    regions = [region for faces in (_SERIFS, _SANS) for region, names in faces.items() if family in names]
    own = [tag for tag, order in _REGIONS.items() if order.split()[0] in regions]
    # No family drawn for Hong Kong is bundled, and Taiwan's forms are the nearest.
    near = ["zh-Hant-HK"] if "TC" in regions else []
    return tuple(dict.fromkeys([*wanted, *own, *near]))


def _wanted(language: str, setting: FontSetting) -> Sequence[str]:
    """The setting for a tag, or for the nearest tag that begins it."""
    parts = language.split("-")
    tags = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return next((setting.families[tag] for tag in tags if tag in setting.families), ())


def _regions(language: str) -> list[str]:
    return _REGIONS.get(language, _REGIONS["zh-Hans"]).split()


def _chinese(regions: Sequence[str], families: Collection[str]) -> list[str]:
    """One serif of each region that has one, then one sans of each: a stray character finds its like."""
    found = []
    for faces in (_SERIFS, _SANS):
        found += [next((face for face in faces[region] if face in families), "") for region in regions]
    return [family for family in found if family]


def _hint(families: Collection[str]) -> str:
    chinese = sorted(family for family in families if "CJK" in family or family.endswith((" SC", " TC")))
    return f" (Chinese fonts found: {', '.join(chinese)})" if chinese else ""
