"""P: what the press cannot set."""

import pytest
from cases import ENGLISH_PAGE, ENGLISH_PDF, PART, PO, TOML, Case, both, checked, edited, written
from PIL import Image, ImageCms

from dossier.model.records import Output
from dossier.pipeline import edition, output_profiles
from dossier.pipeline.making import Made, Making
from workshop import Run, Workshop

PAGE = "templates/web/page.html.j2"
SHEET = "<html lang='en'><head><title>x</title>{}</head><body><p>x</p></body></html>"
OTHER_SIGN = "write the character differently, or take another sign"
LINE = "mend the line shown, or remove your template to use the default one"

ENGLISH_PRINT = ("build", "--lang", "en", "--output", "print")
OUTPUTS = 'outputs = ["pdf", "epub", "html"]'
PRINTED = 'outputs = ["print"]'
WITH_PROFILE = f'{PRINTED}\npdf.output-profile = "house.icc"'
ASK_THE_HOUSE = "ask the printing house for its ICC profile, put the file into the project and name its path"


def without_the_package(workshop: Workshop) -> Run:
    workshop.edit(TOML, OUTPUTS, PRINTED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(output_profiles, "PACKAGE", "no-such-package-of-dossier")
        return workshop.run(*ENGLISH_PRINT)


def of_a_screen(workshop: Workshop) -> None:
    workshop.write("house.icc", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


def deep_picture(workshop: Workshop) -> None:
    path = workshop.root / "content/demo/images/deep.png"
    Image.new("I;16", (9, 9), 30000).save(path)


def with_a_broken_step(workshop: Workshop) -> Run:
    def broken(making: Making) -> Made:
        raise RuntimeError("nobody foresaw this")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edition, "MAKERS", {**edition.MAKERS, Output.HTML: broken})
        return workshop.run(*ENGLISH_PAGE)


SHEET_OF_THE_PROJECT = "templates/print/theme.css"
LONG_LINE = f"```\n{'longer-than-the-page' * 20}\n```\n\n## How"
WIDE_TABLE = f"{'| 1988 ' * 70}|\n{'| --- ' * 70}|\n{'| 2020 ' * 70}|\n\n## How"


CASES = (
    Case(
        "P001", "in the original", checked(edited(PART, "is made", "is 漢"), "check", "--lang", "en"), f"{PART}:8:21", OTHER_SIGN
    ),
    Case(
        "P001",
        "in a translation",
        checked(edited(PO, "Ce que voient", "Ce que 漢")),
        f"{PO}:110:1",
        OTHER_SIGN,
        also=frozenset({"T023"}),  # no letter of French, besides
    ),
    Case(
        "P002",
        "style sheet from the web",
        checked(
            written("templates/print/document.html.j2", SHEET.format("<link rel=stylesheet href='https://example.org/x.css'>")),
            *ENGLISH_PDF,
        ),
        "",
        "put the file into templates/ or content/ and refer to it by its relative path",
    ),
    Case("P003", "unexpected error", with_a_broken_step, "", "report it with the message shown"),
    Case("P004", "syntax", checked(written(PAGE, "<p>\n{% if %}\n</p>"), *ENGLISH_PAGE), f"{PAGE}:2", LINE),
    Case("P004", "no such value", checked(written(PAGE, "<p>\n\n{{ edition.no }}\n</p>"), *ENGLISH_PAGE), f"{PAGE}:3", LINE),
    Case("P004", "no such template", checked(written(PAGE, "<p>\n{% include 'x' %}\n</p>"), *ENGLISH_PAGE), f"{PAGE}:2", LINE),
    Case(
        "P005",
        "unknown property",
        checked(written("templates/print/document.html.j2", SHEET.format("<style>p { colour: red }</style>")), *ENGLISH_PDF),
        "",
        "write the rule in a form the engine knows, or put it under @media screen",
    ),
    Case(
        "P006",
        "near",
        checked(edited(TOML, 'id = "demo"', 'id = "demo"\ntheme = "readr"')),
        f"{TOML}:2:9",
        "did you mean “reader”?",
    ),
    Case(
        "P006",
        "far",
        checked(edited(TOML, 'id = "demo"', 'id = "demo"\ntheme = "zzzz"'), *ENGLISH_PAGE),
        f"{TOML}:2:9",
        "write one of: default, brief, reader; or make templates/themes/zzzz/",
    ),
    Case(
        "P007",
        "package not installed",
        without_the_package,
        "",
        "install dossier[print], or set pdf.output-profile in dossier.toml to the printing house's profile",
    ),
    Case(
        "P008",
        "no profile",
        checked(both(edited(TOML, OUTPUTS, WITH_PROFILE), written("house.icc", "not a profile")), *ENGLISH_PRINT),
        "",
        ASK_THE_HOUSE,
    ),
    Case("P008", "no such file", checked(edited(TOML, OUTPUTS, WITH_PROFILE), *ENGLISH_PRINT), "", ASK_THE_HOUSE),
    Case(
        "P009",
        "profile of a screen",
        checked(both(edited(TOML, OUTPUTS, WITH_PROFILE), of_a_screen), *ENGLISH_PRINT),
        "",
        "name a CMYK output profile, such as those for coated or uncoated paper that printing houses give out",
    ),
    Case(
        "P010",
        "grey in sixteen bits",
        checked(
            both(edited(TOML, OUTPUTS, PRINTED), edited(PART, "images/example.svg", "images/deep.png"), deep_picture),
            *ENGLISH_PRINT,
        ),
        "",
        "write the colour as #rrggbb; save the image anew as PNG or JPEG, in RGB or grey with eight bits a channel",
        also=frozenset({"P005"}),  # the page engine does not know such an image either
    ),
    Case(
        "P011",
        "line of code that may not be parted",
        checked(both(edited(PART, "## How", LONG_LINE), written(SHEET_OF_THE_PROJECT, "pre { white-space: pre }")), *ENGLISH_PDF),
        "",
        "make it narrower: a table of fewer columns, or two tables; a shorter line or word; a style sheet that asks for less",
    ),
    Case(
        "P012",
        "seventy columns",
        checked(edited(PART, "## How", WIDE_TABLE), *ENGLISH_PDF),
        "",
        "make two tables of it, let rows and columns change places, or choose a larger page",
    ),
)
