# Everything here runs from a fresh clone with Python 3.11 or newer and make; nothing else is needed.
#   make demo    the sample agency, audited end to end      make test    every test, with branch coverage
#   make lint format types contracts readme                  the other gates, one by one
#   make ci      all gates, in a fresh environment           make recall bench   measurements

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
EXTRAS ?= dev,ocr
JOBS ?= 3
ARGS ?=
PACKAGES := auditor checks profiles

.DEFAULT_GOAL := help
.PHONY: help demo test lint format format-check types contracts readme readme-update recall bench ci clean

help:
	@sed -n 's/^#  *make/make/p' Makefile

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer with the venv module was found." >&2; \
		echo "      Install one (on Debian: apt install python3 python3-venv), or say make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Making $(VENV) with $(PYTHON)"
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing auditor and its libraries into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.developer: pyproject.toml | $(BIN)/python
	@echo "Installing auditor, its libraries and the developer tools into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check -e ".[$(EXTRAS)]"
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed
	@$(BIN)/auditor demo $(ARGS)

test: $(VENV)/.developer
	$(BIN)/python -m pytest -n $(JOBS) --cov --cov-report=term $(ARGS)

lint: $(VENV)/.developer
	$(BIN)/ruff check .

format: $(VENV)/.developer
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

format-check: $(VENV)/.developer
	$(BIN)/ruff format --check .

types: $(VENV)/.developer
	$(BIN)/mypy $(addprefix -p ,$(PACKAGES))

contracts: $(VENV)/.developer
	$(BIN)/lint-imports --no-cache --no-logo

readme: $(VENV)/.developer
	$(BIN)/python tests/architecture/readme.py --check

readme-update: $(VENV)/.developer
	$(BIN)/python tests/architecture/readme.py

recall: $(VENV)/.developer
	$(BIN)/python -m tests.recall $(ARGS); status=$$?; $(BIN)/python -m tests.recall.carrier_matrix && exit $$status

bench: $(VENV)/.developer
	@for file in tests/benchmarks/bench_*.py; do \
		name=$$(basename $$file .py); echo "== $$name"; $(BIN)/python -m tests.benchmarks.$$name $(ARGS) || exit 1; done

ci:
	bash .ci/run

clean:
	rm -rf $(VENV) build dist .coverage htmlcov .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
