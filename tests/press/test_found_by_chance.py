"""What random documents (``tests/stress/random_dossiers.py``) found in the PDFs, each as small as it could be made."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from books import SVG, page
from print_walker import intent

from dossier.model.bundle import Asset
from dossier.model.records import Profile
from dossier.press.pdf import render
from dossier.press.preflight.checking import preflight
from judges import pdf_text, verapdf

BODIES = {
    "a head alone": "<table><thead><tr><th>a</th><td></td></tr></thead></table>",
    "a foot alone": "<table><tfoot><tr><td>a</td></tr></tfoot></table>",
    "short rows": "<table><tr><td colspan='9'>a</td></tr><tr><td>b</td></tr></table>",
    "a cell that reaches too far": "<table><tr><td rowspan='50'>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
    "a definition in no list": "<dt>a</dt><dd>b</dd>",
    "no glyph": "<p>a 漢 हिन्दी ไทย</p><p>سلام 漢</p><h2>漢</h2><p><code>漢</code></p>",
    "no meaning": "<p>a\ue000b</p>",
    "one letter very often": f"<p>{'چ' * 120} {'ج' * 90}</p>",
    "a very long number": f"<p>{'۱۲۳۴' * 60}</p><p lang='fa' dir='rtl'>سلام {'.' * 300} abc</p>",
    "marks on marks": f"<p>x{chr(0x301) * 300}</p>",
    "a picture of no size in a line": "<p dir='rtl'>چراغ <img src='images/shape.svg' alt='A circle'> بندر</p>",
}


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of it in one file, so that veraPDF is started twice only."""
    body = "".join(f"<h2>{name}</h2>{body}" for name, body in BODIES.items())
    bundle = page(f"<h1>One</h1>{body}", **{"images/shape.svg": Asset(SVG, "image/svg+xml")})
    path = tmp_path_factory.mktemp("found") / "found.pdf"
    path.write_bytes(render(bundle, Profile.ARCHIVE).data)
    return path


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_what_was_found_is_mended(pdf: Path, flavour: str) -> None:
    assert verapdf(pdf, flavour=flavour) == {"found.pdf": []}


def test_no_words_are_lost(pdf: Path) -> None:
    text = pdf_text(pdf)
    assert all(name in text for name in BODIES)
    assert "a\N{REPLACEMENT CHARACTER}b" in text, "a character of private use has no meaning to tell"


MASKED = b"""<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">
<mask id="m"><rect width="80" height="40" fill="white"/></mask>
<g mask="url(#m)"><rect width="80" height="40" fill="#306030"/></g></svg>"""


def test_a_mask_behind_black_words_does_not_print_over() -> None:
    """Words in black print over their ground; a mask begins in the state in which it is asked for."""
    bundle = page(
        '<p>Words <img src="images/m.svg" alt="A circle"> words</p>', **{"images/m.svg": Asset(MASKED, "image/svg+xml")}
    )
    data = render(bundle, Profile.PRINT, intent()).data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert any("/SMask" in state for state in pdf.pages[0].Resources.ExtGState.values())
    assert "X043" not in {one.code.id for one in preflight(data)}
