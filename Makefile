# Everything below makes its own environment in .venv first; a second run finds it made.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

unexport PYTHONDONTWRITEBYTECODE # what is compiled once serves every process of the tests

.PHONY: demo test test-clients test-slow superset lint score clean bench bench-imports bench-reading bench-reports bench-cluster
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

demo: $(VENV)/installed ## a database of the sample reports, and what saved reports say of it: one exchange told in three languages first
	$(BIN)/chancery init
	$(BIN)/chancery import reports importers/samples
	$(BIN)/chancery report coverage --leader Xi --leader Putin --year 2026
	$(BIN)/chancery report anniversaries --limit 10
	$(BIN)/chancery report upcoming-anniversaries --country CN --country RU --limit 8
	$(BIN)/chancery report trade-against-official --country CN --country RU --limit 12 --columns year,claim,amount,percent,official_usd,difference_percent,agrees,reached,speaker,outlet
	@echo "Next: $(BIN)/chancery import reports FOLDER, with a folder of reports of your own; then $(BIN)/chancery report"

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint ## style, types and the whole suite on SQLite and PostgreSQL
	$(BIN)/pytest -n auto --dist worksteal

$(VENV)/installed-clients: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group clients
	@touch $@

# The coming Datasette has another configuration; the pages are looked at in both.
.venv-datasette/installed: pyproject.toml
	@test -x .venv-datasette/bin/python || $(PYTHON) -m venv .venv-datasette
	.venv-datasette/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'datasette>=1.0a1,<2'
	.venv-datasette/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[charts]'
	@touch $@

test-clients: $(VENV)/installed-clients .venv-datasette/installed ## other programs read the saved reports; those that are not installed are skipped
	$(BIN)/pytest tests/clients tests/queries/test_serve.py -rs -m 'slow or not slow'

# Superset needs older libraries than ours, and those of the day of its release.
.venv-superset/bin/superset:
	$(PYTHON) -m venv .venv-superset
	.venv-superset/bin/python -m pip install --quiet --disable-pip-version-check uv
	.venv-superset/bin/uv pip install --quiet --python .venv-superset/bin/python --exclude-newer 2026-05-13 apache-superset==6.1.* psycopg2-binary rich cachetools

superset: .venv-superset/bin/superset ## Apache Superset for make test-clients, which else leaves it out

clean:
	rm -rf $(VENV) .venv-datasette .venv-superset chancery.db chancery.db-wal chancery.db-shm

score: $(VENV)/installed ## the reading measured against a folder of texts and what a careful reader finds in them
	$(BIN)/python -m tests.score

$(VENV)/installed-bench: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	@touch $@

bench: bench-imports bench-reading bench-reports bench-cluster ## all benchmarks

bench-imports: $(VENV)/installed-dev ## imports of generated reports: rate, memory, share of the database
	$(BIN)/python -m benchmarks.importing

test-slow: $(VENV)/installed-dev ## the tests that take their time: imports killed at many moments, a line of a gigabyte
	$(BIN)/pytest -n auto --dist worksteal -m slow

bench-reading: $(VENV)/installed-bench ## reading against spaCy that only finds the same phrases
	$(BIN)/python -m benchmarks.reading $(TEXTS)

bench-reports: $(VENV)/installed-dev ## every saved report on a database of 100,000 exchanges, on SQLite and PostgreSQL
	$(BIN)/python -m benchmarks.reports

bench-cluster: $(VENV)/installed-dev ## web archives read by one and two workers of Dask, beside an import of them
	$(BIN)/python -m benchmarks.cluster
