"""Levels that an author skips."""

import pytest

from dossier.content.markdown import finish, parse_blocks
from dossier.edition.heading_levels import without_gaps


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ([2, 3, 4, 2], [2, 3, 4, 2]),
        ([1, 2, 2], [1, 2, 2]),
        ([5, 5, 2], [2, 2, 2]),
        ([2, 5, 5, 4, 3, 6], [2, 3, 3, 3, 3, 4]),
    ],
)
def test_no_level_is_skipped(written: list[int], shown: list[int]) -> None:
    tokens, _ = finish(*parse_blocks("\n\n".join(f"{'#' * level} a" for level in written)))
    made = [token.tag for token in without_gaps(tokens) if token.type.startswith("heading")]
    assert made == [tag for level in shown for tag in (f"h{level}", f"h{level}")]
