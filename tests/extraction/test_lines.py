"""Lines on pages, made paragraphs."""

from dossier.extraction.lines import Line, paragraphs_of

SIZE = 12.0


def line(text: str, top: float, *, left: float = 50, right: float = 300, size: float = SIZE) -> Line:
    return Line(text, left, top - size, right, top)


def column(top: float, *texts: str, left: float = 50) -> list[Line]:
    """Lines 14 points from one another."""
    return [line(text, top - 14 * number, left=left, right=left + 250) for number, text in enumerate(texts)]


def test_lines_of_one_distance_are_one_paragraph_and_a_wider_gap_ends_it() -> None:
    page = [*column(700, "One", "two", "three"), *column(645, "four", "five")]
    assert paragraphs_of([page]) == ["One\ntwo\nthree", "four\nfive"]


def test_a_sentence_goes_on_on_the_next_page_wherever_it_begins_there() -> None:
    for top in (700, 300):
        assert paragraphs_of([column(500, "One", "two"), column(top, "three", "four")]) == ["One\ntwo\nthree\nfour"]


def test_a_sentence_that_ends_with_its_page_ends_its_paragraph() -> None:
    for end in (".", "؟", "!”", ").", "۔"):
        assert paragraphs_of([column(500, "One", f"two{end}"), column(300, "Three")]) == [f"One\ntwo{end}", "Three"]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    page = [*column(700, "One", "two", "three"), *column(700, "four", "five.", left=320), *column(600, "Six", left=320)]
    assert paragraphs_of([page]) == ["One\ntwo\nthree\nfour\nfive.", "Six"]


def test_a_line_of_another_size_is_a_paragraph() -> None:
    page = [line("Head", 700, size=18), *column(680, "one", "two"), line("small", 650, size=8)]
    assert paragraphs_of([page]) == ["Head", "one\ntwo", "small"]


def test_an_indent_ends_a_paragraph_only_where_a_sentence_ends() -> None:
    def page(first: str) -> list[Line]:
        return [*column(700, "One", first), line("Three", 672, left=65), *column(658, "four", "five")]

    assert paragraphs_of([page("two.")]) == ["One\ntwo.", "Three\nfour\nfive"]
    assert paragraphs_of([page("two")]) == ["One\ntwo\nThree\nfour\nfive"]


def test_an_indent_of_persian_is_on_the_right() -> None:
    page = [*column(700, "یک", "دو."), line("سه", 672, right=285), *column(658, "چهار", "پنج")]
    assert paragraphs_of([page]) == ["یک\nدو.", "سه\nچهار\nپنج"]
    page = [*column(700, "یک", "دو."), line("سه", 672, left=65), *column(658, "چهار", "پنج")]
    assert paragraphs_of([page]) == ["یک\nدو.\nسه\nچهار\nپنج"]


def test_lines_at_the_edge_that_come_again_and_numbers_are_left_out() -> None:
    pages = [[line(f"Head {n}", 750), *column(700, f"one{n}", "two"), line(f"– {n} –", 40)] for n in range(3)]
    assert paragraphs_of(pages) == ["one0\ntwo\none1\ntwo\none2\ntwo"]
    assert paragraphs_of(pages[:2]) == ["Head 0", "one0\ntwo\nHead 1", "one1\ntwo"]


def test_a_page_that_is_nothing_but_a_number_keeps_it() -> None:
    assert paragraphs_of([[line("1988", 400)]]) == ["1988"]


def test_no_pages_and_empty_pages() -> None:
    assert paragraphs_of([]) == paragraphs_of([[], []]) == []
