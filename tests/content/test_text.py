import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from memory_files import refusals

from dossier.content.text import decode
from dossier.model.diagnostics import DossierError


def refusal(data: bytes) -> str:
    with pytest.raises(DossierError) as caught:
        decode(data, "a.md")
    return str(caught.value)


def test_text_that_is_sound_comes_through_unchanged() -> None:
    assert decode("«حقوق بشر»\n".encode(), "a.md") == ("«حقوق بشر»\n", ())


def test_other_encoding_is_refused_at_line_and_column() -> None:
    assert refusal("fine\nü caf".encode() + b"\xe9") == (
        "a.md:2:6: error C001: byte 0xE9 is not UTF-8\n  mend  save the file as UTF-8 (in most editors: Save as, encoding UTF-8)"
    )


def test_utf_16_is_named() -> None:
    assert "a.md:1:1: error C001: byte 0xFF is not UTF-8" in refusal("x".encode("utf-16"))
    assert "the file is UTF-16" in refusal("x".encode("utf-16"))


def test_null_character_is_refused() -> None:
    assert "a.md:2:2: error C001: the character U+0000 stands in the text" in refusal(b"a\nb\x00")


def test_byte_order_mark_is_left_out_with_a_warning() -> None:
    text, found = decode(b"\xef\xbb\xbfx", "a.md")
    assert (text, [str(item).split("\n")[0] for item in found]) == (
        "x",
        ["a.md:1:1: warning C002: the file begins with U+FEFF, a byte order mark"],
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\r\nb\r\n", "a.md:1:2: warning C003: 2 lines end in CR LF"),
        (b"a\nb\r\n", "a.md:2:2: warning C003: 1 line ends in CR LF"),
        (b"a\rb\n", "a.md:1:2: warning C003: 1 line ends in CR"),
    ],
)
def test_foreign_line_ends_are_normalised_with_one_warning(data: bytes, message: str) -> None:
    text, (found,) = decode(data, "a.md")
    assert "\r" not in text
    assert text.count("\n") == 2
    assert str(found).split("\n")[0] == message


@given(st.binary())
@example(b"\xef\xbb\xbf\xff")
@example(b"\xef\xbb\xbf\r\x00")
def test_any_bytes_are_text_or_a_refusal_with_a_place(data: bytes) -> None:
    found = refusals(lambda: decode(data, "a.md"))
    assert all(item.place and item.place.line and item.place.column for item in found)
    assert bool(found) == (b"\x00" in data or not _is_utf_8(data))
    assert found or not set("\r\x00") & set(decode(data, "a.md")[0])


def _is_utf_8(data: bytes) -> bool:
    return data.decode("utf-8", errors="ignore").encode() == data
