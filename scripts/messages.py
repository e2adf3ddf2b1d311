"""The templates' own messages: ``locales/templates/templates.pot`` written anew, and merged into every language.

``make messages`` runs it; with ``--check`` it writes nothing, and exits 1 where the POT file is behind the templates.
Babel extracts by ``babel.cfg``, GNU msgmerge merges. The POT file has no date and no line numbers: the same templates give the
same bytes, and moving text changes nothing.
"""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import write_po

ROOT = Path(__file__).parents[1]
POT = ROOT / "locales/templates/templates.pot"
HEADER = r"""# The templates' own strings: what dossier prints beside the words of a dossier.
# This file is distributed under the same license as dossier.
msgid ""
msgstr ""
"Project-Id-Version: dossier\n"
"Language: \n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


def extracted() -> bytes:
    """The POT file as the templates and modules under :data:`ROOT` want it."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = extract_from_dir(ROOT, methods, options, comment_tags=("Translators:",))
    catalog = Catalog(charset="utf-8")
    for name, _, messages, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        catalog.add(messages, locations=[(Path(name).as_posix(), 0)], auto_comments=comments, context=context)
    out = BytesIO()
    write_po(out, catalog, omit_header=True, include_lineno=False)
    return HEADER.encode() + out.getvalue()


def main(arguments: list[str]) -> int:
    """Write and merge, or only check."""
    wanted = extracted()
    if arguments == ["--check"]:
        if POT.read_bytes() == wanted:
            return 0
        print(f"{POT.relative_to(ROOT)} is behind the templates; run: make messages", file=sys.stderr)
        return 1
    POT.write_bytes(wanted)
    # Without fuzzy matching: templates use fuzzy entries, and a message's words must not come to stand under another's.
    merge = ("msgmerge", "--quiet", "--update", "--previous", "--no-fuzzy-matching", "--backup=none")
    for catalog in sorted(ROOT.glob("locales/*/LC_MESSAGES/templates.po")):
        subprocess.run([*merge, catalog, POT], check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
