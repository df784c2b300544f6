# make run: set up and start. make test: set up and check everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: run test check tests browser java catalogue schemas links screenshots bench clean

run: $(VENV)/run.stamp
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/dev.stamp browser java check tests

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m skillgap check

tests: export PYTHONHASHSEED = 0
tests: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -q -r fER -n 2 --dist loadfile -m "not slow"

browser: $(VENV)/dev.stamp
	tools/ensure_browser.sh $(BIN)/python

java: $(VENV)/dev.stamp
	tools/ensure_java.sh $(BIN)/python

catalogue: $(VENV)/dev.stamp
	$(BIN)/python -m tools.catalogue

schemas: $(VENV)/run.stamp
	$(BIN)/python -m skillgap schema

links: $(VENV)/run.stamp
	$(BIN)/python -m tools.links

screenshots: $(VENV)/dev.stamp browser
	$(BIN)/python -m tools.screenshots

bench: $(VENV)/dev.stamp browser
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.reading

$(VENV)/run.stamp: requirements.txt requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q -r requirements.txt -c requirements.lock
	touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install -q -r requirements-dev.txt -c requirements.lock
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results
