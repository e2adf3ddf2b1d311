"""``python -m dossier``."""

from dossier.cli.main import main

if __name__ == "__main__":
    main(prog_name="dossier")
