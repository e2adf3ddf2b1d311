"""A short run of the bench of merging: what ours offers beside msgmerge, so that it is noticed when it gets worse."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from judges import require

BENCH = Path(__file__).parents[2] / "bench"
HISTORIES = range(1000, 1006)
"""Other ones than the bench's own."""


@pytest.fixture(scope="module")
def merging() -> Iterator[object]:
    sys.path.insert(0, str(BENCH))
    try:
        import merging

        yield merging
    finally:
        sys.path.remove(str(BENCH))


def test_the_right_translation_is_offered_at_least_as_often_as_by_msgmerge(merging: object) -> None:
    require("msgmerge")
    scores = merging.measured(HISTORIES)  # type: ignore[attr-defined]
    assert merging.failures(scores) == []  # type: ignore[attr-defined]


def test_histories_are_the_same_at_every_run(merging: object) -> None:
    from histories import Edit, history

    made = history(1000)
    assert made == history(1000)
    assert {expected.edit for expected in made.expected} == set(Edit)
    assert len({expected.document for expected in made.expected}) == len(Edit)
