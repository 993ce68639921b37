# Everything a person does with this project. Needs Python 3.11 or newer, git and make; the rest is set up in .venv.

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready
DEV := .venv/.ready-dev
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
FIDELITY ?= ../shared/fidelity
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test check golden bench fidelity lock clean
site: $(READY) ## build the sample archive into site/
	$(BIN)/call-archive build

serve: $(READY) ## look at it, rebuilt on every change in content/
	$(BIN)/call-archive serve

test: $(DEV) ## run the tests, on all cores
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(PYTEST)

check: $(DEV) ## format, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(PYTEST)

golden: $(DEV) ## rewrite the expected files of the tests; review them as a diff
	$(BIN)/python -m pytest --golden $(PYTEST)
	git --no-pager diff --stat -- tests

bench: $(DEV) ## measure single parts, and all that is promised of speed, as ratios in one run; takes most of an hour
	$(BIN)/python -m bench
	$(BIN)/python -m bench.bench_aims $(BENCH)

fidelity: $(READY) ## score against labelled transcripts that lie beside the project
	@test -d $(FIDELITY)/transcripts || { echo "no labelled transcripts at $(FIDELITY) (set FIDELITY=…)"; exit 1; }
	@mkdir -p build
	$(BIN)/call-archive export --quiet --content $(FIDELITY)/transcripts --output build/fidelity.json 2> build/fidelity.log || test $$? -eq 1
	$(BIN)/python $(FIDELITY)/score.py build/fidelity.json --worst 10

lock: ## write the locks anew; the only target that needs uv
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
		--no-emit-find-links --extra install --output-file requirements.txt $(LOCK) pyproject.toml
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
		--no-emit-find-links --extra install --extra dev --constraint requirements.txt \
		--output-file requirements-dev.txt $(LOCK) pyproject.toml

clean: ## forget everything that can be made again
	rm -rf .venv .cache .call-archive build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find site pages -mindepth 1 -not -name .gitignore -delete

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer with venv was found (on Debian: apt install python3-venv)."; exit 1; }
	$(PYTHON) -m venv .venv

# A stamp each, so that a second run finds nothing to do. Hashes are checked; nothing is resolved anew.
$(READY): requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes --no-deps -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): $(READY) requirements-dev.txt
	$(PIP) install --require-hashes --no-deps -r requirements-dev.txt
	@touch $@
