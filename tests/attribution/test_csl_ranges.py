"""Ranges in citations stand in the order that they have in running text."""

import pytest
from csl_samples import in_documents, setting


@pytest.mark.parametrize(("tag", "expected"), [("fa", '<bdi dir="ltr">۱۵–۱۷</bdi>'), ("en", "15–17")])
def test_a_range_of_pages_is_isolated_where_lines_run_from_the_right(tag: str, expected: str) -> None:
    found = setting(tag, "chicago-notes-bibliography", in_documents())
    said = "".join(str(part) for texts in found.texts.values() for fragment in texts for part in fragment)
    assert expected in said
    assert said.count('<bdi dir="ltr">15–17</bdi>') == 0
