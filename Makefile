# make activate [LEVEL=red]   set up, build, and respond to an alert on Plans/
# make test                   set up and run the whole test suite
# make fuzz [ROUNDS=100000] [SEED=1] [SCANNER_ROUNDS=3000000]   read plans spoilt at random for minutes (what fails
#                             lies in .build/fuzz), and compare the two YAML readers on texts changed at random
# make install PREFIX=/usr/local
# make bench, make bench-choices [CHOICES="500 5000"], make bench-rosters, make bench-papers, make bench-diff, make lint, make format, make clean

LEVEL ?= orange
PREFIX ?= /usr/local
RELEASE = swift build -c release --static-swift-stdlib
BINARY = .build/release/emergency
ROUNDS ?= 100000
SEED ?= 1
BENCH_VENV = .build/bench-venv
CHOICES ?= 500 5000 50000 300000
SCANNER_ROUNDS ?= 3000000

.PHONY: activate test fuzz install bench bench-choices bench-rosters bench-papers bench-diff lint format clean setup setup-test build

activate: build
	@$(BINARY) activate --level $(LEVEL) --replace $(ARGS)

test: setup setup-test
	swift test

fuzz: setup setup-test
	EMERGENCY_FUZZ_ROUNDS=$(ROUNDS) EMERGENCY_FUZZ_SEED=$(SEED) swift test --filter HostilePlansTests
	SCANNER_ROUNDS=$(SCANNER_ROUNDS) SCANNER_SEED=$(SEED) swift test --filter PlainScannerTests

build: setup
	@echo "building for release (about a minute the first time)"
	@$(RELEASE)

setup:
	@sh Scripts/need.sh libyaml-dev "reads the plans" libxml2-dev "reads alert messages" libmd-dev "hashes the plans" libxxhash-dev "tells changed plans" \
	  coinor-libcbc-dev "solves mixed-integer programs" libxlsxwriter-dev "writes workbooks" \
	  libpango1.0-dev "sets text on paper" libqrencode-dev "draws the codes of pages" fonts-noto-cjk "is what paper is set in" \
	  pkg-config "finds them for the build" git "tells the plans' revision"

setup-test:
	@sh Scripts/need.sh python3 "runs the judges of the tests" python3-yaml "reads YAML for the judges" \
	  python3-venv "keeps the judges' packages apart" \
	  poppler-utils "reads PDF back" qpdf "judges PDF" zbar-tools "reads codes back"
	@sh Scripts/judges.sh

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/emergency
	$(BINARY) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/emergency
	$(BINARY) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_emergency
	$(BINARY) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/emergency.fish
	install -m 644 docs/emergency.1 $(DESTDIR)$(PREFIX)/share/man/man1/emergency.1

bench: build $(BENCH_VENV)/made
	@sh Scripts/need.sh gcc "compiles the yardsticks in C" time "measures peak memory" \
	  python3-yaml "is a yardstick of reading"
	@BENCH_VENV=$(BENCH_VENV) sh Benchmarks/run.sh $(BINARY)
	@$(MAKE) --no-print-directory bench-diff
	@$(BENCH_VENV)/bin/python Benchmarks/choices.py $(CHOICES)
	@$(BENCH_VENV)/bin/python Benchmarks/rosters.py
	@$(MAKE) --no-print-directory bench-papers

# The least-cost choice alone, against CP-SAT and HiGHS.
bench-choices: build $(BENCH_VENV)/made
	@$(BENCH_VENV)/bin/python Benchmarks/choices.py $(CHOICES)

# Duty rosters alone, against CP-SAT, HiGHS and a plain rotation.
bench-rosters: build $(BENCH_VENV)/made
	@$(BENCH_VENV)/bin/python Benchmarks/rosters.py

# Checklists as PDF alone, against WeasyPrint, headless Chromium and Typst.
bench-papers: build $(BENCH_VENV)/made
	@sh Scripts/need.sh chromium "is a yardstick of paper" weasyprint "is a yardstick of paper" \
	  poppler-utils "counts pages" time "measures peak memory"
	@$(BENCH_VENV)/bin/python Benchmarks/papers.py

# Comparing plans in terms of the plan, against git diff --stat on the same range.
bench-diff: build
	@PYTHONDONTWRITEBYTECODE=1 python3 Benchmarks/diff.py $(BINARY)

$(BENCH_VENV)/made: Benchmarks/requirements.txt
	@sh Scripts/need.sh python3-venv "holds the checkers that the benchmark compares with"
	/usr/bin/python3 -m venv --clear $(BENCH_VENV)
	$(BENCH_VENV)/bin/pip install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt
	@touch $@

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

clean:
	rm -rf .build
