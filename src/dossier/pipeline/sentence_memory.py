"""What engines made of sentences, kept so that no sentence is asked for twice: an SQLite database in ``build/``.

It is derived: without it the same drafts are made once more. A reply is found by a digest of everything it depends on (engine and
models, effort, sentence), so nothing in it ever has to be forgotten, and what it was made from cannot be read in it. Each reply
is written as it comes; a process that is killed loses none (write-ahead log, https://sqlite.org/wal.html).
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.place import Place
from dossier.translation.engines.engine import Effort, Reply

MEMORY = "build/.drafts.sqlite"
"""Hidden, and in ``build/``: no output, and part of no repository."""
SET_ASIDE = f"{MEMORY}.set-aside"
_APPLICATION, _VERSION = 0x64726674, 1
"""The version is raised when an engine of ours makes another reply of the same models: its origin does not tell that."""
_PATIENCE = 30.0  # seconds that another command may take to write a reply
_AT_ONCE = 500
_BESIDE = ("-wal", "-shm", "-journal")
_TABLE = "CREATE TABLE IF NOT EXISTS replies (key BLOB PRIMARY KEY, reply TEXT NOT NULL) WITHOUT ROWID"


class _ForeignError(Exception):
    """The file is not ours, or of another version."""


class SentenceMemory:
    """Replies by machine, effort and sentence. Whatever befalls its file, drafting goes on; ``diagnostics`` tell (M034, M035)."""

    def __init__(self, root: Path) -> None:
        self._file = root / MEMORY
        self._aside = root / SET_ASIDE
        self.diagnostics: list[Diagnostic] = []
        self._is_begun_anew = False
        self._database: sqlite3.Connection | None = None
        self._begin()

    def __enter__(self) -> "SentenceMemory":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._close()

    def find(self, machine: str, effort: Effort, sentences: Iterable[str]) -> dict[str, Reply]:
        """The replies that are known, by their sentences."""
        wanted = {_key(machine, effort, sentence): sentence for sentence in sentences}
        try:
            return {wanted[key]: reply for key, reply in self._rows(list(wanted))}
        except sqlite3.Error as error:
            self._recover(error)
            return {}

    def keep(self, machine: str, effort: Effort, sentence: str, reply: Reply) -> None:
        """Remember a reply; it is on its way to the disk when this returns."""
        if self._database is None:
            return
        try:
            row = (_key(machine, effort, sentence), _written(reply))
            self._database.execute("INSERT OR REPLACE INTO replies VALUES (?, ?)", row)
        except sqlite3.Error as error:
            self._recover(error)

    def _rows(self, keys: list[bytes]) -> Iterator[tuple[bytes, Reply]]:
        if self._database is None:
            return
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            query = f"SELECT key, reply FROM replies WHERE key IN ({','.join('?' * len(some))})"
            for key, text in self._database.execute(query, some):
                if (reply := _read(text)) is not None:
                    yield key, reply

    def _begin(self) -> None:
        try:
            self._database = self._opened()
        except (sqlite3.Error, OSError, _ForeignError) as error:
            self._recover(error)

    def _opened(self) -> sqlite3.Connection:
        self._file.parent.mkdir(exist_ok=True)
        if self._file.is_symlink():
            raise _ForeignError("it is a link")
        database = sqlite3.connect(self._file, timeout=_PATIENCE, isolation_level=None)
        try:
            _prepare(database)
        except BaseException:
            database.close()
            raise
        return database

    def _recover(self, error: Exception) -> None:
        """Begin anew where the file is damaged or foreign, once; otherwise go on without a memory."""
        self._close()
        if _is_damage(error) and not self._is_begun_anew and self._move_aside():
            self._is_begun_anew = True
            message = "the memory of drafts cannot be read and was begun anew"
            self.diagnostics.append(Diagnostic(CODES["M034"], message, Place(SET_ASIDE), (("reason", str(error)),)))
            self._begin()
        else:
            message = "the memory of drafts cannot be used; drafts are made without it"
            self.diagnostics.append(Diagnostic(CODES["M035"], message, Place(MEMORY), (("reason", str(error)),)))

    def _move_aside(self) -> bool:
        try:
            self._file.replace(self._aside)
            for suffix in _BESIDE:
                self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def _close(self) -> None:
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None


def _prepare(database: sqlite3.Connection) -> None:
    """Make the tables, or see that they are ours.

    Raises
    ------
    _ForeignError
        Where they are not.
    """
    # One look, and nobody else in between: of a file that another command is just making, half would be seen.
    database.execute("BEGIN IMMEDIATE")
    is_empty = not _number(database, "SELECT count(*) FROM sqlite_master")
    found = tuple(_number(database, f"PRAGMA {name}") for name in ("application_id", "user_version"))
    if found != (_APPLICATION, _VERSION) and not (is_empty and found == (0, 0)):
        raise _ForeignError("it was made by another programme, or another version")
    for step in (_TABLE, f"PRAGMA application_id = {_APPLICATION}", f"PRAGMA user_version = {_VERSION}", "COMMIT"):
        database.execute(step)
    _log_ahead(database)
    database.execute("PRAGMA synchronous = NORMAL")


def _log_ahead(database: sqlite3.Connection) -> None:
    """Switch to the write-ahead log. Where another command is at the file just now, that one switches, or the next."""
    try:
        database.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise


def _number(database: sqlite3.Connection, query: str) -> int:
    return int(database.execute(query).fetchone()[0])


def _is_damage(error: Exception) -> bool:
    if isinstance(error, sqlite3.Error):
        # What is extended is in the higher bytes: SQLITE_CORRUPT_INDEX is a SQLITE_CORRUPT.
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
    return isinstance(error, _ForeignError)


def _key(machine: str, effort: Effort, sentence: str) -> bytes:
    return sha256(json.dumps([machine, astuple(effort), sentence]).encode()).digest()


def _written(reply: Reply) -> str:
    return json.dumps({"text": reply.text, "cut": reply.cut, "alignment": reply.alignment})


def _read(text: object) -> Reply | None:
    """A reply as it was written; ``None`` for anything else, which is asked for again."""
    try:
        value: dict[str, Any] = json.loads(text) if isinstance(text, str) else {}
        words, cut, alignment = value["text"], value["cut"], value["alignment"]
    except (ValueError, KeyError, TypeError):
        return None
    good = isinstance(words, str) and isinstance(cut, bool) and isinstance(alignment, list)
    return Reply(words, cut, tuple(alignment)) if good and all(type(one) is int for one in alignment) else None
