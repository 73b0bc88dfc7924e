# Development commands. Paths are relative and quoted, because the path of the checkout may contain spaces.

PYTHON ?= /usr/bin/python3
export PYTHON
SEED ?= 1
N ?= 2000
RUNS ?= 500

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-random test-slow test-browser test-office test-window test-windows test-qgis344 fuzz accuracy-simulation tonnes-simulation \
	bench lint i18n install \
	uninstall sample manual inputs columns pictures screenshots models mutants package release-check clean

help: ## list the commands
	@awk -F ': .*## ' '/^[a-z0-9-]+: .*## / { printf "  make %-20s %s\n", $$1, $$2 }' Makefile

setup: ## install missing packages (QGIS, from the distribution) and create the profile in build/
	@tools/setup.sh

demo: setup ## run the study on the sample and compare its results with those of the paper; LOCALE=zh_CN for Chinese
	@tools/demo.sh

ALL := -n auto --dist loadfile
# A single file takes half of the time, so idle workers take tests of other workers.
SHARED := -n auto --dist worksteal

SUBJECT_TESTS = "$(PYTHON)" tools/subject_tests.py "$(SUBJECT)" > build/subject.txt

test: ## run the tests on all cores, except the slow ones; SUBJECT=ledger for tests of a subject, ARGS="-k zones" for arguments of pytest
	@tools/setup.sh --dev
ifdef SUBJECT
	@$(SUBJECT_TESTS)
	@tools/env.sh build/venv/bin/python -P -m pytest -n auto -m "not slow" @build/subject.txt $(ARGS)
else
	@tools/env.sh build/venv/bin/python -P -m pytest $(or $(ARGS),$(ALL) --cov --cov-report= -m "not slow")
	@$(if $(ARGS),,tools/coverage.sh)
endif

# CI=1 runs all examples, so that a seed of .ci/run reproduces its failures.
test-random: ## run the property tests with random examples; PROPERTY_SEED=7 repeats those of a seed
	@tools/setup.sh --dev
	@seed=$${PROPERTY_SEED:-$$(shuf -i 1-999999999 -n 1)}; \
	echo "PROPERTY_SEED=$$seed"; \
	CI=1 PROPERTY_SEED=$$seed tools/env.sh build/venv/bin/python -P -m pytest $(SHARED) -m "not slow" \
		--hypothesis-profile=random --hypothesis-seed=$$seed \
		$$(grep -rlE '@given|PROPERTY_SEED' --include='test_*.py' test) $(ARGS) || \
		{ echo "to repeat: PROPERTY_SEED=$$seed make test-random; add the failed example as an @example"; exit 1; }

test-slow: ## run the slow tests: parameter values, disk faults, cancellation, limits, the package, the manual's commands; SUBJECT as above
	@tools/setup.sh --dev
	@$(if $(SUBJECT),$(SUBJECT_TESTS))
	@tools/env.sh build/venv/bin/python -P -m pytest $(SHARED) -m slow $(if $(SUBJECT),@build/subject.txt) $(ARGS)

test-browser: ## test the HTML pages in a browser (installs Chromium and Chinese fonts)
	@tools/setup.sh --dev --browser --chinese
	@tools/env.sh build/venv/bin/python -P -m pytest -n 3 --dist worksteal $(if $(filter test/%,$(ARGS)),,test/browser) $(ARGS)

test-office: ## test workbooks and saved charts in LibreOffice (installs it, a browser and Chinese fonts)
	@tools/setup.sh --dev --office --browser --chinese
	@tools/env.sh build/venv/bin/python -P -m pytest $(if $(filter test/%,$(ARGS)),,test/office) $(ARGS)

test-window: ## test the QGIS window on a virtual screen; ARGS as above
	@tools/setup.sh --dev --window
	@tools/env.sh build/venv/bin/python -P -m pytest $(if $(filter test/%,$(ARGS)),,test/window) $(ARGS)

test-windows: ## test the core with Python for Windows under wine (1.1 GB, 6 minutes the first time); CODEPAGE=936 or 1252
	@tools/setup.sh --dev --wine
	@CODEPAGE="$(or $(CODEPAGE),936)" tools/windows.sh $(ARGS)

test-qgis344: ## run tests and demo on QGIS 3.44 in a temporary Debian 13 (as root); KEEP=1 keeps it
	@tools/qgis344.sh

fuzz: ## compare random runs in QGIS with an oracle; SEED=1 RUNS=500
	@tools/setup.sh --dev
	@tools/env.sh build/venv/bin/python -P -m carbon_zones.test.fuzz.run_qgis --seed $(SEED) --count $(RUNS)

accuracy-simulation: ## check the coverage of accuracy intervals on a known population; SEED=1 N=2000
	@tools/setup.sh
	@tools/env.sh "$(PYTHON)" -P -m carbon_zones.tools.accuracy_simulation --seed $(SEED) --samples $(N)

tonnes-simulation: ## check the coverage of carbon loss intervals on known land; SEED=1 N=2000
	@tools/setup.sh
	@tools/env.sh "$(PYTHON)" -P -m carbon_zones.tools.tonnes_simulation --seed $(SEED) --samples $(N)

bench: ## measure speed against GRASS, SAGA and the QGIS raster calculator (PEERS=1 installs them); QUICK=1, more options in docs/benchmarks.md
	@tools/setup.sh $(if $(filter-out 0,$(PEERS)),--peers)
	@tools/env.sh "$(PYTHON)" -P -m carbon_zones.tools.bench $(if $(filter-out 0,$(QUICK)),--quick) \
		$(if $(SIZE),--size $(SIZE)) $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(ONLY),--only "$(ONLY)")

lint: ## check style, Qt 6, types, imports, names and the manual's parameter tables
	@tools/setup.sh --dev
	@build/venv/bin/python -m ruff check .
	@build/venv/bin/python -m ruff format --check .
	@build/venv/bin/python -P tools/qt6.py
	@build/venv/bin/python -P -m mypy
	@"$(PYTHON)" tools/check_rooms.py
	@"$(PYTHON)" tools/check_words.py
	@tools/env.sh build/venv/bin/python -P -m carbon_zones.tools.inputs --check

i18n: ## update the translation and list missing texts
	@tools/setup.sh --dev
	@"$(PYTHON)" tools/i18n.py

install: ## link the checkout into your QGIS profile; QGIS_PROFILE=folder for another profile
	@tools/install.sh

uninstall: ## remove that link
	@tools/install.sh --remove

sample: setup ## rebuild the synthetic sample
	@tools/env.sh "$(PYTHON)" resources/sample/make_sample.py

manual: ## render the manual (docs/*.md) as HTML pages, help/index.html
	@tools/setup.sh --dev
	@build/venv/bin/python tools/manual.py

inputs: ## write the manual's tables of inputs and outputs, in both languages, from resources/parameters.csv
	@tools/setup.sh --dev
	@tools/env.sh build/venv/bin/python -P -m carbon_zones.tools.inputs

columns: ## write the manual's tables of columns, in both languages, from core/base/columns.csv
	@tools/setup.sh --dev
	@tools/env.sh build/venv/bin/python -P -m carbon_zones.tools.columns

# A fixed hash seed of Qt keeps the order of attributes in these files.
models: setup ## rebuild the models and the project of the sample
	@QT_HASH_SEED=0 tools/env.sh "$(PYTHON)" tools/make_model.py
	@QT_HASH_SEED=0 tools/env.sh "$(PYTHON)" tools/make_project.py

pictures: ## redraw the zone maps docs/zones.png and docs/zh_CN/zones.png from the sample
	@tools/setup.sh --chinese
	@tools/env.sh "$(PYTHON)" tools/pictures.py resources/sample docs/zones.png
	@tools/env.sh "$(PYTHON)" tools/pictures.py resources/sample docs/zh_CN/zones.png zh_CN
	@tools/env.sh "$(PYTHON)" tools/small_png.py docs/zones.png docs/zh_CN/zones.png

screenshots: ## retake the manual's pictures; ALGORITHM=carbonloss or LOCALE=zh_CN limits them
	@tools/setup.sh --browser --window --chinese
	@tools/screenshots.sh $(or $(LOCALE),en zh_CN)

mutants: ## run mutation tests and list undetected changes; FILES="core/results/losses.py"
	@tools/setup.sh --dev
	@tools/mutants.sh $(FILES)

package: ## build the package build/carbon_zones-VERSION.zip from the last commit
	@tools/setup.sh --dev
	@build/venv/bin/python tools/package.py

release-check: package ## check the package as plugins.qgis.org does; UPLOAD=1 before uploading it
	@build/venv/bin/python tools/release_check.py $(if $(filter-out 0,$(UPLOAD)),--upload) \
		"build/carbon_zones-$$(sed -n 's/^version=//p' metadata.txt).zip"

clean: ## remove build/, help/ and caches
	@rm -rf build help .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
