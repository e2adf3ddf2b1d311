"""A server that is never silent and never done: it sends a byte now and then."""

import itertools
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

HEADERS = b"HTTP/1.1 200 OK\r\n"
A_BODY = b"HTTP/1.1 200 OK\r\n\r\n"
PARTS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;"


@contextmanager
def dripping(beginning: bytes, drops: bytes = b"x") -> Iterator[str]:
    """The address of a server that begins each answer with ``beginning`` and goes on with ``drops``, again and again."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        over = threading.Event()
        thread = threading.Thread(target=_serve, args=(listener, beginning, drops, over))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            over.set()
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def _serve(listener: socket.socket, beginning: bytes, drops: bytes, over: threading.Event) -> None:
    while not over.is_set():
        with suppress(OSError):
            asker, _ = listener.accept()
            with asker:
                asker.sendall(beginning)
                for drop in itertools.cycle(drops):
                    if over.wait(0.01):
                        return
                    asker.sendall(bytes((drop,)))
