"""What WeasyPrint says in its log, as diagnostics.

Import this module only after :func:`dossier.press.engine.load_engine`.
"""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.press.fetcher import REFUSAL, shown
from dossier.press.findings import no_glyph


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        # The logger is one for all threads; another thread's page is not ours.
        if record.thread == self._thread:
            self.records.append(record)


@contextmanager
def listening() -> Iterator[list[logging.LogRecord]]:
    """Collect what WeasyPrint logs meanwhile, from warnings upwards."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    logger.addHandler(collector)
    try:
        yield collector.records
    finally:
        logger.removeHandler(collector)


def diagnostics(records: Iterable[logging.LogRecord]) -> tuple[Diagnostic, ...]:
    """The findings behind the records of :func:`listening`, once each.

    What WeasyPrint says of an address that the fetcher refused is left out: the fetcher tells of it.
    """
    return tuple(dict.fromkeys(_diagnostic(record) for record in records if REFUSAL not in record.getMessage()))


def _diagnostic(record: logging.LogRecord) -> Diagnostic:
    for beginning, make in _KINDS:
        if str(record.msg).startswith(beginning):
            return make(record)
    return Diagnostic(CODES["P005"], f"the page engine says: {record.getMessage().rstrip('.')}")


def _argument(record: logging.LogRecord) -> str:
    return shown(str(record.args[0])) if isinstance(record.args, tuple) and record.args else record.getMessage()


def _no_glyph(record: logging.LogRecord) -> Diagnostic:
    return no_glyph(_argument(record))


def _bad_image(record: logging.LogRecord) -> Diagnostic:
    return Diagnostic(CODES["C015"], f"the image “{_argument(record)}” cannot be set")


def _no_anchor(record: logging.LogRecord) -> Diagnostic:
    return Diagnostic(CODES["C020"], f"a link leads to “#{_argument(record)}”, which is nowhere in this edition")


def _no_alternative(record: logging.LogRecord) -> Diagnostic:
    return Diagnostic(CODES["C016"], f"the image “{_argument(record)}” has no alternative text")


# By the beginning of the message's template in WeasyPrint 70; what is not here is told in WeasyPrint's own words.
_KINDS: tuple[tuple[str, Callable[[logging.LogRecord], Diagnostic]], ...] = (
    (".notdef glyph rendered", _no_glyph),
    ("Failed to load image", _bad_image),
    ("Failed to render SVG image", _bad_image),
    ("No anchor #", _no_anchor),
    ('Image "%s" has no required alt', _no_alternative),
)
