"""Fonts: which families set a language, and what a workspace's setting does to that."""

import pytest

from pipeline.errors import InstallationError, WorkspaceError
from pipeline.formats import fonts
from pipeline.formats.fonts import FontSetting, bundled, choose

BUNDLE = ["Noto Sans SC", "Noto Sans TC", "Libertinus Serif", "DejaVu Sans Mono"]
DEBIAN = [f"Noto {face} CJK {region}" for face in ("Sans", "Serif") for region in ("SC", "TC", "HK", "JP")]


@pytest.mark.parametrize(
    ("language", "available", "expected"),
    [
        ("zh-Hans", BUNDLE, ["Noto Sans SC", "Noto Sans TC", "Libertinus Serif"]),
        ("zh-Hant", BUNDLE, ["Noto Sans TC", "Noto Sans SC", "Libertinus Serif"]),
        ("zh-Hant-HK", BUNDLE, ["Noto Sans TC", "Noto Sans SC", "Libertinus Serif"]),
        ("en", BUNDLE, ["Libertinus Serif", "Noto Sans SC", "Noto Sans TC"]),
        ("fr", BUNDLE, ["Libertinus Serif", "Noto Sans SC", "Noto Sans TC"]),
    ],
)
def test_the_bundled_sans_serves_where_no_serif_is_installed(
    language: str, available: list[str], expected: list[str]
) -> None:
    assert choose(language, available, FontSetting()) == expected


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("zh-Hans", ["Noto Serif CJK SC", "Noto Serif CJK HK", "Noto Serif CJK TC", "Noto Sans SC"]),
        ("zh-Hant", ["Noto Serif CJK TC", "Noto Serif CJK HK", "Noto Serif CJK SC", "Noto Sans TC"]),
        ("zh-Hant-HK", ["Noto Serif CJK HK", "Noto Serif CJK TC", "Noto Serif CJK SC", "Noto Sans CJK HK"]),
    ],
)
def test_an_installed_serif_of_the_region_comes_first_and_its_neighbours_next(
    language: str, first: list[str]
) -> None:
    assert choose(language, BUNDLE + DEBIAN, FontSetting())[:4] == first


def test_source_han_and_noto_are_one_design_and_only_one_of_them_is_used() -> None:
    both = [*BUNDLE, "Noto Serif CJK SC", "Source Han Serif SC"]
    found = choose("zh-Hans", both, FontSetting())
    assert found[0] == "Source Han Serif SC" and "Noto Serif CJK SC" not in found


def test_the_choice_does_not_depend_on_the_order_in_which_fonts_are_found() -> None:
    there = BUNDLE + DEBIAN
    for language in ("zh-Hans", "zh-Hant", "zh-Hant-HK", "en"):
        assert choose(language, there, FontSetting()) == choose(language, there[::-1], FontSetting())


@pytest.mark.parametrize(
    ("families", "language", "first"),
    [
        ({"zh": ("Noto Serif CJK JP",)}, "zh-Hant-HK", "Noto Serif CJK JP"),
        ({"zh": ("Noto Serif CJK JP",), "zh-Hant": ("Noto Sans TC",)}, "zh-Hant-HK", "Noto Sans TC"),
        ({"zh": ("Noto Serif CJK JP",)}, "en", "Libertinus Serif"),
        ({"en": ("Noto Sans SC",)}, "en", "Noto Sans SC"),
    ],
)
def test_a_setting_overrules_for_the_nearest_tag(
    families: dict[str, tuple[str, ...]], language: str, first: str
) -> None:
    found = choose(language, BUNDLE + DEBIAN, FontSetting(families))
    assert found[0] == first and len(found) == len(set(found))


def test_a_font_of_the_setting_that_is_not_there_is_named_with_those_that_are() -> None:
    setting = FontSetting({"zh-Hans": ("Song of Nowhere",)})
    with pytest.raises(WorkspaceError, match=r"'Song of Nowhere'.*Noto Sans SC, Noto Sans TC"):
        choose("zh-Hans", BUNDLE, setting)
    with pytest.raises(WorkspaceError, match=r"is not there$"):
        choose("zh-Hans", ["Libertinus Serif"], setting)


def test_the_bundled_fonts_are_files_that_typst_reads() -> None:
    assert {path.suffix for path in bundled().rglob("NotoSans[ST]C*")} == {".ttf"}


def test_a_missing_bundle_is_told_by_the_name_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "BUNDLED", "justmytype_elsewhere")
    with pytest.raises(InstallationError, match="install justmytype-elsewhere"):
        bundled()
