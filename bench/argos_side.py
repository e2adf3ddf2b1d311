"""The other side of ``drafts.py``: argostranslate, in a process and, as a rule, an environment of its own.

Reads paragraphs (a JSON list), writes what came of them (JSON). Packages and settings come from ARGOS_… variables.
"""

import json
import sys

from argostranslate import translate
from own_figures import measured


def main() -> None:
    """Translate what standard input holds, paragraph by paragraph."""
    paragraphs = json.load(sys.stdin)
    translation = translate.get_translation_from_codes("en", "fr")
    translation.translate("Load the model.")
    json.dump(measured(lambda: [translation.translate(paragraph) for paragraph in paragraphs]), sys.stdout)


if __name__ == "__main__":
    main()
