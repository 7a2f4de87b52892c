# Everything below makes its own environment in .venv first; a second run finds it made.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint score clean bench test-slow
.DEFAULT_GOAL := demo

$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Chancery needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; name another with make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[formats,charts]'
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

demo: $(VENV)/installed ## a database of the sample reports, and what two saved reports say of it
	$(BIN)/chancery init
	$(BIN)/chancery import reports importers/samples
	$(BIN)/chancery report anniversaries --limit 10
	$(BIN)/chancery report upcoming-anniversaries --country CN --country RU --limit 8
	$(BIN)/chancery report trade-against-official --country CN --country RU --limit 12
	@echo "Next: $(BIN)/chancery import reports FOLDER, with a folder of reports of your own; then $(BIN)/chancery report"

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint ## style, types and the whole suite on SQLite and PostgreSQL
	$(BIN)/pytest -n auto

clean:
	rm -rf $(VENV) chancery.db chancery.db-wal chancery.db-shm

score: $(VENV)/installed ## the reading measured against a folder of texts and what a careful reader finds in them
	$(BIN)/python -m tests.score

$(VENV)/installed-bench: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	@touch $@

bench: $(VENV)/installed-dev ## imports of generated reports: rate, memory, share of the database
	$(BIN)/python -m benchmarks.importing

test-slow: $(VENV)/installed-dev ## the tests that take their time: imports killed at many moments, a line of a gigabyte
	$(BIN)/pytest -n auto -m slow

bench-reading: $(VENV)/installed-bench ## reading against spaCy that only finds the same phrases
	$(BIN)/python -m benchmarks.reading
