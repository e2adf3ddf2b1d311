"""Citations as the manuals set them: three languages, two styles."""

import pytest
from csl_samples import GOLDEN, cases, plain, setting

TABLES = [(tag, style) for tag in ("en", "fr", "fa") for style in ("chicago-notes-bibliography", "chicago-author-date")]


def expected(tag: str, style: str) -> tuple[dict[str, str], list[str]]:
    """The cases and the bibliography of a golden file."""
    lines = [
        line for line in (GOLDEN / f"{tag}.{style}.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")
    ]
    border = lines.index("bibliography:")
    names = sorted(cases(), key=len, reverse=True)
    found = {}
    for line in lines[:border]:
        name = next(name for name in names if line.startswith(f"{name}: "))
        found[name] = line.removeprefix(f"{name}: ")
    return found, lines[border + 1 :]


@pytest.mark.parametrize(("tag", "style"), TABLES)
def test_citations_are_set_as_the_manual_says(tag: str, style: str) -> None:
    texts, entries = expected(tag, style)
    found = setting(tag, style)
    fragments = [plain(fragment) for document in found.texts.values() for fragment in document]
    assert dict(zip(cases(), fragments, strict=True)) == texts
    assert sorted(plain(entry) for _, entry in found.bibliography) == sorted(entries)
    assert found.in_notes == (style == "chicago-notes-bibliography")
