"""``dossier impose``, as people call it."""

from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from dossier.cli.main import main


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A PDF of five pages that is bound on the right."""
    path = tmp_path / "letter.print.pdf"
    with pikepdf.new() as pdf:
        for _ in range(5):
            pdf.add_blank_page(page_size=(300, 400))
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(Direction=pikepdf.Name.R2L)
        pdf.save(path)
    return path


def impose(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["impose", *map(str, arguments)])


def sides(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_a_booklet_comes_to_lie_beside_the_pdf(letter: Path) -> None:
    result = impose(letter)
    made = letter.with_name("letter.booklet.pdf")
    told = "5 pages on 2 sheets, 3 places empty, bound on the right; print on both sides, flip on the short edge"
    assert (result.exit_code, result.output) == (0, f"{made}: {told}\n")
    assert sides(made) == 4


def test_two_up_is_told_by_sides(letter: Path) -> None:
    result = impose(letter, "--layout", "2-up")
    assert (result.exit_code, result.output) == (0, f"{letter.with_name('letter.2-up.pdf')}: 5 pages on 3 sides\n")


def test_every_option_is_heard(letter: Path, tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "out.pdf"
    result = impose(letter, "--signature", 4, "--binding", "left", "--sheet", "A3", "--marks", "--creep", "0.5", "-o", target)
    assert result.exit_code == 0, result.output
    assert "bound on the left" in result.output
    with pikepdf.open(target) as made, pikepdf.open(letter):
        assert len(made.pages) == 4
        assert [round(float(value)) for value in made.pages[0].MediaBox] == [0, 0, 1191, 842]
        assert b"[2] 0 d" in made.pages[0].Contents.read_bytes()
        assert "/Direction" not in made.Root.ViewerPreferences


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--signature", "6"], "a multiple of 4 is needed"),
        (["--signature", "8", "--layout", "2-up"], "only a booklet has signatures"),
        (["--creep", "99"], "not in the range"),
        (["--creep", "1", "--layout", "2-up"], "only a booklet"),
        (["--sheet", "B7"], "is not one of"),
    ],
)
def test_what_no_paper_can_do_is_refused(letter: Path, arguments: list[str], said: str) -> None:
    result = impose(letter, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert list(letter.parent.iterdir()) == [letter]


@pytest.mark.parametrize("name", ["nothing.pdf", "."])
def test_what_is_no_file_is_told(letter: Path, name: str) -> None:
    result = impose(letter.parent / name)
    assert result.exit_code == 1
    assert "error S011" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_link_to_the_pdf_is_not_written_over(letter: Path) -> None:
    before, link = letter.read_bytes(), letter.with_name("link.pdf")
    link.symlink_to(letter)
    result = impose(letter, "-o", link)
    assert result.exit_code == 1
    assert "error S012" in result.stderr
    assert letter.read_bytes() == before


def test_a_name_cannot_steer_the_terminal(letter: Path) -> None:
    odd = letter.rename(letter.with_name("a\x1b[31mred.pdf"))
    result = impose(odd)
    assert result.exit_code == 0
    assert "\x1b" not in result.output
