"""Files that an archive carries along."""

import io
from hashlib import md5, sha256
from pathlib import Path

import pikepdf
import pytest
from books import MOMENT, page

from dossier.model.bundle import Attachment, HtmlBundle
from dossier.model.records import Profile
from dossier.press.engine import load_engine
from dossier.press.pdf import render
from judges import qpdf_check, verapdf

OPEN: list[pikepdf.Pdf] = []
"""Objects live as long as their file does."""
FILES = (
    Attachment("content/letter.md", b"# A letter\n", "text/markdown", "Its text"),
    Attachment("locales/fa/letter.po", b'msgid "x"\n', "text/x-gettext-translation", relationship="Supplement"),
    Attachment("sources.csl.json", b"[]", "application/vnd.citationstyles.csl+json", relationship="Data"),
    Attachment("records/نامه.toml", b"x = 1\n", "application/toml", "می‌گوید"),
)


def carrying(files: tuple[Attachment, ...], profile: Profile = Profile.ARCHIVE) -> bytes:
    bundle = page("<p>x</p>")
    result = render(HtmlBundle(bundle.html, bundle.metadata, bundle.assets, files), profile)
    assert result.diagnostics == ()
    return result.data


def attached(data: bytes) -> dict[str, pikepdf.Object]:
    """The file specifications by their keys in the tree of names, in its order."""
    pdf = pikepdf.open(io.BytesIO(data))
    OPEN.append(pdf)
    names = pdf.Root.Names.EmbeddedFiles.Names
    return {str(key): value for key, value in zip(names[::2], names[1::2], strict=True)}


def test_each_file_is_there_byte_for_byte_with_what_it_is() -> None:
    found = attached(carrying(FILES))
    for file in FILES:
        one = found[file.name]
        stream = one.EF.F
        assert stream.read_bytes() == file.data
        assert str(stream.Subtype) == f"/{file.media_type}"
        assert (str(one.F), str(one.UF), str(one.AFRelationship)) == (file.name, file.name, f"/{file.relationship}")
        assert str(one.get("/Desc", "")) == file.description
        assert int(stream.Params.Size) == len(file.data)
        assert bytes(stream.Params.CheckSum) == md5(file.data, usedforsecurity=False).digest()
        assert str(stream.Params.ModDate) == "D:20201209000000Z"


def test_a_list_of_digests_goes_with_them() -> None:
    one = attached(carrying(FILES))["SHA256SUMS"]
    lines = one.EF.F.read_bytes().decode().splitlines()
    assert sorted(lines) == sorted(f"{sha256(file.data).hexdigest()}  {file.name}" for file in FILES)
    assert str(one.AFRelationship) == "/Supplement"


def test_the_catalogue_names_each_once_and_names_are_sorted() -> None:
    data = carrying(FILES)
    pdf = pikepdf.open(io.BytesIO(data))
    names = pdf.Root.Names.EmbeddedFiles.Names
    keys = [bytes(key) for key in names[::2]]
    assert keys == sorted(keys)
    assert [one.objgen for one in pdf.Root.AF] == [one.objgen for one in names[1::2]]
    assert len({one.objgen for one in pdf.Root.AF}) == len(FILES) + 1


def test_the_order_they_are_handed_over_in_is_of_no_account() -> None:
    assert carrying(FILES) == carrying(FILES[::-1])


@pytest.mark.parametrize("profile", [Profile.SCREEN, Profile.PRINT])
def test_other_profiles_carry_nothing(profile: Profile) -> None:
    pdf = pikepdf.open(io.BytesIO(carrying(FILES, profile)))
    assert "/AF" not in pdf.Root
    assert len(pdf.attachments) == 0


def test_an_archive_of_nothing_has_no_list() -> None:
    pdf = pikepdf.open(io.BytesIO(carrying(())))
    assert "/AF" not in pdf.Root
    assert len(pdf.attachments) == 0


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\x.txt", "x.txt"),
        ("C:\\x.txt", "C_/x.txt"),
        ("a/./b//c", "a/b/c"),
        ("exe\u202efdp.exe", "exe_fdp.exe"),
        ("a\nb\x00c\x1b[0m", "a_b_c_[0m"),
        ("می\u200cروم.md", "می\u200cروم.md"),
        ("..", "file"),
        ("", "file"),
        ("x" * 300 + ".md", "x" * 117 + ".md"),
        ("dot. /x", "dot/x"),
    ],
)
def test_names_lead_nowhere_and_hide_nothing(hostile: str, safe: str) -> None:
    load_engine()
    from dossier.press.pdf.attachments import safe_name

    assert safe_name(hostile) == safe


def test_names_that_become_the_same_are_told_apart() -> None:
    files = tuple(Attachment(name, name.encode(), "text/plain") for name in ("a.md", "../a.md", "A.md", "SHA256SUMS"))
    assert sorted(attached(carrying(files))) == ["A-2.md", "SHA256SUMS", "SHA256SUMS-2", "a-3.md", "a.md"]


def test_what_is_no_media_type_or_relationship_becomes_none() -> None:
    one = attached(carrying((Attachment("x", b"x", "text/html\n>>", relationship="Evil /X"),)))["x"]
    assert (str(one.EF.F.Subtype), str(one.AFRelationship)) == ("/application/octet-stream", "/Unspecified")


def test_judges_accept_an_archive_that_carries_files(tmp_path: Path) -> None:
    whole, spoilt = tmp_path / "whole.pdf", tmp_path / "spoilt.pdf"
    whole.write_bytes(carrying(FILES))
    with pikepdf.open(whole) as pdf:
        del pdf.Root.AF[0].AFRelationship
        pdf.save(spoilt)
    found = verapdf(whole, spoilt, flavour="3a")
    assert found["whole.pdf"] == []
    assert any(rule.startswith("6.8-3") for rule in found["spoilt.pdf"]), found
    assert verapdf(whole, flavour="ua1")["whole.pdf"] == []
    assert qpdf_check(whole) == ""


def test_the_date_is_the_edition_s() -> None:
    pdf = pikepdf.open(io.BytesIO(carrying(FILES)))
    dates = {pdf.attachments[name].get_file().mod_date for name in pdf.attachments}
    assert {date.timestamp() for date in dates if date} == {MOMENT}
