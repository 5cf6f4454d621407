# The two commands of the README are `make run` and `make test`; each works alone on a machine that has only
# Python and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif

.PHONY: run test test-lowest check samples rab-eval bench corpus soak clean

run: $(VENV)/.installed ## process input_samples/ into output/
	$(BIN)/dak-excel proses

test: $(VENV)/.tests ## the quick tests, on both cores
	$(BIN)/python -m pytest -n auto

test-lowest: ## the tests with the lowest versions that pyproject.toml declares, in an environment of their own
	$(PYTHON) -m venv build/lowest
	$(PYTHON) -m tests.lowest > build/lowest.txt
	build/lowest/$(notdir $(BIN))/python -m pip install --quiet --constraint build/lowest.txt --editable '.[test]'
	build/lowest/$(notdir $(BIN))/python -m pytest -n auto

check: $(VENV)/.tests ## lint, format, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

samples: $(VENV)/.tests ## make input_samples/ afresh
	$(BIN)/python -m tests.samples

rab-eval: $(VENV)/.installed ## make rab-eval CSV=lines.csv: how well budget lines are told apart
	$(BIN)/python -m bench.rab_eval $(CSV)

bench: $(VENV)/.tests ## what a check costs beside openpyxl, pandas and calamine; fails when a goal is missed
	$(BIN)/python -m bench.kinerja

corpus: $(VENV)/.tests ## make corpus DIR=folder: how foreign files fare; without DIR over 1,000 made ones
	$(BIN)/python -m bench.corpus $(if $(DIR),"$(DIR)",--buat 1000)

soak: $(VENV)/.tests ## 300 random events against the batch (ten minutes at most)
	$(BIN)/python -m tests.soak

clean:
	rm -rf $(VENV) build *.egg-info

$(VENV)/bin/python $(VENV)/Scripts/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.tests: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@ $(VENV)/.installed
