"""PDFs of many pages that all unfold the same huge stream: refused by ``impose``, and unfolded once by ``preflight``."""

import zlib
from io import BytesIO

import pikepdf
import pytest

from dossier.press.imposition import ImpositionError, Wish, impose, imposing
from dossier.press.preflight.checking import preflight
from dossier.press.preflight.facts import streams
from dossier.press.preflight.facts.opened import content_of


def same_content(pages: int, size: int, times: int = 2) -> bytes:
    """``pages`` that have the same stream of ``size`` bytes, several times each."""
    pdf = pikepdf.new()
    stream = pikepdf.Stream(pdf, b"")
    stream.write(zlib.compress(b"q Q " * (size // 4)), filter=pikepdf.Name.FlateDecode)
    shared = pdf.make_indirect(stream)
    for _ in range(pages):
        page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 300, 400], Contents=pikepdf.Array([shared] * times))
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    made = BytesIO()
    pdf.save(made)
    return made.getvalue()


def test_pages_that_unfold_without_end_are_not_imposed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = same_content(8, 4000)
    assert impose(data, Wish()).pages == 8
    monkeypatch.setattr(imposing, "LARGEST_CONTENT", 50_000)
    with pytest.raises(ImpositionError, match="operators"):
        impose(data, Wish())


def test_a_stream_that_is_refused_is_unfolded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    unfolded: list[int] = []

    def counted(stream: object, most: int) -> bytes:
        unfolded.append(most)
        return content_of(stream, most)

    monkeypatch.setattr(streams, "content_of", counted)
    data = same_content(6, 4000)
    preflight(data)
    assert len(unfolded) == 12
    unfolded.clear()
    monkeypatch.setattr(streams, "LARGEST_CONTENT", 1000)
    assert "X005" in {found.code.id for found in preflight(data)}
    assert len(unfolded) == 1


def test_after_too_many_operators_nothing_more_is_unfolded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MOST_OPERATORS", 3000)
    unfolded: list[int] = []
    monkeypatch.setattr(streams, "content_of", lambda stream, most: unfolded.append(most) or content_of(stream, most))
    assert "X005" in {found.code.id for found in preflight(same_content(20, 4000, 1))}
    assert len(unfolded) == 2
