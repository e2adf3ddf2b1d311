"""The record of a made-up letter whose text is known by its digest alone."""

_RECORD = """---
id: letter
title: A letter
publisher: A body
publisher-kind: intergovernmental
issued: 1988-09
URL: https://example.org/letter
language: en
rights: unknown to us
reproduce: digest
snapshot:
  sha256: {digest}
  media-type: {media_type}
{evidence}---
What the letter is about.
"""


def letter_record(digest: str, media_type: str = "text/plain", *, evidence: str = "") -> str:
    """The Markdown file of the record.

    Parameters
    ----------
    digest, media_type:
        Of the snapshot; ``digest`` in hex.
    evidence:
        The lines of ``evidence``, without their indent.
    """
    lines = "".join(f"  {line}\n" for line in evidence.splitlines())
    return _RECORD.format(digest=digest, media_type=media_type, evidence=f"evidence:\n{lines}" if lines else "")
