# make demo | make test | make (lists the rest)

PORT ?= 8080
CARGO_DEMO = cargo build --workspace --profile demo

.PHONY: help demo picture test trial test-messy bench bench-import bench-large plans check assets release clean-demo

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: assets ## Build, create the example register and serve it on 127.0.0.1:8080
	@echo "building: the first time about 7 minutes on two cores, then seconds; cargo says how far it is …"
	$(CARGO_DEMO)
	./target/demo/decapolis demo --dir var/demo --port $(PORT)

test: ## Install what the tests need and run all of them
	@./tools/test

trial: ## Run the tests that are too slow for every change
	@./tools/test trial

test-messy: ## Import real-world spreadsheets from DECAPOLIS_MESSY and DECAPOLIS_DATA
	DECAPOLIS_MESSY=$${DECAPOLIS_MESSY:-../shared/data/messy} DECAPOLIS_DATA=$${DECAPOLIS_DATA:-../shared/data} cargo test --workspace --test all messy:: -- --nocapture

bench: assets ## Measure: CPU per request, statements, start, memory, evaluations
	@./tools/bench

bench-import: assets ## Measure: an import of 100,000 rows, on SQLite and PostgreSQL
	@./tools/bench-import

bench-large: assets ## Measure a large invented register on both databases, compared with DuckDB (SCALE=0.1 for a tenth)
	@./tools/bench-large

plans: assets ## Print the query plans of figures, imports and pages on both databases (KEY=active-members for one)
	@./tools/plans

check: assets ## Compile everything without building it
	cargo check --workspace --all-targets

assets: web/dist/site.css ## Build the styles, fonts and the map

web/dist/site.css: web/package-lock.json web/build.mjs $(wildcard web/styles/*.css web/scripts/*.mjs)
	cd web && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build

picture: assets ## Make docs/page.png, the picture of the README, from the newest build; needs chromium
	node tools/picture.mjs

release: ## Build the stripped binary, packages for Debian, pip and npm, and a container folder in target/packages
	@./tools/release

clean-demo: ## Delete the example register
	rm -rf var/demo
