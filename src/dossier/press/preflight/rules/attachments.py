"""X076, X077: what attachments say of themselves (ISO 19005-3, 6.8)."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for attachment in survey.attachments:
        if attachment.missing:
            yield Finding(
                "X076",
                f"an attachment has no {', no '.join(attachment.missing)}".replace("no a ", "no "),
                0,
                attachment.object,
                attachment.name[:60],
            )
        if attachment.digest_is_wrong:
            yield Finding("X077", "the digest of an attachment is of other bytes", 0, attachment.object, attachment.name[:60])
