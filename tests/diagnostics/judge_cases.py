"""J: what judges say, by judges that always say the same."""

from collections.abc import Mapping

from cases import PART, Case, Provoke

from dossier.model.codes import CODES
from fake_judges import CONTENT, LINKS, ace, epubcheck, machine_with, qpdf, verapdf
from workshop import Run, Workshop

PDF, BOOK = "build/demo/en/demo.pdf", "build/demo/en/demo.epub"
SECOND_ITEM = "/4/2[introduction]/12/4[introduction--par.3]/1:0"


def judged(output: str, programmes: Mapping[str, str], *, required: bool = False) -> Provoke:
    def provoke(workshop: Workshop) -> Run:
        with machine_with(workshop.root / "programmes", programmes, required=required):
            return workshop.run("build", "--lang", "en", "--output", output, "--verify")

    return provoke


def on_book(*, java: str = epubcheck("INFO"), ace: str = ace()) -> Provoke:
    return judged("epub", {"java": java, "ace": ace, "chromium": CONTENT})


def case(code: str, name: str, provoke: Provoke, place: str) -> Case:
    return Case(code, name, provoke, place, CODES[code].mend)


CASES = (
    case("J001", "a link without tag", judged("pdf", {"verapdf": verapdf([LINKS]), "qpdf": CONTENT}), PDF),
    case("J002", "in a paragraph", on_book(java=epubcheck("ERROR", "What is shown")), f"{PART}:19:3"),
    case("J003", "of the whole book", on_book(java=epubcheck("WARNING")), BOOK),
    case("J004", "an item of a list", on_book(ace=ace("critical", SECOND_ITEM)), f"{PART}:11:4"),
    case("J005", "somewhere in a chapter", on_book(ace=ace("minor", "/4/2")), PART),
    case("J006", "a damaged PDF", judged("pdf", {"verapdf": verapdf([]), "qpdf": qpdf("file is damaged")}), PDF),
    case("J007", "no veraPDF", judged("pdf", {"qpdf": CONTENT}), ""),
    case("J008", "no veraPDF and required", judged("pdf", {"qpdf": CONTENT}, required=True), ""),
    case("J009", "a veraPDF that raves", judged("pdf", {"verapdf": "print('{')", "qpdf": CONTENT}), ""),
)
