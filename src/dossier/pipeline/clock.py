"""The one place where a date of outputs comes from; it is never the clock."""

import os
from datetime import UTC, datetime

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.records import DossierConfig


def modified(config: DossierConfig) -> int:
    """Second since the epoch for all dates written: ``SOURCE_DATE_EPOCH``, or the dossier's own date at 00:00 UTC.

    See https://reproducible-builds.org/specs/source-date-epoch/.

    Raises
    ------
    DossierError
        S008 where ``SOURCE_DATE_EPOCH`` is no whole number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return int(datetime.fromisoformat(config.date).replace(tzinfo=UTC).timestamp())
    if not given.isascii() or not given.isdigit():
        raise DossierError(Diagnostic(CODES["S008"], f"SOURCE_DATE_EPOCH is “{given}”"))
    return int(given)
