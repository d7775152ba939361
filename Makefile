# Một Cửa. `make run` serves it, `make test` proves it; `make help` lists the rest.

# The first Python from 3.11 on; PYTHON=… names another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
DIST := motcua/common/static/dist
KEYWORDS := -k gettext_lazy -k ngettext_lazy:1,2 -k pgettext_lazy:1c,2
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard motcua/locale/*/LC_MESSAGES/*.po))
ASSETS := $(wildcard motcua/*/assets/* motcua/*/assets/*/*) package.json package-lock.json

# An environment that was moved, or whose Python was upgraded away, does not start: forget that it was installed.
ifeq ($(wildcard .venv/.runtime .venv/.everything),)
else ifneq ($(shell $(BIN)/python -P -c 'import motcua; print("here")' 2>/dev/null),here)
$(shell rm -f .venv/.uv .venv/.runtime .venv/.everything)
endif

# Compiled modules halve the time to the first page.
unexport PYTHONDONTWRITEBYTECODE

.DELETE_ON_ERROR:
.PHONY: help setup everything run test check words bench

help:
	@echo 'make run     serve Một Cửa on http://127.0.0.1:8000/ (PORT=… for another port) until Ctrl-C'
	@echo 'make test    every test, browser journeys included'
	@echo 'make check   style, types, imports, migrations, catalogue, translations'
	@echo 'make words   bring the English catalogue to the words of the program'
	@echo 'make bench   measure, print a table and write var/bench.json'
	@echo 'make setup   only prepare .venv and the assets; the others do it too'

setup: .venv/.runtime $(DIST)/.built $(CATALOGUES)

everything: .venv/.everything $(DIST)/.built $(CATALOGUES)

run: setup
	@exec $(BIN)/motcua run --stop-with-parent

test: everything
	@sh requirements/chromium.sh
	$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4

check: everything
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	MOTCUA_HOME=var/check $(BIN)/motcua manage makemigrations --check --dry-run
	$(BIN)/python -m pytest -q --numprocesses=auto --maxprocesses=4 tests/architecture tests/catalogue/test_starter_shape.py tests/dossiers/test_diagram.py

words: .venv/.everything
	@mkdir -p var
	@$(BIN)/pybabel --quiet extract --mapping-file=babel.cfg $(KEYWORDS) --no-location --sort-output --output-file=var/words.pot motcua
	@$(BIN)/pybabel --quiet update --domain=django --input-file=var/words.pot --output-dir=motcua/locale --locale=en \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

bench: setup
	$(BIN)/python -m bench

.venv/.runtime: requirements/lock.txt requirements/uv.txt pyproject.toml
	@test -n '$(PYTHON)' || { echo 'Một Cửa needs Python 3.11 or newer: install it, or name it with PYTHON=…' >&2; exit 1; }
	@echo 'Installing into .venv (the first time this downloads some 100 MB)'
	@sh requirements/install.sh '$(PYTHON)' build
	@touch $@

.venv/.everything: .venv/.runtime
	@sh requirements/install.sh '$(PYTHON)' build dev
	@touch $@

$(DIST)/.built: $(ASSETS) .venv/.runtime
	@echo 'Building style sheets and scripts'
	@sh requirements/assets.sh '$(PYTHON)'
	@touch $@

%.mo: %.po .venv/.runtime
	@$(BIN)/pybabel --quiet compile --input-file=$< --output-file=$@
