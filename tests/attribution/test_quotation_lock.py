"""``quotations.lock``: read, written, refused."""

from hashlib import sha256
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quoted import DIGEST, OTHER, quotation

from dossier.attribution.quotations.lock import Entry, Found, Lock, key_of, lock_of, quotation_digest, read_lock, write_lock
from dossier.model.diagnostics import DossierError

PATH = "content/demo/quotations.lock"


def entry(**changes: object) -> Entry:
    values = {
        "document": "summary",
        "source": "a",
        "quotation": quotation_digest("may amount"),
        "against": DIGEST,
        "extractor": "lxml",
        "version": "6.1.3+1",
        "text": OTHER,
        "offset": 68,
        "verdict": "verified",
        "recorded": "2026-01-02",
    }
    return Entry.model_validate({**values, **changes})


def refusals(data: bytes) -> list[str]:
    with pytest.raises(DossierError) as caught:
        read_lock(data, PATH)
    assert {found.code.id for found in caught.value.diagnostics} == {"Q005"}
    return [str(found.place) for found in caught.value.diagnostics]


def test_what_is_written_is_read() -> None:
    lock = lock_of(
        [entry(), entry(source="b", verdict="changed", changes=("leaves out a negation: “not” […]", 'with "marks"\\'))]
    )
    assert read_lock(write_lock(lock), PATH) == lock


def test_the_file_as_it_looks() -> None:
    assert write_lock(lock_of([entry(verdict=Found.CHANGED, changes=("leaves out “not”",))])).decode() == (
        "# Where the words of quotations stand in the texts of their sources, which are known by their digests.\n"
        "# Written by “dossier quotations --record”. Do not edit.\n"
        "\n[[quotation]]\n"
        'document = "summary"\n'
        'source = "a"\n'
        f'quotation = "{quotation_digest("may amount")}"\n'
        f'against = "{DIGEST}"\n'
        'extractor = "lxml"\n'
        'version = "6.1.3+1"\n'
        f'text = "{OTHER}"\n'
        "offset = 68\n"
        'verdict = "changed"\n'
        'changes = [\n    "leaves out “not”",\n]\n'
        'recorded = "2026-01-02"\n'
    )


@given(st.permutations([entry(source=name, document=part) for name in "abc" for part in ("one", "two")]))
def test_the_order_of_entries_changes_no_byte(entries: list[Entry]) -> None:
    data = write_lock(Lock(quotation=tuple(entries)))
    assert data == write_lock(lock_of(reversed(entries)))
    assert write_lock(read_lock(data, PATH)) == data


def test_an_empty_lock_is_read() -> None:
    assert read_lock(b"", PATH) == read_lock(write_lock(Lock()), PATH) == Lock()


def test_line_ends_of_windows_are_no_fault() -> None:
    assert read_lock(write_lock(lock_of([entry()])).replace(b"\n", b"\r\n"), PATH) == lock_of([entry()])


def test_a_quotation_is_known_by_its_composed_form() -> None:
    assert quotation_digest("été") == quotation_digest(normalize("NFD", "été")) == sha256("été".encode()).hexdigest()
    assert quotation_digest("été") != quotation_digest("ete")
    assert key_of(quotation("été"), "b") == ("summary", "b", quotation_digest("été"))


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("offset = 68", "offset = -1", "12:10"),
        ("offset = 68", 'offset = "x"', "12:10"),
        ("offset = 68", "offset = ", "12:10"),
        ("offset = 68\n", "", "4:3"),
        ("offset = 68", "offset = 68\nmore = 1", "13:1"),
        (f'"{DIGEST}"', '"abc"', "8:11"),
        ('"verified"', '"recorded"', "13:11"),
        ("2026-01-02", "2026-01", "14:12"),
        ("2026-01-02", "2026-02-30", "14:12"),
        ('"a"', '"A b"', "6:10"),
    ],
)
def test_a_broken_lock_is_refused_with_its_place(old: str, new: str, place: str) -> None:
    text = write_lock(lock_of([entry()])).decode()
    assert old in text
    assert refusals(text.replace(old, new, 1).encode()) == [f"{PATH}:{place}"]


def test_an_entry_that_stands_twice_is_refused() -> None:
    data = write_lock(lock_of([entry()]))
    assert refusals(data + data.partition(b"\n\n")[2]) == [f"{PATH}:15:3"]


def test_bytes_that_are_no_text_are_refused() -> None:
    assert refusals(b"\xff\xfe\x00") == [f"{PATH}:1:1"]
    assert refusals(b"quotation = 3") == [f"{PATH}:1:13"]
