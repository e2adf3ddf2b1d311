"""S: what the machine, or the command line, does not have."""

import os
import shutil
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pikepdf
from cases import ENGLISH_PAGE, ENGLISH_PDF, PART, PO, TOML, Case, checked

from dossier.pipeline import update as pipeline_update
from machine import as_unprivileged, fill, make_read_only, open_folder, small_disk
from workshop import Run, Workshop

WITHOUT_PANGO = """
import cffi

load = cffi.FFI.dlopen

def dlopen(self, name, *rest):
    if "pango" in str(name):
        raise OSError(f"cannot load library '{name}'")
    return load(self, name, *rest)

cffi.FFI.dlopen = dlopen
"""
LIBRARIES = "on Debian or Ubuntu, ask the administrator for: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def without_pango(workshop: Workshop) -> Run:
    workshop.write("lame/sitecustomize.py", WITHOUT_PANGO)
    path = os.pathsep.join(filter(None, (str(workshop.root / "lame"), os.environ.get("PYTHONPATH"))))
    return workshop.spawn(*ENGLISH_PDF, environment={"PYTHONPATH": path})


def read_only(_: Workshop) -> Run:
    with open_folder() as folder:
        workshop = Workshop.demo(folder / "demo")
        assert workshop.run("update").exit_code == 0  # loads every module while root still may
        workshop.edit(PART, "What readers see", "What all readers see")
        make_read_only(workshop.root)
        return as_unprivileged(lambda: workshop.run("update", "--lang", "fr"))


def full_disk(_: Workshop) -> Run:
    with small_disk("600k") as disk:
        workshop = Workshop.demo(disk / "demo")
        fill(disk, leaving=192 * 1024)  # room for the index page, not for the edition
        return workshop.run(*ENGLISH_PAGE)


def links_in_a_circle(workshop: Workshop) -> None:
    (workshop.root / PART).unlink()
    (workshop.root / PART).symlink_to(workshop.root / PART)


def a_folder_for_a_file(workshop: Workshop) -> None:
    (workshop.root / PO).unlink()
    (workshop.root / PO).mkdir()


def unreadable(_: Workshop) -> Run:
    with open_folder() as folder:
        workshop = Workshop.demo(folder / "demo")
        assert workshop.run("check").exit_code == 0
        (workshop.root / PO).chmod(0)
        return as_unprivileged(lambda: workshop.run("check"))


def no_number(workshop: Workshop) -> Run:
    return workshop.spawn(*ENGLISH_PAGE, environment={"SOURCE_DATE_EPOCH": "yesterday"})


def beyond_all_calendars(workshop: Workshop) -> Run:
    return workshop.spawn(*ENGLISH_PAGE, environment={"SOURCE_DATE_EPOCH": "9" * 30})


def saved_while_we_work(workshop: Workshop) -> Run:
    """An editor saves the file after it was read."""
    workshop.edit(PART, "What readers see", "What all readers see")
    merged = pipeline_update.update_language

    def merge(*arguments: Any) -> Any:
        result = merged(*arguments)
        workshop.edit(PO, "Ce que voient", "Tout ce que voient")
        return result

    with patch.object(pipeline_update, "update_language", merge):
        return workshop.run("update", "--lang", "fr")


LEFTOVER = ".introduction.po.dossier-0a1b2c3d-0123456789abcdef-0123456789abcdef.old"


def saved_when_killed(workshop: Workshop) -> None:
    workshop.write(str(Path(PO).parent / LEFTOVER), 'msgid ""\nmsgstr ""\n')


def a_locked_pdf(workshop: Workshop) -> Run:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(workshop.root / "locked.pdf", encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return workshop.run("impose", str(workshop.root / "locked.pdf"))


def no_pdf(workshop: Workshop) -> Run:
    workshop.write("letter.pdf", "Dear printer")
    return workshop.run("impose", str(workshop.root / "letter.pdf"))


def pages_of_two_sizes(workshop: Workshop) -> Run:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(300, 400))
        pdf.add_blank_page(page_size=(300, 500))
        pdf.save(workshop.root / "mixed.pdf")
    return workshop.run("impose", str(workshop.root / "mixed.pdf"))


def over_itself(workshop: Workshop) -> Run:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(workshop.root / "own.pdf")
    return workshop.run("impose", str(workshop.root / "own.pdf"), "-o", str(workshop.root / "own.pdf"))


def no_time(workshop: Workshop) -> Run:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(workshop.root / "slow.pdf")
    return workshop.run("impose", str(workshop.root / "slow.pdf"), "--timeout", "0.001")


CASES = (
    Case("S001", "no Pango", without_pango, "", LIBRARIES),
    Case(
        "S002",
        "read-only folder",
        read_only,
        "build/.locales.lock",
        "make the folder writable for you, or work in a copy of the project",
    ),
    Case("S003", "full disk", full_disk, "build/demo/en/demo.html", "free some space and run the command again"),
    Case("S004", "language", checked(lambda _: None, "check", "--lang", "fra"), "", "did you mean “fr”?"),
    Case(
        "S004",
        "output",
        checked(lambda _: None, "build", "--output", "print"),
        "",
        "add it to outputs in dossier.toml, or use one of those shown",
    ),
    Case("S004", "dossier", checked(lambda _: None, "build", "dmo"), "", "did you mean “demo”?"),
    Case(
        "S005",
        "no project",
        checked(lambda workshop: shutil.rmtree(workshop.root / "content")),
        "",
        "change into the project's folder, name it with -C DIR, or begin one: dossier init NAME",
    ),
    Case(
        "S006",
        "links in a circle",
        checked(links_in_a_circle),
        f"{TOML}:13:10",
        "put the file itself in the place of the link that leads in a circle",
    ),
    Case("S006", "unreadable", unreadable, PO, "make the file readable for you"),
    Case(
        "S006",
        "folder in the way",
        checked(a_folder_for_a_file, "update"),
        PO,
        "rename or remove what is in the way, or the link that leads there",
    ),
    Case("S009", "saved while update worked", saved_while_we_work, PO, "run the command again"),
    Case(
        "S010",
        "saved when update was killed",
        checked(saved_when_killed, "update", "--lang", "fr"),
        str(Path(PO).parent / LEFTOVER),
        "take over into introduction.po what is missing there, then delete this file",
    ),
    Case("S007", "folder in use", checked(lambda _: None, "init", "."), "", "choose another name"),
    Case(
        "S008",
        "no number",
        no_number,
        "",
        "set it to a number (date +%s), or unset it: the dossier's own date is used then",
    ),
    Case(
        "S008",
        "too large",
        beyond_all_calendars,
        "",
        "set it to a number (date +%s), or unset it: the dossier's own date is used then",
    ),
    Case("S011", "encrypted", a_locked_pdf, "locked.pdf", "take the encryption away if you may: qpdf --decrypt IN.pdf OUT.pdf"),
    Case("S011", "no PDF", no_pdf, "letter.pdf", "name a PDF that opens without a password"),
    Case("S012", "two sizes", pages_of_two_sizes, "mixed.pdf", "bring all pages to one size first"),
    Case("S012", "over itself", over_itself, "own.pdf", "name another file with -o"),
    Case(
        "S013",
        "no time",
        no_time,
        "slow.pdf",
        "if you trust the file, give it more time: --timeout SECONDS; else do not open it",
    ),
)
