# Two commands matter: `make editions` and `make test`. Each sets itself up from PyPI, without root.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
INSTALL = $(BIN)/python -m pip install --quiet --editable

.PHONY: editions test check judges format clean

editions: $(VENV)/.ready
	@$(BIN)/duizhao build

test: $(VENV)/.ready-dev
	@$(BIN)/pytest -n auto

check: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --cov --cov-report=term --cov-fail-under=95

judges: | $(VENV)/bin/pip
	@PIP="$(BIN)/python -m pip" tests/judges.sh

format: $(VENV)/.ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build

$(VENV)/.ready: pyproject.toml constraints.txt | $(VENV)/bin/pip
	@echo "installing into $(VENV) (once)"
	@$(INSTALL) .
	@touch $@

$(VENV)/.ready-dev: pyproject.toml constraints.txt | $(VENV)/bin/pip
	@echo "installing into $(VENV), with what the tests need (once)"
	@$(INSTALL) '.[dev]'
	@touch $@ $(VENV)/.ready

# Debian keeps ensurepip in a package of its own (python3-venv); a pip of the system can stand in for it.
$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed; name one: make PYTHON=python3.12 ..." >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null \
		|| { $(PYTHON) -m venv --clear --without-pip $(VENV) \
			&& $(PYTHON) -m pip --quiet --python $(BIN)/python install pip 2>/dev/null; } \
		|| { rm -rf $(VENV); echo "$(PYTHON) can make no environment: install python3-venv or python3-pip" >&2; exit 2; }
