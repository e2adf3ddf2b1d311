"""Whether a model works: ``python -m dossier.translation.engines.argos_trial FOLDER`` loads it and translates one word.

A programme of its own, because a model is not trusted until then, and what reads it is written in C++: where that crashes or
takes all memory, only this process ends.
"""

import sys
from pathlib import Path

from dossier.translation.engines.argos_packages import SENTENCEPIECE


def main(folder: Path) -> None:
    """Load the package in ``folder``; ends with exit 1 and the reason on standard error where it does not work."""
    try:
        _translate(folder)
    except Exception as error:  # whatever the libraries raise: it is the reason
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        raise SystemExit(1) from None


def _translate(folder: Path) -> None:
    import ctranslate2

    translator = ctranslate2.Translator(str(folder / "model"), device="cpu", inter_threads=1, intra_threads=1)
    pieces = _pieces(folder / SENTENCEPIECE)
    translator.translate_batch([pieces], beam_size=1, max_decoding_length=2)


def _pieces(tokenizer: Path) -> list[str]:
    """A word in the pieces of this model; without a model of SentencePiece, a word that every vocabulary takes for unknown."""
    if not tokenizer.is_file():
        return ["a"]
    import sentencepiece

    pieces: list[str] = sentencepiece.SentencePieceProcessor(model_file=str(tokenizer)).encode("a", out_type=str)
    return pieces


if __name__ == "__main__":
    main(Path(sys.argv[1]))
