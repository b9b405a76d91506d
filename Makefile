# Two commands on a fresh machine: `make graph` builds exports/ from seeds/, `make test` passes the tests.
PYTHON ?= python3
KG := .venv/bin/kg

.PHONY: graph test check install browser

install: .venv/installed

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	.venv/bin/pip install -q -e '.[dev]'
	touch $@

graph: install
	$(KG) build seeds -o exports

check: install
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

test: check
	.venv/bin/pytest
