# The commands a person types. Paths are relative and quoted, because the checkout may lie anywhere.

PYTHON ?= /usr/bin/python3
export PYTHON
SEED ?= 1
N ?= 2000
RUNS ?= 500

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-random test-slow test-browser test-office test-window test-windows test-qgis344 fuzz accuracy-simulation tonnes-simulation \
	bench lint i18n install \
	uninstall sample manual inputs columns pictures screenshots models mutants package release-check clean

help: ## show this list
	@awk -F ': .*## ' '/^[a-z0-9-]+: .*## / { printf "  make %-20s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing (QGIS, from the distribution) and make the profile under build/
	@tools/setup.sh

demo: setup ## run the study on the sample and print the paper's numbers beside the computed ones; LOCALE=zh_CN in Chinese
	@tools/demo.sh

ALL := -n auto --dist loadfile
# One file of theirs has half of their seconds: who has nothing left takes from the others.
SHARED := -n auto --dist worksteal

SUBJECT_TESTS = "$(PYTHON)" tools/subject_tests.py "$(SUBJECT)" > build/subject.txt

test: ## run the tests but the slow ones on all cores; SUBJECT=ledger those that a subject can fail; ARGS="-k zones" passes arguments to pytest
	@tools/setup.sh --dev
ifdef SUBJECT
	@$(SUBJECT_TESTS)
	@tools/env.sh build/venv/bin/python -P -m pytest -n auto -m "not slow" @build/subject.txt $(ARGS)
else
	@tools/env.sh build/venv/bin/python -P -m pytest $(or $(ARGS),$(ALL) --cov --cov-report= -m "not slow")
	@$(if $(ARGS),,tools/coverage.sh)
endif

# All of their examples, so that a seed of .ci/run finds the same again.
test-random: ## try what holds for any example on other examples each time; PROPERTY_SEED=7 on those of a seed
	@tools/setup.sh --dev
	@seed=$${PROPERTY_SEED:-$$(shuf -i 1-999999999 -n 1)}; \
	echo "PROPERTY_SEED=$$seed"; \
	CI=1 PROPERTY_SEED=$$seed tools/env.sh build/venv/bin/python -P -m pytest $(SHARED) -m "not slow" \
		--hypothesis-profile=random --hypothesis-seed=$$seed \
		$$(grep -rlE '@given|PROPERTY_SEED' --include='test_*.py' test) $(ARGS) || \
		{ echo "find it again by: PROPERTY_SEED=$$seed make test-random; keep what failed as an @example"; exit 1; }

test-slow: ## run the slow tests: every value of every parameter, faults of disk and cancel, guards, the package, the manual's commands
	@tools/setup.sh --dev
	@$(if $(SUBJECT),$(SUBJECT_TESTS))
	@tools/env.sh build/venv/bin/python -P -m pytest $(SHARED) -m slow $(if $(SUBJECT),@build/subject.txt) $(ARGS)

test-browser: ## try the HTML pages in a browser (installs chromium and Chinese letters from the distribution)
	@tools/setup.sh --dev --browser --chinese
	@tools/env.sh build/venv/bin/python -P -m pytest $(SHARED) $(if $(filter test/%,$(ARGS)),,test/browser) $(ARGS)

test-office: ## open workbooks and saved charts in LibreOffice (installs it, a browser and Chinese letters from the distribution)
	@tools/setup.sh --dev --office --browser --chinese
	@tools/env.sh build/venv/bin/python -P -m pytest $(if $(filter test/%,$(ARGS)),,test/office) $(ARGS)

test-window: ## test QGIS's real window, on a virtual screen; ARGS as above
	@tools/setup.sh --dev --window
	@tools/env.sh build/venv/bin/python -P -m pytest $(if $(filter test/%,$(ARGS)),,test/window) $(ARGS)

test-windows: ## test the core with Python for Windows, under wine (installs it; 1.1 GB, 6 minutes the first time); CODEPAGE=936 or 1252
	@tools/setup.sh --dev --wine
	@CODEPAGE="$(or $(CODEPAGE),936)" tools/windows.sh $(ARGS)

test-qgis344: ## all of that and the demo on QGIS 3.44, in a throw-away Debian 13 (root; KEEP=1 keeps it)
	@tools/qgis344.sh

fuzz: ## random runs in QGIS against an oracle; SEED=1 RUNS=500
	@tools/setup.sh --dev
	@tools/env.sh build/venv/bin/python -P -m carbon_zones.test.fuzz.run_qgis --seed $(SEED) --count $(RUNS)

accuracy-simulation: ## hold the intervals of accuracy against a population that is known; SEED=1 N=2000
	@tools/setup.sh
	@tools/env.sh "$(PYTHON)" -P -m carbon_zones.tools.accuracy_simulation --seed $(SEED) --samples $(N)

tonnes-simulation: ## hold the intervals of lost carbon against land that is known; SEED=1 N=2000
	@tools/setup.sh
	@tools/env.sh "$(PYTHON)" -P -m carbon_zones.tools.tonnes_simulation --seed $(SEED) --samples $(N)

bench: ## measure beside GRASS, SAGA and QGIS's calculator; QUICK=1, PEERS=1 installs them, more in docs/benchmarks.md
	@tools/setup.sh $(if $(filter-out 0,$(PEERS)),--peers)
	@tools/env.sh "$(PYTHON)" -P -m carbon_zones.tools.bench $(if $(filter-out 0,$(QUICK)),--quick) \
		$(if $(SIZE),--size $(SIZE)) $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(ONLY),--only "$(ONLY)")

lint: ## check style, readiness for Qt 6, types, the rules of the rooms and the words of names
	@tools/setup.sh --dev
	@build/venv/bin/python -m ruff check .
	@build/venv/bin/python -m ruff format --check .
	@build/venv/bin/python -P tools/qt6.py
	@build/venv/bin/python -P -m mypy
	@"$(PYTHON)" tools/check_rooms.py
	@"$(PYTHON)" tools/check_words.py
	@tools/env.sh build/venv/bin/python -P -m carbon_zones.tools.inputs --check

i18n: ## bring the translation up to date and list what is not translated yet
	@tools/setup.sh --dev
	@"$(PYTHON)" tools/i18n.py

install: ## link the checkout into your QGIS profile (QGIS_PROFILE=folder for another one)
	@tools/install.sh

uninstall: ## remove that link
	@tools/install.sh --remove

sample: setup ## build the synthetic sample again
	@tools/env.sh "$(PYTHON)" resources/sample/make_sample.py

manual: ## render the manual (docs/*.md) to pages for a browser, help/index.html
	@tools/setup.sh --dev
	@build/venv/bin/python tools/manual.py

inputs: ## write the manual's tables of inputs and outputs, in both languages, from resources/parameters.csv
	@tools/setup.sh --dev
	@tools/env.sh build/venv/bin/python -P -m carbon_zones.tools.inputs

columns: ## write the manual's tables of columns, in both languages, from core/base/columns.csv
	@tools/setup.sh --dev
	@tools/env.sh build/venv/bin/python -P -m carbon_zones.tools.columns

# One seed for Qt's tables, or the attributes in these files would stand in another order each time.
models: setup ## build the shipped model, and the sample's project with it, again
	@QT_HASH_SEED=0 tools/env.sh "$(PYTHON)" tools/make_model.py
	@QT_HASH_SEED=0 tools/env.sh "$(PYTHON)" tools/make_project.py

pictures: ## draw the picture of the zones, docs/zones.png, again from the sample, and the Chinese one
	@tools/setup.sh --chinese
	@tools/env.sh "$(PYTHON)" tools/pictures.py resources/sample docs/zones.png
	@tools/env.sh "$(PYTHON)" tools/pictures.py resources/sample docs/zh_CN/zones.png zh_CN
	@tools/env.sh "$(PYTHON)" tools/small_png.py docs/zones.png docs/zh_CN/zones.png

screenshots: ## take the manual's pictures of QGIS and the report again; ALGORITHM=carbonloss, LOCALE=zh_CN for these alone
	@tools/setup.sh --browser --window --chinese
	@tools/screenshots.sh $(or $(LOCALE),en zh_CN)

mutants: ## change the core in small ways and list what its tests let pass; FILES="core/results/losses.py"
	@tools/setup.sh --dev
	@tools/mutants.sh $(FILES)

package: ## build the plugin's package, build/carbon_zones-VERSION.zip, of what is committed
	@tools/setup.sh --dev
	@build/venv/bin/python tools/package.py

release-check: package ## check the package as plugins.qgis.org does; UPLOAD=1 before it is uploaded
	@build/venv/bin/python tools/release_check.py $(if $(filter-out 0,$(UPLOAD)),--upload) \
		"build/carbon_zones-$$(sed -n 's/^version=//p' metadata.txt).zip"

clean: ## remove build/, help/ and what Python and the tools leave behind
	@rm -rf build help .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
