"""The day on which something is recorded: ``--record`` writes it into the lock. A build takes no date from here."""

import os
from datetime import UTC, datetime

from dossier.model.records import DossierConfig
from dossier.pipeline.clock import modified


def today(config: DossierConfig) -> str:
    """``YYYY-MM-DD`` in UTC, from ``SOURCE_DATE_EPOCH`` where it is set.

    Raises
    ------
    DossierError
        S008 where it is set to something else than a number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(modified(config), UTC) if given else datetime.now(UTC)
    return moment.date().isoformat()
