"""``libretranslate``: a server of the user's own that speaks LibreTranslate's HTTP API (``/languages``, ``/translate``, …).

Nothing but sentences, the two languages and the key goes out. What is not told in the origin is where the server is: locale
files are published, and an address inside an organisation is nobody's business.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import accumulate
from typing import Any, NoReturn
from unicodedata import category

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.engine import Effort, Engine, Pair, Reply, Settings
from dossier.translation.engines.language_codes import codes_of, plain
from dossier.translation.engines.server import Refusal, Server
from dossier.translation.engines.server_address import address_warnings, server_address

_AT_ONCE, _CHARACTERS = 16, 4000
"""Sentences and letters in one request: little enough to be answered in time, and for what came to be kept if it is not."""
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){1,2}([a-z]{1,3}\d{0,4})?")
_BREAKS = re.compile(r"[\t\r\n]+")
_NEVER_IN_A_SENTENCE = frozenset({"Cc", "Cs"})
_INSTALL = "install the extra: pip install 'dossier[mt]' (in a checkout: make mt)"
_ABOUT_TEXTS = frozenset({400, 413, 500})
"""With these, a server may refuse some texts and take others: too long, too many, or such that its models fail."""
_PROBE = "1"
_SECRET = 8


@dataclass(frozen=True)
class LibreTranslateEngine:
    """Asks ``server`` to translate from ``source`` into ``target``, codes as the server writes them.

    Parameters
    ----------
    characters:
        The most letters it takes in one request.
    """

    server: Server
    source: str
    target: str
    origin: str
    warnings: tuple[Diagnostic, ...] = ()
    characters: int = _CHARACTERS

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        """In order, a few sentences a request; one that the server cannot take gets an empty reply."""
        at_once, done = _AT_ONCE, 0
        while done < len(sentences):
            batch = _batch(sentences[done : done + at_once], self.characters)
            answer = self._asked(batch)
            if isinstance(answer, Refusal) and len(batch) > 1:
                at_once = len(batch) // 2  # there may be a limit that it does not tell beforehand
                continue
            if isinstance(answer, Refusal):
                texts, at_once = self._refused(answer), _AT_ONCE
            else:
                texts = answer
            yield from enumerate(map(Reply, texts), done)
            done += len(batch)

    def _asked(self, sentences: Sequence[str]) -> Sequence[str] | Refusal:
        if len(sentences[0]) > self.characters:
            return [""]
        message = {"q": sentences, "source": self.source, "target": self.target, "format": "text"}
        if self.server.key:
            message["api_key"] = self.server.key
        answer = self.server.post("/translate", message)
        if not isinstance(answer, Refusal):
            return self._believed(answer, len(sentences))
        if answer.status not in _ABOUT_TEXTS:
            self._fail(answer)
        return answer

    def _refused(self, refusal: Refusal) -> Sequence[str]:
        """One empty translation, if it is the sentence that the server cannot take; else it takes none at all."""
        if isinstance(self._asked([_PROBE]), Refusal):
            self._fail(refusal)
        return [""]

    def _fail(self, refusal: Refusal) -> NoReturn:
        self.server.fail(f"it answers {refusal.status}: {refusal.reason}", mend=_mend(refusal))

    def _believed(self, answer: Any, count: int) -> Sequence[str]:
        texts = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            self.server.fail("its answer is no list of translations")
        if len(texts) != count:
            self.server.fail(f"it was asked for {count} translations and gives {len(texts)}")
        stripped = [_BREAKS.sub(" ", text).strip() for text in texts]
        if self._tells_key(texts):
            self.server.fail("its translations contain the key")  # they will be published
        if any(category(char) in _NEVER_IN_A_SENTENCE for text in stripped for char in text):
            self.server.fail("there are control characters in its translations")
        return stripped

    def _tells_key(self, texts: Sequence[str]) -> bool:
        """Whether a text has the key in it; a short one may be there by chance."""
        return len(self.server.key) >= _SECRET and any(self.server.key in text for text in texts)


def open_engine(pair: Pair, settings: Settings) -> Engine:
    """The engine for ``pair`` at the server of ``settings``.

    Raises
    ------
    DossierError
        M002 without httpx, M007 where no usable address is named, M004 where the server does not answer as LibreTranslate would,
        M003 where it does not know the languages.
    """
    if not find_spec("httpx"):
        raise DossierError(Diagnostic(CODES["M002"], "the engine “libretranslate” needs httpx", mend=_INSTALL))
    address = server_address(settings)
    server = Server(address, settings.key)
    source, target = _codes(server, pair)
    origin = f"libretranslate {_version(server)} {pair}"
    return LibreTranslateEngine(server, source, target, origin, address_warnings(address), _limit(server))


def _codes(server: Server, pair: Pair) -> tuple[str, str]:
    """The languages as the server writes them."""
    known = _languages(server)
    source = _code(pair.source, known)
    targets = known.get(source, ())
    target = _code(pair.target, targets)
    if not (source and target):
        rows = (("it has", ", ".join(sorted(known))), *(((f"from {source}", ", ".join(sorted(targets))),) if source else ()))
        details = tuple((label, server.shown(text) or "nothing") for label, text in rows)
        mend = "let the server load them (libretranslate --load-only …), or choose another engine"
        message = f"the server does not translate from “{pair.source}” into “{pair.target}”"
        raise DossierError(Diagnostic(CODES["M003"], message, None, details, mend))
    return source, target


def _languages(server: Server) -> Mapping[str, Sequence[str]]:
    """By code, the codes of what each language is translated into; older servers do not tell, and mean every other."""
    answer = server.get("/languages")
    if isinstance(answer, Refusal):
        server.fail(f"it answers {answer.status}: {answer.reason}", mend=_mend(answer))
    if not isinstance(answer, list) or not all(isinstance(one, dict) and isinstance(one.get("code"), str) for one in answer):
        server.fail("its list of languages is none", mend="see that --server names a LibreTranslate server")
    codes = [one["code"] for one in answer]
    found = {}
    for one in answer:
        targets = one.get("targets")
        found[one["code"]] = [code for code in targets if isinstance(code, str)] if isinstance(targets, list) else codes
    return found


def _code(tag: str, known: Mapping[str, Any] | Sequence[str]) -> str:
    written = {plain(code): code for code in known}
    return next((written[code] for code in codes_of(tag) if code in written), "")


def _version(server: Server) -> str:
    """The version that the description of the API gives (``/spec``); a server may keep it to itself."""
    answer = _offered(server, "/spec")
    info = answer.get("info")
    version = info.get("version") if isinstance(info, dict) else None
    return version if isinstance(version, str) and _VERSION.fullmatch(version) else "(version unknown)"


def _limit(server: Server) -> int:
    """The most letters in a request, by what the server tells its own page (``/frontend/settings``)."""
    limit = _offered(server, "/frontend/settings").get("charLimit")
    return min(limit, _CHARACTERS) if type(limit) is int and limit > 0 else _CHARACTERS


def _offered(server: Server, path: str) -> Mapping[str, Any]:
    """What may be there and need not: empty where it is not, whatever the reason."""
    try:
        answer = server.get(path)
    except DossierError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _batch(sentences: Sequence[str], characters: int) -> list[str]:
    """As many of ``sentences`` from the first on as have no more than ``characters`` letters together, and at least one."""
    sizes = accumulate(map(len, sentences))
    return [sentence for sentence, size in zip(sentences, sizes, strict=True) if size <= characters] or list(sentences[:1])


def _mend(refusal: Refusal) -> str:
    """What may help against a refusal; 401 and 403 are about keys, and 400 is what LibreTranslate says to who has none."""
    if refusal.status in (400, 401, 403):
        return "if the server asks for a key, set DOSSIER_SERVER_KEY to it, then run the same command again"
    return ""
