"""MARC: pymarc's reader and the format's own rules; nothing that nobody gave."""

import re
from io import BytesIO

import pytest
from babel.core import get_global
from marc_rules import faults
from pymarc import Record, parse_xml_to_array
from sidecar_sample import BARE, GIVEN, HOSTILE, record

from dossier.archive.sidecars import sidecars
from dossier.archive.sidecars.marc_languages import marc_language
from dossier.model.identifiers import edition_urn, version_urn


def made(language: str = "fa", given: dict[str, object] = GIVEN, **changes: object) -> bytes:
    return sidecars(record(given, **changes), {})[f"metadata/{language}/marc.xml"]


def read(data: bytes) -> Record:
    (found,) = parse_xml_to_array(BytesIO(data))
    assert found is not None
    return found


def told(found: Record, tag: str) -> list[str]:
    """Indicators and subfields, as catalogues show them."""
    return [
        "".join(field.indicators).replace(" ", "#") + "".join(f" ${one.code} {one.value}" for one in field.subfields)
        for field in found.get_fields(tag)
    ]


@pytest.mark.parametrize("given", [GIVEN, BARE], ids=["everything", "nothing but a title"])
@pytest.mark.parametrize("language", ["en", "fr", "fa"])
def test_it_keeps_the_rules(given: dict[str, object], language: str) -> None:
    assert faults(made(language, given)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"nam a22", b"nam  22"),
        (b'tag="005">2026', b'tag="005">26'),
        (b'tag="007">cr ', b'tag="007">cr  '),
        (b"per d<", b"fas  d<"),
        (b'tag="245"', b'tag="254"'),
        (b'ind1="4" ind2="0" tag="856"', b'ind1="4" ind2="x" tag="856"'),
        (b'<subfield code="c">Ada', b'<subfield code="d">Ada'),
        (b"080442957X", b"0-8044-2957-x"),
        (b'<subfield code="2">doi</subfield>', b""),
    ],
)
def test_the_rules_find_what_breaks_them(old: bytes, new: bytes) -> None:
    data = made()
    assert old in data
    assert faults(data.replace(old, new, 1)) != []


def test_pymarc_reads_what_was_given() -> None:
    found = read(made())
    assert told(found, "020") == ["## $a 080442957X $q EPUB"]
    assert told(found, "024")[0] == "7# $a 10.1000/a<1> $2 doi"
    assert told(found, "041") == ["1# $a per $h eng"]
    assert told(found, "245") == ["00 $a نامه و پاسخ آن $b A dossier $c Ada Example, The Group"]
    assert told(found, "250") == ["## $a Version 0.3"]
    assert told(found, "264") == ["#1 $b Example House $c 2026"]
    assert told(found, "300") == ["## $a 1 online resource (34 pages)"]
    assert told(found, "338") == ["## $a online resource $b cr $2 rdacarrier"]
    assert told(found, "490") == ["0# $a Papers $x 2434-561X $v 12"]
    assert told(found, "540") == ["## $a CC BY 4.0", "## $3 Source $a Letter of an office: © an office"]
    assert told(found, "546") == [
        "## $a In Persian; translated from English. Drafted by a machine and not reviewed by a person: 25 % of the words. "
        "$b Arabic script"
    ]
    assert told(found, "700") == ["1# $a Example, Ada $e editor $4 edt"]
    assert [line[3:] for line in told(found, "856")] == [
        "$u https://example.org/d/letter/fa/letter.html",
        "$3 PDF $u https://example.org/d/letter/fa/letter.pdf $q application/pdf",
        "$3 EPUB $u https://example.org/d/letter/fa/letter.epub $q application/epub+zip",
    ]
    assert str(found.leader)[5:10] == "nam a"
    assert found["008"].data[7:11] + found["008"].data[35:38] == "2026per"


def test_pymarc_writes_what_it_read() -> None:
    """Through ISO 2709, as catalogues exchange it: no separator of fields has slipped in."""
    for language in ("en", "fa"):
        found = read(made(language, description=HOSTILE))
        again = Record(data=found.as_marc(), to_unicode=True)
        assert [str(field) for field in again] == [str(field) for field in found]


LONG = tuple(f"Source {number}: {'words of a source ' * 10}" for number in range(400))


def test_what_is_too_long_for_a_field_is_cut_and_marked() -> None:
    data = made("fa", title="عنوان " * 3000, subtitle="x" * 12_000, description="y " * 6000)
    assert faults(data) == []
    found = read(data)
    parts = [len(found[tag][code].encode()) for tag, code in (("245", "a"), ("245", "b"), ("520", "a"))]
    assert parts == [3329, 6639, 9994]
    assert all(found[tag][code].endswith("…") for tag, code in (("245", "a"), ("245", "b"), ("520", "a")))
    again = Record(data=found.as_marc(), to_unicode=True)
    assert [str(field) for field in again] == [str(field) for field in found]


def test_as_many_sources_as_a_record_holds() -> None:
    data = made("fa", sources=LONG, source_rights=LONG)
    assert faults(data) == []
    found = read(data)
    assert told(found, "540")[0] == "## $a CC BY 4.0"
    assert 300 < len(found.get_fields("540", "786", "720")) < 800
    assert found.get_fields("500")[-1]["a"].startswith("Not all sources are told here")
    assert "Not all sources" not in str(read(made("fa", sources=LONG[:40])))


def test_the_rules_find_what_is_too_long() -> None:
    data = made()
    assert "a field of 10022 octets" in faults(data.replace(b">What it is about.<", b">" + b"x" * 10_017 + b"<"))
    many = b'<datafield ind1=" " ind2=" " tag="653"><subfield code="a">' + b"x" * 9_000 + b"</subfield></datafield>"
    (fault,) = faults(
        data.replace(b'<datafield ind1="1" ind2=" " tag="700">', many * 11 + b'<datafield ind1="1" ind2=" " tag="700">')
    )
    assert fault.startswith("a record of ")


def test_each_version_has_a_record_of_its_own() -> None:
    """A catalogue puts a record in the place of the one with its number."""
    newer, older = read(made()), read(made("fa", {**GIVEN, "version": "0.2", "replaces": "0.1"}))
    assert newer["001"].data == version_urn("letter", "fa", "0.3")
    assert newer["780"]["o"] == older["001"].data
    assert read(made("fa", BARE))["001"].data == edition_urn("letter", "fa")


def test_relatives_are_told_by_kind() -> None:
    original, translation = read(made("en")), read(made("fa"))
    assert [len(translation.get_fields(tag)) for tag in ("765", "767", "775", "780")] == [1, 0, 1, 1]
    assert [len(original.get_fields(tag)) for tag in ("765", "767", "775", "780")] == [0, 2, 0, 1]
    assert told(translation, "765")[0].startswith("0# $t A letter & its <answer> $o urn:uuid:")
    assert "$e fre" in told(translation, "775")[0]
    assert "$z 080442957X" in " ".join(told(original, "767"))
    assert told(translation, "780")[0].startswith("02 $n Version 0.2 $o urn:uuid:")
    assert not original.get_fields("041")


def test_nothing_is_claimed_that_nobody_gave() -> None:
    found = read(made("fa", BARE))
    tags = {field.tag for field in found}
    assert not tags & {"003", "020", "040", "100", "250", "490", "500", "520", "540", "653", "700", "720", "780", "786", "856"}
    assert told(found, "264") == ["#1 $c 2026"]
    assert told(found, "300") == ["## $a 1 electronic resource (34 pages)"]
    assert told(found, "338") == ["## $a unspecified $b zu $2 rdacarrier"]
    assert found["008"].data[15:18] == "xx "


def test_people_of_sources_are_no_authors_of_the_dossier() -> None:
    assert told(read(made()), "720") == [
        "## $a The Group $e editor $4 edt",
        "## $a Ben Example $e author of a source $4 ant",
        "## $a Cy Example $e recipient of a source $4 ant",
    ]


@pytest.mark.parametrize(("share", "shown"), [(0.001, "1 %"), (0.999, "99 %"), (1.0, "100 %"), (0.0, None)])
def test_a_machines_share_is_not_rounded_away(share: float, shown: str | None) -> None:
    from dataclasses import replace

    whole = record()
    some = replace(whole, editions=tuple(replace(one, machine=share) for one in whole.editions))
    (note,) = told(read(sidecars(some, {})["metadata/fa/marc.xml"]), "546")
    assert re.findall(r"\d+ %", note) == ([shown] if shown else [])


@pytest.mark.parametrize("language", ["ckb", "lrc", "zh-Hans", "pt-BR"])
def test_languages_that_marc_cannot_name_have_their_tag(language: str) -> None:
    found = read(made(language, {**BARE, "languages": ["en", language]}))
    assert f"17 $a {language} $2 rfc5646" in told(found, "041")
    assert found["008"].data[35:38] == (marc_language(language) or "|||")


def test_every_code_is_one_of_its_language() -> None:
    """Judged by CLDR, which lists the three-letter codes as aliases."""
    aliases = get_global("language_aliases")
    tags = sorted({tag for tag in aliases.values() if len(tag) == 2})
    wrong = {tag: marc_language(tag) for tag in tags if aliases.get(marc_language(tag), tag) != tag}
    assert wrong == {}
    assert [marc_language(tag) for tag in ("fa", "fr", "de", "zh-Hans", "ar", "he", "cs", "ckb", "bal", "lrc", "x")] == [
        *("per", "fre", "ger", "chi", "ara", "heb", "cze", "kur", "bal", "", "")
    ]


@pytest.mark.parametrize("identifier", ["urn:isbn:9780306406157", "https://example.org/x", "doi:10.1/x", "A 12"])
def test_identifiers_say_of_which_kind_they_are(identifier: str) -> None:
    schemes = {
        "urn": "7# $a urn:isbn:9780306406157 $2 urn",
        "https": "7# $a https://example.org/x $2 uri",
        "doi": "7# $a 10.1/x $2 doi",
    }
    expected = schemes.get(identifier.partition(":")[0], "8# $a A 12")
    assert expected in told(read(made(identifier=identifier)), "024")
