# Each task does all of its own set-up; `make help` lists them. Relative paths keep it working below a folder
# whose name has spaces.
PYTHON3 ?= python3
VENV := .venv
PYTHON := $(VENV)/bin/python
PIP_INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check

SAMPLE := build/contoh/jember-2025.renaksi
DISPLAY_HERE := $(DISPLAY)$(WAYLAND_DISPLAY)

.PHONY: help run test check bench lock system clean
.DELETE_ON_ERROR:

help: ## list the tasks
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 8

ifdef DISPLAY_HERE
run: NEEDS := window
run: $(SAMPLE) ## open the window on the sample plan; without a display, print and picture it
	$(PYTHON) -m renaksi_desktop.app $(SAMPLE)
else
run: $(SAMPLE)
	@$(VENV)/bin/renaksi ekspor $(SAMPLE) $(SAMPLE:.renaksi=.pdf)
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m renaksi_desktop.app --potret $(SAMPLE:.renaksi=.png) $(SAMPLE)
	@echo "There is no display here, so instead of the window:"
	@printf '  %s\n' "$(CURDIR)/$(SAMPLE:.renaksi=.pdf)" "$(CURDIR)/$(SAMPLE:.renaksi=.png)"
endif

# Made once: whoever works in the sample keeps that work.
$(SAMPLE): | $(VENV)/.run
	@mkdir -p $(@D)
	$(VENV)/bin/renaksi impor resources/contoh/jember-2025.json $@

test: $(VENV)/.dev ## run all tests
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest --numprocesses=auto $(ARGS)

check: $(VENV)/.dev ## lint, check formatting, types and who imports whom
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(VENV)/bin/lint-imports --no-logo

bench: $(VENV)/.dev ## measure the ratios that the design promises
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m benchmarks

lock: build/lock/bin/uv ## renew the pinned requirements from requirements/*.in
	for set in build run dev; do \
	  $< pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header requirements/$$set.in -o requirements/$$set.txt || exit; \
	done

build/lock/bin/uv:
	$(PYTHON3) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv

clean: ## remove the environment and everything built
	rm -rf $(VENV) build dist

# An environment is one of two: to run the program, or to develop it. Each mark is newer than what it installed.
$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP_INSTALL) --require-hashes -r $<
	@touch $@

$(VENV)/.run: requirements/run.txt requirements/build.txt pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP_INSTALL) --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/pyvenv.cfg: | system
	$(PYTHON3) -m venv $(VENV)

system:
	@$(PYTHON3) tools/debian.py $(or $(NEEDS),all)
