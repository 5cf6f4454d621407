# The two commands of the README are `make run` and `make test`; each works alone on a machine that has only
# Python and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif

.PHONY: run test test-lowest check samples rab-eval bench corpus soak bundel-windows clean siap siap-test

run: siap ## process input_samples/ (or what dak-excel.yaml says) and open the page
	$(BIN)/python -m dak_excel proses --buka

bundel-windows: siap-test ## build/dak-excel-windows.zip: the program and all wheels, for Windows without internet
	$(BIN)/python -m rilis.bundel_windows

test: siap-test ## the quick tests, on both cores; those of a module stay together
	$(BIN)/python -m pytest -n auto --dist loadgroup --no-loadscope-reorder

test-lowest: ## the tests with the lowest versions that pyproject.toml declares, in an environment of their own
	$(PYTHON) -m venv build/lowest
	$(PYTHON) -m tests.lowest > build/lowest.txt
	build/lowest/$(notdir $(BIN))/python -m pip install --quiet --constraint build/lowest.txt --editable '.[test]'
	build/lowest/$(notdir $(BIN))/python -m pytest -n auto

check: siap-test ## lint, format, types
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

samples: siap-test ## make input_samples/ afresh
	$(BIN)/python -m tests.samples

rab-eval: siap ## make rab-eval CSV=lines.csv: how well budget lines are told apart
	$(BIN)/python -m bench.rab_eval $(CSV)

bench: siap-test ## what a check costs beside openpyxl, pandas and calamine; fails when a goal is missed
	$(BIN)/python -m bench.kinerja

corpus: siap-test ## make corpus DIR=folder: how foreign files fare; without DIR over 1,000 made ones
	$(BIN)/python -m bench.corpus $(if $(DIR),"$(DIR)",--buat 1000)

soak: siap-test ## 300 random events against the batch (ten minutes at most)
	$(BIN)/python -m tests.soak

clean:
	rm -rf $(VENV) build *.egg-info

# The environment: made, renewed after a change of pyproject.toml, and mended after a move, by siapkan.py.
siap:
	$(PYTHON) siapkan.py

siap-test:
	$(PYTHON) siapkan.py --extra test
