"""Q: quotations, their sources' snapshots, and the record."""

from collections.abc import Callable
from hashlib import sha256

from cases import PART, TOML, Case, Provoke, checked, written

from letter_record import letter_record
from workshop import Run, Workshop

LOCK = "content/demo/quotations.lock"
LETTER = "content/demo/sources/letter.md"
TEXT = b"The experts warned that violations may amount to crimes against humanity.\n\nThey did not ask for more.\n"
DIGEST = sha256(TEXT).hexdigest()
RECORD = letter_record(DIGEST)
QUOTED = "violations may amount to crimes"
NEGATED = "They did […] ask for more"
PLACE = f"{PART}:28:5"
SNAPSHOT = "name the folder that has the source's snapshot: --snapshots DIR, or the variable DOSSIER_SNAPSHOTS"
UNCHANGED = "quote the passage without the change, or in two quotations"
AS_IT_WAS = (
    "take back the change (version control has the file as it was), or delete the file and record anew where the snapshots are"
)


def quoting(words: str, record: str = RECORD) -> Callable[[Workshop], None]:
    """A source with a snapshot in a folder beside the project, and ``words`` quoted from it."""

    def spoil(workshop: Workshop) -> None:
        snapshots = workshop.root.parent / "snapshots"
        snapshots.mkdir()
        (snapshots / "letter.txt").write_bytes(TEXT)
        workshop.write(LETTER, record)
        workshop.write(PART, workshop.read(PART) + f"\nSo: “{words}” [@letter].\n")

    return spoil


def with_snapshots(spoil: Callable[[Workshop], object], *options: str) -> Provoke:
    """Spoil the project, then run ``dossier quotations`` where the snapshots are."""

    def provoke(workshop: Workshop) -> Run:
        spoil(workshop)
        return workshop.run("quotations", "--snapshots", str(workshop.root.parent / "snapshots"), *options)

    return provoke


def changed_since(path: str, old: str, new: str) -> Callable[[Workshop], None]:
    """Recorded, and then changed."""

    def spoil(workshop: Workshop) -> None:
        assert with_snapshots(quoting(QUOTED), "--record")(workshop).exit_code == 0
        workshop.edit(path, old, new)

    return spoil


def strict(workshop: Workshop) -> None:
    quoting(NEGATED)(workshop)
    workshop.write(TOML, workshop.read(TOML) + "\n[quotations]\nstrict = true\n")


def cut_short(workshop: Workshop) -> None:
    changed_since(PART, "So:", "So:")(workshop)
    workshop.edit(LOCK, f'against = "{DIGEST}"', 'against = "abc"')


NOWHERE = "run where the snapshots are: dossier quotations --snapshots DIR --record"

CASES = (
    Case("Q001", "no snapshots", checked(quoting(QUOTED), "quotations"), PLACE, SNAPSHOT),
    Case(
        "Q001",
        "not consulted",
        with_snapshots(quoting(QUOTED, RECORD.replace("reproduce: digest", "reproduce: not-consulted"))),
        PLACE,
        "name the source that quotes it: [@letter, as quoted in @…]",
    ),
    Case("Q002", "negation left out", with_snapshots(quoting(NEGATED)), PLACE, UNCHANGED),
    Case(
        "Q003",
        "word changed",
        with_snapshots(quoting("violations may amount to a crime")),
        PLACE,
        "restore the wording, or mark your change with […]",
    ),
    Case("Q004", "quotation changed", checked(changed_since(PART, QUOTED, f"{QUOTED} against"), "quotations"), PLACE, NOWHERE),
    Case("Q004", "snapshot changed", checked(changed_since(LETTER, DIGEST, "0" * 64), "quotations"), PLACE, NOWHERE),
    Case("Q005", "digest cut short", checked(cut_short, "quotations"), f"{LOCK}:8:11", AS_IT_WAS, frozenset({"Q001"})),
    Case("Q005", "no TOML", checked(written(LOCK, "[[quotation"), "quotations"), f"{LOCK}:1:12", AS_IT_WAS),
    Case(
        "Q006",
        "no PDF",
        with_snapshots(quoting(QUOTED, RECORD.replace("text/plain", "application/pdf"))),
        f"{LETTER}:13:15",
        "correct media-type in the source's record, or make a snapshot that can be read",
        frozenset({"Q001"}),
    ),
    Case(
        "Q007",
        "another digest",
        with_snapshots(quoting(QUOTED, RECORD.replace(DIGEST, "0" * 64))),
        f"{LETTER}:12:11",
        "put the snapshot into the folder, under any name, or correct the digest in the source's record",
        frozenset({"Q001"}),
    ),
    Case("Q008", "negation left out", with_snapshots(strict), PLACE, UNCHANGED),
)
