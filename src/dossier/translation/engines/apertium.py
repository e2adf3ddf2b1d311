"""``apertium``: the programme of that name, as Debian has it. Rules and dictionaries, no model.

Sentences go to it in its own stream format (``-f none``), each ended by a null character at which every part of the pipe begins
anew (``-z``): however much it reorders, no word can get from one sentence into another. Where no mode leads from the one
language into the other, two or three are joined: en → es → fr.

A word that no dictionary has comes back as it is (``-u``). In the middle of a joined way it must not be taken for a word of the
language there (an unknown ``y`` for the Spanish *and*): there Apertium is let mark it with its star, and it travels on with an
ending that makes it unknown in every language.
"""

import os
import re
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.apertium_modes import Route, digest, listed, route
from dossier.translation.engines.engine import Effort, Engine, Pair, Reply, Settings

_PROGRAMME = "apertium"
_PACKAGES = "apertium apertium-eng-spa apertium-fr-es"
_AT_ONCE = 200
"""Sentences handed over in one run: starting takes a fifth of a second, and whoever waits sees how far it is."""
_PATIENCE = (60.0, 0.5)
"""Seconds that a run may take, and those for each of its sentences."""
_END = ".[]"
"""A full stop that is none, which Apertium's own deformatters write behind a text, so that it is seen to end."""
_SPECIAL = re.compile(r"[\[\]{}^$/\\@<>]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SUPERBLANK = re.compile(r"(?<!\\)((?:\\\\)*)\[((?:\\.|[^\\\]])*)\]", re.DOTALL)
_COUNTED = re.compile(r"[\[\]{}^$/\\@<>~]")
_MARK = re.compile(r"(?<!\\)(?:\*(?P<unknown>\w+)|[#@](?=\w))")
_LIKE_MARKS = re.compile(r"[*#]|qzx", re.IGNORECASE)
_NO_WORD = "qzx"
_NO_WORDS = re.compile(rf"(?<=\w)(?:{_NO_WORD})+(?!\w)", re.IGNORECASE)
_PROBE = "1"


@dataclass(frozen=True)
class ApertiumEngine:
    """Runs ``programme`` once for each mode of ``way``."""

    programme: str
    way: Route
    origin: str

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        """In order; what Apertium cannot give back with its signs unharmed, gets an empty reply."""
        numbered = iter(enumerate(sentences))
        while chunk := list(islice(numbered, _AT_ONCE)):
            texts = self._along_the_way([sentence for _, sentence in chunk])
            for (index, sentence), text in zip(chunk, texts, strict=True):
                yield index, Reply(_finished(sentence, text))

    def _along_the_way(self, sentences: Sequence[str]) -> Sequence[str]:
        """Through one mode after the other."""
        for mode in self.way[:-1]:
            sentences = _halfway(self.programme, mode.name, sentences)
        last = _translated(self.programme, self.way[-1].name, sentences)
        return [_NO_WORDS.sub("", text) for text in last] if len(self.way) > 1 else last


def open_engine(pair: Pair, settings: Settings) -> Engine:
    """The engine for ``pair``.

    Raises
    ------
    DossierError
        M002 where the programme is not there, M003 where its data do not lead into the language, M006 where it fails.
    """
    programme = shutil.which(_PROGRAMME)
    if programme is None:
        message, mend = "the programme apertium is not on this machine", f"on Debian or Ubuntu: apt-get install {_PACKAGES}"
        raise DossierError(Diagnostic(CODES["M002"], message, mend=mend))
    modes = listed(_answer(programme, "-l"))
    way = route(modes, pair)
    if not way:
        raise DossierError(_no_way(pair, tuple(mode.name for mode in modes)))
    return ApertiumEngine(programme, way, _origin(programme, way))


def _no_way(pair: Pair, names: Sequence[str]) -> Diagnostic:
    return Diagnostic(
        CODES["M003"],
        f"apertium has no way from “{pair.source}” into “{pair.target}”",
        details=(("it has", ", ".join(names) or "no mode at all"),),
        mend=f"install data for these languages, on Debian or Ubuntu such as: apt-get install {_PACKAGES}",
    )


def _origin(programme: str, way: Route) -> str:
    """``apertium 3.8.3 eng-spa + es-fr model:sha256:…``."""
    version = re.search(r"\d+(?:\.\d+)+", _answer(programme, "-V"))
    folder = os.environ.get("APERTIUM_DATADIR") or Path(programme).resolve().parents[1] / "share" / "apertium"
    known = digest(way, Path(folder) / "modes")
    model = f"model:sha256:{known}" if known else "(data unknown)"
    return f"apertium {version[0] if version else '(version unknown)'} {' + '.join(mode.name for mode in way)} {model}"


# --- a run --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Failure:
    """Why a run gave nothing that can be used."""

    reason: str


def _halfway(programme: str, mode: str, sentences: Sequence[str]) -> Sequence[str]:
    """Every sentence through ``mode``, with unknown words made known as such; not so where a sentence has marks of its own."""
    marked = [index for index, sentence in enumerate(sentences) if not _LIKE_MARKS.search(sentence)]
    plain = [index for index, sentence in enumerate(sentences) if _LIKE_MARKS.search(sentence)]
    made: dict[int, str] = {}
    for indices, options in ((marked, ()), (plain, ("-u",))):
        texts = _translated(programme, mode, [sentences[index] for index in indices], options) if indices else ()
        made |= zip(indices, texts, strict=True)
    return [made[index] for index in range(len(sentences))]


def _translated(programme: str, mode: str, sentences: Sequence[str], options: Sequence[str] = ("-u",)) -> Sequence[str]:
    """Every sentence through ``mode``; the empty text for those that Apertium chokes on.

    A chunk that fails is halved until what fails stands alone, if Apertium works at all.
    """
    made = _run(programme, mode, sentences, options)
    if not isinstance(made, _Failure):
        return made
    if isinstance(_run(programme, mode, [_PROBE], options), _Failure):
        raise DossierError(_failed(f"apertium fails at {mode}", made))
    if len(sentences) == 1:
        return [""]
    half = len(sentences) // 2
    parts = (sentences[:half], sentences[half:])
    return [text for part in parts for text in _translated(programme, mode, part, options)]


def _run(programme: str, mode: str, sentences: Sequence[str], options: Sequence[str]) -> Sequence[str] | _Failure:
    data = "".join(f"{_escaped(sentence)}{_END}\0" for sentence in sentences).encode("utf-8", "replace")
    done = _output([programme, "-z", *options, "-f", "none", mode], data, _PATIENCE[0] + _PATIENCE[1] * len(sentences))
    if isinstance(done, _Failure):
        return done
    texts = done.split("\0")
    if len(texts) <= len(sentences) or any(text.strip() for text in texts[len(sentences) :]):
        found = len(texts) - 1
        return _Failure(f"{found} sentences came back for {len(sentences)}")
    return [_read(text if "-u" in options else _marks_used(text)) for text in texts[: len(sentences)]]


def _answer(programme: str, option: str) -> str:
    answer = _output([programme, option], b"", _PATIENCE[0])
    if isinstance(answer, _Failure):
        raise DossierError(_failed(f"“apertium {option}” fails", answer))
    return answer


def _output(command: Sequence[str], data: bytes, patience: float) -> str | _Failure:
    """What ``command`` writes. However it ends, none of the programmes it started is left running."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,
        )
    except OSError as error:
        return _Failure(str(error))
    try:
        output, errors = process.communicate(data, timeout=patience)
        if process.returncode:
            return _Failure(_last_line(errors) or f"it ended with {process.returncode}")
        return output.decode("utf-8")
    except subprocess.TimeoutExpired:
        return _Failure(f"it took more than {patience:.0f} seconds")
    except UnicodeDecodeError:
        return _Failure("what it wrote is not UTF-8")
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process and all that it started: ``apertium`` is a script, whose parts would go on without it."""
    if process.returncode is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _environment() -> dict[str, str]:
    """Ours, with an encoding that has every letter, and without the stranger programme that apertium would prefer."""
    kept = {name: value for name, value in os.environ.items() if name != "LC_ALL"}
    return {**kept, "LC_CTYPE": "C.UTF-8", "APERTIUM_TRANSFUSE": "no"}


def _last_line(errors: bytes) -> str:
    lines = [line.strip() for line in errors.decode("utf-8", "replace").splitlines() if line.strip()]
    return "".join(char for char in lines[-1] if char.isprintable())[:200] if lines else ""


def _failed(message: str, failure: _Failure) -> Diagnostic:
    return Diagnostic(CODES["M006"], message, details=(("reason", failure.reason),))


# --- the stream format ----------------------------------------------------------------------------------------------------


def _escaped(sentence: str) -> str:
    """``sentence`` as text of a stream. A tilde would be taken for a mark of the generator's: it travels between words."""
    text = _SPECIAL.sub(r"\\\g<0>", sentence.replace("\0", " "))
    return text.replace("~", "[~]")


def _read(text: str) -> str:
    """The text in a part of a stream: what :func:`_escaped` did undone, and without our end."""
    shown = _SUPERBLANK.sub(r"\1\2", text.removesuffix(_END).removesuffix("[]"))
    return _ESCAPED.sub(r"\1", shown)


def _marks_used(text: str) -> str:
    """``text`` without marks (``*`` unknown, ``@`` and ``#`` not made), and unknown words with an ending that keeps them so."""
    return _MARK.sub(lambda found: f"{found['unknown']}{_NO_WORD}" if found["unknown"] else "", text)


def _finished(sentence: str, text: str) -> str:
    """``text`` as ``sentence`` would be written; empty where a sign that means something to Apertium did not come back."""
    if Counter(_COUNTED.findall(sentence)) != Counter(_COUNTED.findall(text)):
        return ""
    spaced = text if "  " in sentence else re.sub(" {2,}", " ", text)
    return _begun_alike(sentence.strip(), spaced.strip())


def _begun_alike(sentence: str, text: str) -> str:
    """``text`` with a small letter at its start where the original has one: Apertium begins everything with a capital."""
    if sentence[:1].islower() and text[:1].isupper() and not text[1:2].isupper():
        return text[0].lower() + text[1:]
    return text
