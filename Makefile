# `make help` lists what can be made. Paths are relative throughout, so that the repository may lie in a folder with spaces.
.DEFAULT_GOAL := help
.PHONY: help dossier mt test check messages pictures lock wheel bench clean

LOCK := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header $(if $(UPGRADE),--upgrade)
LOCKED := -c requirements/runtime.txt -c requirements/build.txt

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 12

dossier: ## set up this machine and build every dossier in content/ into build/
	@scripts/setup runtime
	.venv/bin/dossier build

mt: ## set up this machine for machine drafts as well (dossier draft, models, evaluate)
	@scripts/setup mt

test: ## set up this machine with the judges and run the tests
	@scripts/setup test
	.venv/bin/python -m pytest -n auto

check: ## style, types, and which room imports which
	@scripts/setup check
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

messages: ## bring the templates' own strings in locales/ up to the templates
	@scripts/setup test
	.venv/bin/python scripts/messages.py

pictures: ## draw the README's pictures of the first dossier into docs/pictures/
	@scripts/setup pictures
	.venv/bin/python scripts/pictures.py

lock: ## bring requirements/ up to pyproject.toml (UPGRADE=1: to the newest versions)
	@scripts/setup check
	$(LOCK) pyproject.toml --output-file requirements/runtime.txt
	$(LOCK) --group build -c requirements/runtime.txt --output-file requirements/build.txt
	$(LOCK) pyproject.toml --extra mt -c requirements/runtime.txt --output-file requirements/mt.txt
	$(LOCK) --group test $(LOCKED) -c requirements/mt.txt --output-file requirements/test.txt
	$(LOCK) --group assets --no-deps --output-file requirements/assets.txt
	$(LOCK) --group specs --no-binary :all: --output-file requirements/specs.txt
	$(LOCK) --group check $(LOCKED) -c requirements/mt.txt -c requirements/test.txt --output-file requirements/check.txt

wheel: ## dist/: the wheel, and the source it can be built from
	@scripts/setup runtime
	.venv/bin/python -m hatchling build

bench: ## our build beside bare WeasyPrint (screen and archive), faults on 350 pages, quotations, citations, merging beside msgmerge, 10,000 entries
	@scripts/setup test
	.venv/bin/python bench/pages.py
	.venv/bin/python bench/faults.py
	.venv/bin/python bench/quotations.py
	.venv/bin/python bench/citations.py
	.venv/bin/python bench/merging.py
	.venv/bin/python bench/entries.py
	.venv/bin/python bench/archive.py

clean: ## take away what was made here: build/, dist/, .venv and caches
	rm -rf build dist .venv .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
