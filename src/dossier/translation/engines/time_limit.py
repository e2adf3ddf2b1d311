"""A limit on the time of a whole request by httpx.

httpx limits the time between two bytes. A server that sends one now and then, in its headers or between the parts of a body, is
never late, and would hold whoever asks for ever.
"""

import socket
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import Any, Self

_CONNECTED = (".connect_tcp.complete", ".start_tls.complete")


class TimeLimit:
    """Shuts the connection of a request down when its time is over; what reads from it then finds it ended.

    The request must be given :attr:`extensions`, by a client that does not keep connections.

    Parameters
    ----------
    seconds:
        The time from the beginning, or from when it was last renewed.
    """

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._seconds = seconds
        self._timer: Timer | None = None
        self._stream: Any = None

    @property
    def extensions(self) -> dict[str, Any]:
        """What tells us of the connection: httpx hands ``trace`` on to httpcore, which calls it."""
        return {"trace": self._trace}

    def renew(self) -> None:
        """Let the time begin again: enough has come."""
        if self._timer:
            self._timer.cancel()
        self._timer = Timer(self._seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def __enter__(self) -> Self:
        self.renew()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._timer:
            self._timer.cancel()

    def _trace(self, event: str, info: Mapping[str, Any]) -> None:
        if event.endswith(_CONNECTED):
            self._stream = info["return_value"]
            if self.is_over:
                self._shut()

    def _end(self) -> None:
        self.is_over = True
        self._shut()

    def _shut(self) -> None:
        connection = self._stream.get_extra_info("socket") if self._stream else None
        if isinstance(connection, socket.socket):
            with suppress(OSError):  # ended already
                # The plain one's: that of TLS would take away what another thread is reading by.
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
