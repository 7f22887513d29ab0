# A fresh machine needs Python 3.11 or newer and make; the first `make` of each kind does the rest.

PYTHON ?= python3
UV ?= uv
BIN := .venv/bin
CODE := src tests bench tools
HEAVY := media or process or s3 or redis or browser or journey
# What a person would see is watched on a calm machine: one at a time.
CALM := browser
# What failed in it is looked at once more, by itself: a browser, a server and ffmpeg share two
# cores there. Both looks stay in the log, and what fails twice fails.
ONCE_MORE := --last-failed --last-failed-no-failures none
UNMARKED := not (postgres or $(HEAVY))
# After `make check` the unmarked tests have run: make test AFTER_CHECK=1 does not repeat them.
LIGHT := $(if $(AFTER_CHECK),postgres and )not ($(HEAVY))
SIDE_BY_SIDE := -n auto --dist loadfile
# Compiled tests are kept, also where the machine says otherwise: without them each of the
# programs that run side by side compiles all of them first, which takes longer than most tests.
unexport PYTHONDONTWRITEBYTECODE
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile --quiet --universal \
	--python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url

.DEFAULT_GOAL := help
.PHONY: help setup serve test check fast e2e bench front docs s3 lock migration clean

help: ## what there is
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: .venv/.dev ## everything that developing needs, into .venv

serve: .venv/.runtime ## start the server; ARGS="--port 9000" hands options on
	@exec $(BIN)/vitascope serve $(ARGS)

test: .venv/.dev ## the whole suite; what this machine has no server for is skipped with a reason
ifdef ARGS
	$(BIN)/python -m pytest -ra $(ARGS)
else
	$(BIN)/python -m pytest -ra $(SIDE_BY_SIDE) -m "$(LIGHT)"
	$(BIN)/python -m pytest -ra $(SIDE_BY_SIDE) -m "($(HEAVY)) and not ($(CALM))"
	$(BIN)/python -m pytest -ra -m "$(CALM)" \
		|| $(BIN)/python -m pytest -ra -m "$(CALM)" $(ONCE_MORE)
endif

check: .venv/.dev ## what every change must pass: format, lint, types, imports, docs, fast tests
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy --explicit-package-bases $(CODE)
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_docs.py tests/test_house.py -m "$(UNMARKED)"
	$(BIN)/python -m pytest -q $(SIDE_BY_SIDE) -m "$(UNMARKED)" $(ARGS) \
		--ignore tests/test_docs.py --ignore tests/test_house.py

fast: .venv/.dev ## the tests that need no server, browser or ffmpeg
	$(BIN)/python -m pytest -q $(SIDE_BY_SIDE) -m "$(UNMARKED)" $(ARGS)

e2e: .venv/.dev ## browser tests and journeys through the whole product
	$(BIN)/python -m pytest -ra -m "browser or journey" $(ARGS)

bench: .venv/.dev ## every benchmark, one after another; ARGS="start lists" for some
	@$(BIN)/python -m bench $(ARGS)

front: ## build the pages' scripts and styles (needs Node); fails when the build was not committed
	cd frontend && npm ci --no-audit --no-fund && npm run check && npm run build
	git diff --exit-code --stat -- src/vitascope/web/static
	@test -z "$$(git status --porcelain -- src/vitascope/web/static)" \
		|| { git status --short -- src/vitascope/web/static; exit 1; }

docs: .venv/.dev ## write the pages that are made from the code
	$(BIN)/python tools/settings_page.py

s3: .venv-s3/.installed ## the S3 server that the tests of the bucket store start

lock: ## renew the lock files from pyproject.toml and *.in; ARGS=--upgrade raises versions
	$(COMPILE) $(ARGS) pyproject.toml -o requirements.txt
	$(COMPILE) $(ARGS) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	$(COMPILE) $(ARGS) requirements-build.in -c requirements-dev.txt -o requirements-build.txt
	$(COMPILE) $(ARGS) requirements-s3.in -o requirements-s3.txt

migration: .venv/.dev ## write the next migration from the tables: make migration m="add a colour"
	$(BIN)/python tools/new_migration.py "$(m)"

clean: ## remove what the other targets made; never the data
	rm -rf .venv .venv-s3 build frontend/node_modules
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.runtime: requirements.txt requirements-build.txt pyproject.toml
	@$(PYTHON) tools/set_up.py .venv requirements.txt requirements-build.txt --product
	@touch $@

.venv/.dev: requirements-dev.txt requirements-build.txt pyproject.toml
	@$(PYTHON) tools/set_up.py .venv requirements-dev.txt requirements-build.txt --product
	@touch $@ .venv/.runtime

.venv-s3/.installed: requirements-s3.txt
	@$(PYTHON) tools/set_up.py .venv-s3 requirements-s3.txt
	@touch $@
