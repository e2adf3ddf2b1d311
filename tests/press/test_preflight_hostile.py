"""Hostile PDFs: whatever stands in them, preflight ends with findings, within limits."""

import random
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String, settings

from dossier.model.codes import CODES
from dossier.model.records import Profile
from dossier.press.preflight import checking
from dossier.press.preflight.facts.opened import opened
from dossier.press.preflight.facts.surveying import survey_of
from dossier.press.preflight.rules import RULES
from preflight_files import add, for_print, form_of, saved, spoilt, tagged, with_resource

BYTES, OBJECTS = 120, 150
FILES = {"print": for_print, "tagged": tagged}


def unguarded(data: bytes) -> None:
    """Survey and all rules without the net below them: nothing but qpdf's own errors may come out."""
    try:
        with opened(data) as pdf:
            survey = survey_of(pdf, reads_text=True)
    except pikepdf.PikepdfError:
        return
    for rules in RULES.values():
        for rule in rules:
            assert all(finding.code in CODES and finding.page <= len(survey.pages) for finding in rule(survey))


@pytest.mark.parametrize("file", FILES)
def test_damaged_bytes_are_no_accident(file: str) -> None:
    chance = random.Random(file)
    whole = FILES[file]()
    with pikepdf.open(BytesIO(whole)) as pdf:
        plain = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    for _ in range(BYTES):
        data = bytearray(chance.choice((whole, plain)))
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = bytes(chance.randrange(256) for _ in range(chance.randint(0, 3)))
        unguarded(bytes(data[: chance.randrange(len(data))] if chance.random() < 0.1 else data))


STRANGE: tuple[object, ...] = (
    *(None, True, -1, 2**31, 10**30, 0.5, Name.X, Name("/"), String(""), String(b"\xfe\xff\xd8"), Array(), Dictionary()),
    *(Array([Array([1])]), Array([Name.DeviceN, Array([Name.X]), Name.X, 1]), Dictionary(Kids=Array([1]), S=Name.Separation)),
)


def strangers(pdf: Pdf) -> list[object]:
    """Values of every type, and objects of the file itself: wrong ones, and circles."""
    return [*STRANGE, pdf.Root, pdf.pages[0].obj, pdf.Root.Pages, pdf.make_stream(b"q ( \xff <<")]


@pytest.mark.parametrize("file", FILES)
def test_wrong_types_everywhere_are_no_accident(file: str) -> None:
    chance = random.Random(file)
    with pikepdf.open(BytesIO(FILES[file]())) as pdf:
        places = [(one.objgen, key) for one in pdf.objects for key in ways(one)]
    assert len(places) > 100
    for _ in range(OBJECTS):
        with pikepdf.open(BytesIO(FILES[file]())) as pdf:
            for _ in range(chance.randint(1, 3)):
                objgen, way = chance.choice(places)
                put(pdf.get_object(objgen), way, chance.choice(strangers(pdf)))
            try:
                data = saved(pdf)
            except (pikepdf.PikepdfError, RuntimeError, TypeError, ValueError):
                continue  # qpdf does not write such a file
        unguarded(data)


def ways(value: object, before: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """The ways to all entries of an object that are not indirect themselves."""
    if isinstance(value, Dictionary | Stream):
        pairs = [(key, value[key]) for key in sorted(value.keys()) if key not in ("/Length", "/Filter")]
    elif isinstance(value, Array):
        pairs = list(enumerate(value))[:8]
    else:
        return []
    found: list[tuple[object, ...]] = []
    for key, inner in pairs:
        found.append((*before, key))
        if not (isinstance(inner, pikepdf.Object) and inner.is_indirect):
            found += ways(inner, (*before, key))
    return found


def put(value: pikepdf.Object, way: tuple[object, ...], stranger: object) -> None:
    """Put ``stranger`` where ``way`` leads, if that is still there."""
    for step in way[:-1]:
        try:
            value = value[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError, ValueError, NotImplementedError):
            return
    try:
        value[way[-1]] = stranger  # type: ignore[index]
    except (KeyError, IndexError, TypeError, ValueError, NotImplementedError, OverflowError, pikepdf.ForeignObjectError):
        return


def codes(data: bytes, purpose: Profile = Profile.PRINT) -> set[str]:
    return {one.code.id for one in checking.preflight(data, purpose, "bad.pdf")}


def bomb(pdf: Pdf) -> None:
    """Eight mebibytes of spaces in as many kibibytes."""
    stream = Stream(pdf, b"")
    stream.write(zlib.compress(bytes([32]) * 2**23), filter=Name.FlateDecode)
    pdf.pages[0].Contents = pdf.make_indirect(stream)


def form_bomb(pdf: Pdf) -> None:
    """Each of thirty forms paints the next one twice, each time elsewhere: 2³⁰ pictures."""
    form = form_of(pdf, b"0 0 9 9 re f")
    for level in range(30):
        form = form_of(
            pdf,
            b"q 1 0 0 1 %d 0 cm /F Do Q q 1 0 0 1 0 %d cm /F Do Q" % (level, 2**level),
            Resources=Dictionary(XObject=Dictionary(F=form)),
        )
    with_resource(pdf, "/XObject", "/FmX", form)
    add(pdf, b"/FmX Do")


def lzw(pdf: Pdf) -> None:
    stream = Stream(pdf, b"")
    stream.write(b"\x80\x0b\x60\x50" * 2**17, filter=Name.LZWDecode)
    pdf.pages[0].Contents = pdf.make_indirect(stream)


@pytest.mark.parametrize("spoil", [bomb, lzw], ids=lambda one: one.__name__)
def test_what_is_too_large_is_told_and_not_read(spoil: Callable[[Pdf], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.press.preflight.facts.opened.LARGEST_STREAM", 2**20)
    found = codes(spoilt(for_print(), spoil))
    assert found - {"X004"} == {"X005"}  # qpdf complains besides


def test_forms_that_multiply_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.press.preflight.facts.streams.MOST_OPERATORS", 20_000)
    assert codes(spoilt(for_print(), form_bomb)) == {"X005"}


def test_a_circle_of_pages_is_no_accident() -> None:
    def circle(pdf: Pdf) -> None:
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)

    assert codes(spoilt(for_print(), circle)) <= {"X001", "X004"}


def test_a_circle_in_the_structure_is_followed_once() -> None:
    def circle(pdf: Pdf) -> None:
        document = pdf.Root.StructTreeRoot.K
        document.K.append(document)
        document.K.append(document.K[0])

    assert codes(spoilt(tagged(), circle), Profile.SCREEN) == set()


def test_limits_of_the_process_are_put_back() -> None:
    before = settings.get_qpdf_limits()
    checking.preflight(for_print())
    checking.preflight(b"no PDF")
    assert settings.get_qpdf_limits() == before


def test_an_accident_that_nobody_foresaw_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def accident(*arguments: object) -> None:
        raise RecursionError

    monkeypatch.setattr(checking, "survey_of", accident)
    assert codes(for_print()) == {"X001"}
