"""D: deposits."""

from collections.abc import Callable
from pathlib import Path

from cases import PART, PO, TOML, Case, both, checked, edited, rewritten, written

from bags import DEPOSIT, NAME, bag_in, provenance, quoting, sealed, small, tell, tell_truly
from dossier.model.codes import CODES
from workshop import Run, Workshop

WITHHELD = edited(TOML, 'language = "en"\n', 'withhold = ["Maristela Quillwater"]\nlanguage = "en"\n')
PAGE = "data/editions/fr/demo.html"
PROVENANCE = "data/provenance/fr.json"


def spoiled(spoil: Callable[[Path], object], *options: str) -> Callable[[Workshop], Run]:
    """Spoil a copy of a deposit, then verify it."""

    def provoke(workshop: Workshop) -> Run:
        bag = bag_in(workshop.root)
        spoil(bag)
        return workshop.run("verify", str(bag), *(options or ("--no-rebuild",)))

    return provoke


def taken(workshop: Workshop) -> Run:
    small(workshop)
    workshop.write(f"build/deposits/{NAME}/bagit.txt", "")
    return workshop.run(*DEPOSIT)


def unrecorded(workshop: Workshop) -> Run:
    small(workshop)
    snapshots = quoting(workshop)
    return workshop.run(*DEPOSIT, "--snapshots", str(snapshots))


def other_version(bag: Path) -> None:
    told = provenance(bag)
    next(one for one in told["agents"] if one["name"] == "Pango")["version"] = "0.9"
    tell(bag, told)


def other_identifier(bag: Path) -> None:
    told = provenance(bag)
    told["identifier"] = "urn:uuid:00000000-0000-5000-8000-000000000000"
    tell(bag, told)


def unrecorded_quotation(bag: Path) -> None:
    (bag / "data/project/content/demo/quotations.lock").write_text("", encoding="utf-8")
    tell_truly(bag)


def other_page(bag: Path) -> None:
    page = bag / PAGE
    page.write_text(page.read_text(encoding="utf-8").replace("</p>", " Non.</p>", 1), encoding="utf-8")
    tell_truly(bag)


def mend_of(code: str) -> str:
    return CODES[code].mend


CASES: tuple[Case, ...] = (
    Case(
        "D001",
        "in a comment of a locale file",
        checked(both(WITHHELD, rewritten(PO, lambda data: data + b"\n# Maristela Quillwater saw it\n")), *DEPOSIT),
        f"{PO}:215",
        mend_of("D001"),
    ),
    Case(
        "D002",
        "a name and a year",
        checked(rewritten(PO, lambda data: b"# Maristela Quillwater, 2026.\n" + data), *DEPOSIT),
        f"{PO}:1:1",
        mend_of("D002"),
    ),
    Case("D003", "another deposit", taken, f"build/deposits/{NAME}", mend_of("D003")),
    Case(
        "D004",
        "not recorded",
        unrecorded,
        "content/demo/quotations.lock",
        "run: dossier quotations demo --snapshots DIR --record; then make the deposit",
        frozenset({"A002", "Q001", "T006"}),
    ),
    Case(
        "D005",
        "percent sign",
        checked(
            both(
                edited(PART, "(images/example.svg ", "(images/100%25.svg "),
                written("content/demo/images/100%.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'),
            ),
            *DEPOSIT,
        ),
        "content/demo/images/100%.svg",
        mend_of("D005"),
    ),
    Case(
        "D006",
        "a folder that is not there",
        checked(lambda workshop: None, "verify", "no-such-bag"),
        "no-such-bag",
        mend_of("D006"),
    ),
    Case("D007", "a link", spoiled(lambda bag: (bag / "data/link").symlink_to("/etc")), "data/link", mend_of("D007")),
    Case("D008", "a page is gone", spoiled(lambda bag: (bag / PAGE).unlink()), PAGE, mend_of("D008")),
    Case("D009", "one more", spoiled(lambda bag: (bag / "data/more").write_bytes(b"")), "data/more", mend_of("D009")),
    Case("D010", "a page is cut", spoiled(lambda bag: (bag / PAGE).write_bytes(b"")), PAGE, mend_of("D010")),
    Case(
        "D011",
        "an empty list of lists",
        spoiled(lambda bag: (bag / "tagmanifest-sha512.txt").write_bytes(b"none\n")),
        "tagmanifest-sha512.txt:1",
        mend_of("D011"),
        frozenset({"D009"}),
    ),
    Case(
        "D012",
        "no provenance",
        spoiled(lambda bag: ((bag / PROVENANCE).unlink(), sealed(bag))),
        "data/provenance",
        mend_of("D012"),
    ),
    Case("D013", "an empty lock", spoiled(unrecorded_quotation), "data/project/content/demo", mend_of("D013")),
    Case("D014", "of another edition", spoiled(other_identifier), PAGE, mend_of("D014")),
    Case("D015", "not asked for", spoiled(lambda bag: None), "data/project", mend_of("D015")),
    Case("D016", "another Pango", spoiled(other_version, "--require-rebuild"), "data/project", mend_of("D016")),
    Case("D017", "a page that agrees with its digests", spoiled(other_page, "--require-rebuild"), PAGE, mend_of("D017")),
)
