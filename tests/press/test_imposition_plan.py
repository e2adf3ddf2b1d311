"""The law of folding: print both sides, lay the sheets one into the other, fold, gather, and the pages follow one another."""

from collections.abc import Iterator, Sequence

import pytest

from dossier.press.imposition.plan import Binding, Layout, Side, sides

SIGNATURES = (0, 4, 8, 16, 32)


def folded(printed: Sequence[Side], signature: int, binding: Binding) -> Iterator[int | None]:
    """The pages of a booklet made of ``printed`` sides by somebody with paper in hand, who knows nothing of the plan.

    A sheet is turned like a page of a book: what is behind the left half of its front is the right half of its back.
    """
    sheets = list(zip(printed[::2], printed[1::2], strict=True))
    size = signature // 4 or len(sheets)
    for start in range(0, len(sheets), size):
        yield from _read_through(sheets[start : start + size], binding)


def _read_through(signature: Sequence[tuple[Side, Side]], binding: Binding) -> Iterator[int | None]:
    """Leaf by leaf: the halves away from the spine that opens first, outside in; then the others, inside out."""
    leaves = [
        ((front.right, back.left), (back.right, front.left))
        if binding is Binding.LEFT
        else ((front.left, back.right), (back.left, front.right))
        for front, back in signature
    ]
    for first_half, _ in leaves:
        yield from first_half
    for _, second_half in reversed(leaves):
        yield from second_half


@pytest.mark.parametrize("binding", Binding)
@pytest.mark.parametrize("signature", SIGNATURES)
def test_folded_and_gathered_the_pages_follow_one_another(signature: int, binding: Binding) -> None:
    for pages in range(1, 131):
        found = list(folded(sides(pages, Layout.BOOKLET, signature, binding), signature, binding))
        assert found[:pages] == list(range(1, pages + 1)), pages
        assert set(found[pages:]) <= {None}
        assert len(found) - pages < 4, "no sheet is wasted"


@pytest.mark.parametrize("binding", Binding)
def test_the_law_tells_the_wrong_binding(binding: Binding) -> None:
    other = Binding.LEFT if binding is Binding.RIGHT else Binding.RIGHT
    assert list(folded(sides(8, Layout.BOOKLET, 0, other), 0, binding)) != list(range(1, 9))


def test_the_law_tells_the_wrong_signature() -> None:
    assert list(folded(sides(32, Layout.BOOKLET, 16), 8, Binding.LEFT)) != list(range(1, 33))


def test_a_booklet_of_eight_pages_as_every_printer_knows_it() -> None:
    assert [(side.left, side.right) for side in sides(8, Layout.BOOKLET)] == [(8, 1), (2, 7), (6, 3), (4, 5)]
    right = sides(8, Layout.BOOKLET, binding=Binding.RIGHT)
    assert [(side.left, side.right) for side in right] == [(1, 8), (7, 2), (3, 6), (5, 4)]


def test_two_pages_side_by_side_follow_the_direction_of_reading() -> None:
    assert [(side.left, side.right) for side in sides(3, Layout.TWO_UP)] == [(1, 2), (3, None)]
    right = sides(3, Layout.TWO_UP, binding=Binding.RIGHT)
    assert [(side.left, side.right) for side in right] == [(2, 1), (None, 3)]


def test_depth_grows_to_the_inside_of_each_signature() -> None:
    assert [side.depth for side in sides(24, Layout.BOOKLET, 12)] == [0, 0, 0.5, 0.5, 1, 1] * 2
    assert [side.depth for side in sides(4, Layout.BOOKLET)] == [0, 0]


@pytest.mark.parametrize(("pages", "signature"), [(0, 0), (-1, 0), (4, 2), (4, -4), (4, 6)])
def test_what_no_paper_can_do_is_refused(pages: int, signature: int) -> None:
    with pytest.raises(ValueError, match="cannot be folded"):
        sides(pages, Layout.BOOKLET, signature)
