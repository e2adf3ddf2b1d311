"""T: mistakes with sign-offs."""

from collections.abc import Callable
from pathlib import Path

from cases import PO, Case, both, checked, edited, linked_outside, written

from dossier.model.codes import CODES
from workshop import Workshop

FILE = "locales/fr/LC_MESSAGES/demo/sign-offs.toml"
SIGN = ("sign-off", "--lang", "fr", "--date", "2026-11-25", "--as")
ENTRY = f"""\
[[sign-off]]
document = "introduction"
reviewer = "R1"
date = "2026-11-25"
digest = "{"0" * 64}"
"""
AGAIN = "read what has changed, then sign again: dossier sign-off demo --lang fr --document {} --as R1"


def reviewed(workshop: Workshop) -> None:
    """Every French entry read by a person."""
    for path in Path(workshop.root / "locales/fr").rglob("*.po"):
        path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")


def signed(workshop: Workshop) -> None:
    """And signed off."""
    reviewed(workshop)
    run = workshop.run(*SIGN, "R1", "--document", "introduction")
    assert run.exit_code == 0, run.errors


def recorded(old: str = "", new: str = "") -> Callable[[Workshop], None]:
    return written(FILE, ENTRY.replace(old, new) if old else ENTRY)


PSEUDONYM = CODES["T045"].mend

CASES = (
    Case(
        "T043",
        "too little is reviewed",
        checked(lambda _: None, "status", "--lang", "fr", "--fail-under", "80"),
        "",
        CODES["T043"].mend,
    ),
    Case(
        "T044",
        "drafts",
        checked(lambda _: None, *SIGN, "R1", "--document", "introduction"),
        f"{PO}:18:1",
        CODES["T044"].mend,
    ),
    Case(
        "T044",
        "stale",
        checked(
            both(reviewed, edited(PO, 'msgid "What readers see"', '#, fuzzy\n#| msgid "What is seen"\nmsgid "What readers see"')),
            *SIGN,
            "R1",
        ),
        f"{PO}:103:1",
        CODES["T044"].mend,
    ),
    Case(
        "T044",
        "missing",
        checked(both(reviewed, edited("content/demo/introduction.md", "What readers see", "What people see")), *SIGN, "R1"),
        "content/demo/introduction.md:17:4",
        "run dossier update, have the passages translated and reviewed, then sign again",
    ),
    Case("T045", "address", checked(reviewed, *SIGN, "reviewer@example.org"), "", PSEUDONYM),
    Case("T045", "address in wide letters", checked(reviewed, *SIGN, "reviewer＠example.org"), "", PSEUDONYM),
    Case("T045", "nothing", checked(reviewed, *SIGN, " "), "", PSEUDONYM),
    Case("T045", "turns the line around", checked(reviewed, *SIGN, "R1\u202e2"), "", PSEUDONYM),
    Case("T045", "too long", checked(reviewed, *SIGN, "R" * 41), "", PSEUDONYM),
    Case("T045", "address in the file", checked(recorded("R1", "reviewer@example.org")), f"{FILE}:3:12", PSEUDONYM),
    Case(
        "T045",
        "withheld name in the file",
        checked(
            both(
                edited("content/demo/dossier.toml", 'status = "draft"', 'status = "draft"\nwithhold = ["Vera Example"]'),
                recorded("R1", "vera  EXAMPLE"),
            )
        ),
        f"{FILE}:3:12",
        PSEUDONYM,
    ),
    Case(
        "T046",
        "translation changed",
        checked(both(signed, edited(PO, "Ce que voient les lecteurs", "Ce que lisent les lecteurs"))),
        f"{FILE}:4:3",
        AGAIN.format("introduction"),
    ),
    Case(
        "T046",
        "not reviewed any more",
        checked(both(signed, edited(PO, 'msgid "What readers see"', '#, fuzzy\nmsgid "What readers see"')), "status"),
        f"{FILE}:4:3",
        AGAIN.format("introduction"),
    ),
    Case("T046", "no such document", checked(recorded("introduction", "preface")), f"{FILE}:1:3", "take it out of the file"),
    Case("C009", "signed twice", checked(written(FILE, f"{ENTRY}\n{ENTRY}")), f"{FILE}:7:3", "keep one of the two"),
    Case("C010", "day of a sign-off", checked(recorded("2026-11-25", "yesterday")), f"{FILE}:4:8", "write the day as YYYY-MM-DD"),
    Case(
        "C008",
        "key of a sign-off",
        checked(recorded("reviewer", "reviewers")),
        f"{FILE}:3:1",
        "did you mean “reviewer”?",
        frozenset({"C007"}),
    ),
    Case(
        "C014", "sign-offs behind a link", checked(linked_outside(FILE)), FILE, "put a copy of the file in the place of the link"
    ),
)
