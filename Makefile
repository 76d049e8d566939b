# The two commands: `make run` opens the demo desk, `make test` holds everything. The rest are their parts.
.DEFAULT_GOAL := help
.PHONY: help run test proof bench assets lint walls unit browser pictures format

ASSETS := crates/web/assets
BROWSER := tests/browser
ASSET_SOURCES := $(shell find $(ASSETS)/css $(ASSETS)/ts -type f) $(ASSETS)/build.mjs $(ASSETS)/icon.svg $(ASSETS)/package-lock.json
NPM_CI := npm ci --no-progress --loglevel=error

DATABASE ?= demo.sqlite
LISTEN ?= 127.0.0.1:8080

help:
	@echo "make run        the demo desk on http://$(LISTEN) (Rust, Node 20 and a C compiler are enough)"
	@echo "make test       every check and test, on SQLite, PostgreSQL and in a browser; installs what is missing"
	@echo "make proof      the full figures of every claim, into docs/proof.md; takes long, goes on where it stopped"
	@echo "make bench      speed side by side with its limit, in one run"
	@echo "make assets     the pages' stylesheets and scripts, which cargo build needs"
	@echo "parts of test:  make lint walls unit browser; make format; make pictures for the README's pictures"

run: assets
	scripts/run $(DATABASE) $(LISTEN)

test:
	scripts/test

proof: assets
	scripts/install
	node scripts/proof.mjs

bench: assets
	ANTEROOM_POSTGRES_FSYNC=on scripts/postgres run cargo run --release --quiet -p anteroom --features bench -- bench

assets: $(ASSETS)/dist/manifest.json

$(ASSETS)/dist/manifest.json: $(ASSETS)/node_modules/.package-lock.json $(ASSET_SOURCES)
	cd $(ASSETS) && npm run --silent build

# npm writes this file last: it stands for the whole folder.
%/node_modules/.package-lock.json: %/package-lock.json
	cd $* && $(NPM_CI) && touch node_modules/.package-lock.json

lint: assets
	scripts/test format lint supply page-checks

walls: assets
	scripts/test walls

unit: assets
	scripts/test tests

browser: assets $(BROWSER)/node_modules/.package-lock.json
	cargo build -p anteroom
	scripts/test browser

pictures: assets $(BROWSER)/node_modules/.package-lock.json
	cargo build -p anteroom
	scripts/pictures

format:
	cargo fmt --all
