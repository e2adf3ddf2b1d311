"""A small dossier with everything on it that an edition has to show, read and woven by the real rooms."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from dossier.content.load import load_dossier
from dossier.edition.catalogs import Messages, read_messages
from dossier.edition.compose import Edition, compose
from dossier.model.document import Dossier
from dossier.model.place import Place
from dossier.model.translation import Catalog, LocalizedDossier, State, Translation
from dossier.translation.cut import cut
from dossier.translation.weave import weave_dossier

ROOT = Path(__file__).parents[2]
PATH = "content/sample/dossier.toml"

DOSSIER = """\
id = "sample"
title = "A sample"
subtitle = "With a subtitle"
description = "What it is about."
language = "en"
languages = ["en", "fr", "fa"]
date = "2026-11-21"
version = "0.1"
status = "draft"
editors = [{ given = "Ada", family = "Example" }]
publisher = "Example House"
rights = "All rights with their owners"
keywords = ["letters"]
parts = ["summary.md", "notes.md"]
"""
SUMMARY = """\
---
title: Summary
---

First words with *stress*, `code` and a note.[^one] See [the source](sources/letter.md) and [methods](notes.md#methods).

## What happened

- a tight item
- another item with <https://example.org/?a=b&c=d>

> A quotation & more.

| Question | Answer |
|---|---:|
| How many? | 12 |

![A grey square](images/grey.png "The *square*")

Term
: Its definition.

Again the note.[^one] And one more.[^two]

```python
print("a < b")
```

[^one]: The first note, with a [link](https://example.org/).

[^two]: The second note.

    It has two paragraphs.
"""
NOTES = """\
---
title: Notes on method
subtitle: How it was done
---

## Methods

Back to [the summary](summary.md#what-happened).

### A detail

#### Too deep for the contents

See [below](#methods).
"""
LETTER = """\
---
id: letter
title-short: Letter of an office
author: [{ literal: Somebody Secret }]
publisher: The Office
publisher-kind: party to the matter
issued: "1988-07~/1988-09"
language: en
reproduce: digest
notices: [A registration notice.]
withhold: [Somebody Secret]
snapshot: { sha256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", media-type: text/plain }
evidence:
  title: unknown
  publisher: text
  issued: "inferred: it speaks of summer"
  URL: unknown
  rights: unknown
---

## What happened

The letter says so.
"""


def _png() -> bytes:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (40, 30), "grey").save(out, "PNG")
    return out.getvalue()


@dataclass(frozen=True)
class Memory:
    """A project that is a dictionary."""

    files: dict[str, bytes] = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        try:
            return self.files[path]
        except KeyError:
            raise FileNotFoundError(path) from None

    def exists(self, path: str) -> bool:
        return path in self.files

    def glob(self, pattern: str) -> Iterable[str]:
        return sorted(path for path in self.files if fnmatch(path, pattern))


def project(**changed: str) -> Memory:
    texts = {"dossier.toml": DOSSIER, "summary.md": SUMMARY, "notes.md": NOTES, "sources/letter.md": LETTER}
    texts |= {name.replace("__", "/") + ("" if "." in name else ".md"): text for name, text in changed.items()}
    files = {f"content/sample/{name}": text.encode() for name, text in texts.items()}
    return Memory(files | {"content/sample/images/grey.png": _png()})


def load(**changed: str) -> Dossier:
    dossier, _ = load_dossier(project(**changed), PATH)
    return dossier


Choose = Callable[[str], State]


def translated(msgid: str) -> str:
    return msgid.replace("A grey", "†A grey") if msgid.startswith("![") else f"†{msgid}†"


def localized(dossier: Dossier, language: str, choose: Choose) -> LocalizedDossier:
    """Every unit translated as ``†words†``, in the state ``choose`` gives for its msgid."""
    catalogs = {
        document.id: Catalog(
            language,
            {
                unit.key: Translation(translated(unit.msgid), choose(unit.msgid), Place("x.po", 1))
                for unit in cut(document)
                if choose(unit.msgid) is not State.MISSING
            },
        )
        for document in dossier.documents
    }
    return weave_dossier(dossier, catalogs, language)[0]


def original(dossier: Dossier) -> LocalizedDossier:
    return weave_dossier(dossier, {}, dossier.config.language)[0]


def messages(language: str) -> Messages:
    path = f"locales/{language}/LC_MESSAGES/templates.po"
    return read_messages([(path, (ROOT / path).read_bytes())] if language != "en" else [])


def edition(woven: LocalizedDossier) -> Edition:
    return compose(woven, messages(woven.language), modified=1_795_219_200, toolchain=(("dossier", "0"),))
