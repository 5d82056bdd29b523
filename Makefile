.PHONY: setup run test thorough lint lock bench words screens

# Dependencies for running and for testing are installed when their lock file changed.
.venv/run: requirements.lock scripts/venv.sh
	sh scripts/venv.sh requirements.lock
	touch $@

.venv/test: requirements-dev.lock .venv/run
	sh scripts/venv.sh requirements-dev.lock
	touch $@

setup: .venv/run

run: .venv/run
	.venv/bin/python manage.py serve

lint: .venv/test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

test: lint
	sh scripts/need.sh chromium chromium
	.venv/bin/python -m pytest -n 2 --dist loadgroup

# What takes too long for each change: every page at both widths and in both languages, axe-core, all figures.
thorough: .venv/test
	sh scripts/need.sh chromium chromium
	.venv/bin/python -m pytest -n 2 --dist loadgroup -m thorough tests/browser

# The peers that bench/ measures ours beside have an environment of their own.
.venv-bench/run: requirements-bench.lock .venv/test
	.venv/bin/python -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	touch $@

bench: .venv/test .venv-bench/run
	sh scripts/need.sh chromium chromium
	.venv/bin/python bench/national.py
	.venv/bin/python bench/pages.py
	.venv/bin/python bench/first_view.py

# Pins what the requirements*.txt ask for; registries are not written into the locks.
lock: .venv/test
	.venv/bin/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o requirements.lock requirements.txt
	.venv/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o requirements-dev.lock requirements-dev.txt
	.venv/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o requirements-bench.lock requirements-bench.txt

# Brings the catalogues up to date with the sentences in the code; new ones wait for their translation.
words: .venv/test
	.venv/bin/pybabel --quiet extract -F pyproject.toml --no-location --omit-header --sort-output --no-wrap -o .venv/serapan.pot .
	.venv/bin/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --omit-header --no-wrap -i .venv/serapan.pot -o data/terjemahan/en.po -l en

# Takes the pictures of docs/screens anew.
screens: .venv/test
	sh scripts/need.sh chromium chromium
	.venv/bin/python -m scripts.screens
