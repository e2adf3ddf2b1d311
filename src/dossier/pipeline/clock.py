"""The one place where a date of outputs comes from; it is never the clock."""

import os
from datetime import UTC, datetime

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.records import DossierConfig

_LAST = 253402300799  # the end of the year 9999: no format we write knows a later date
_DIGITS = len(str(_LAST))


def modified(config: DossierConfig) -> int:
    """Second since the epoch for all dates written: ``SOURCE_DATE_EPOCH``, or the dossier's own date at 00:00 UTC.

    See https://reproducible-builds.org/specs/source-date-epoch/.

    Raises
    ------
    DossierError
        S008 where ``SOURCE_DATE_EPOCH`` is no whole number of seconds before the year 10000.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return int(datetime.fromisoformat(config.date).replace(tzinfo=UTC).timestamp())
    if not given.isascii() or not given.isdigit() or int(given[:_DIGITS]) > _LAST or len(given) > _DIGITS:
        raise DossierError(Diagnostic(CODES["S008"], f"SOURCE_DATE_EPOCH is “{given}”"))
    return int(given)
