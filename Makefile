# The only list of commands. `make demo` and `make test` set up everything they need.
PYTHON ?= python3
ARGS ?=
PY = .venv/bin/python
MODEL = bot/models/arrears.tar.gz
TAUGHT = $(addprefix nlu_data/,en zh parallel noise lookups) $(addprefix bot/,domain rules components encoders)
export OMP_NUM_THREADS = 1

.PHONY: demo test check train settings evaluate setup browser format bench negotiate-benchmark bench-decisions bench-month bench-phone bench-binding bench-understanding mutants run-gateway run-console run-scheduler run-actions run-bot run-simulator clean

demo: setup train            ## run everything: import, score, allocate, contact, negotiate
	@$(PY) -m tools.demo $(ARGS)

test: setup train browser    ## everything: linters, types, unit, contract, island, journeys, browser
	@$(PY) -m tools.checks
	@echo "== the Rasa island's own tests =="
	@PYTHONPATH=bot TF_CPP_MIN_LOG_LEVEL=3 SQLALCHEMY_SILENCE_UBER_WARNING=1 bot/.venv/bin/python -W ignore -m unittest discover -q -s bot/tests
	@echo "== unit, contract and service tests =="
	@$(PY) -m pytest -q -n 2 --dist loadfile -m "not slow and not browser" $(ARGS)
	@echo "== journeys, crashes and the browser, with every process running =="
	@$(PY) -m pytest -q -m "slow or browser" $(ARGS)

AT_ONCE = $(addprefix tests/,domain architecture bot actions scheduler decisioning)

check: setup                 ## an answer in a minute: linters, types, and of the tests without a database every table's first row
	@$(PY) -m tools.checks
	@$(PY) -m pytest -q -n 2 --dist loadfile -m "not slow and not browser" --first-rows $(AT_ONCE) $(ARGS)

setup:
	@command -v $(PYTHON) > /dev/null || { echo "Python 3 is needed: install it, or name one with make PYTHON=..."; exit 1; }
	@$(PYTHON) tools/setup.py

train: setup $(MODEL)        ## train the Rasa model when its data changed

$(MODEL): config.yml tools/rasa.py bot/uv.lock $(wildcard nlu_data/validation/*.yml) $(shell find $(TAUGHT) -type f ! -path '*__pycache__*' ! -name '*.md' 2>/dev/null)
	@echo "== training the Rasa model (five to eight minutes) =="
	@$(PY) -m tools.train
	@touch $(MODEL)

settings: setup              ## choose the numbers of config.yml: a model apart is trained, and judged on turns it has not seen
	@echo "== training without the validation turns (five to eight minutes) =="
	@$(PY) -m tools.train --to-choose
	@PYTHONPATH=bot OMP_NUM_THREADS=1 TF_CPP_MIN_LOG_LEVEL=3 bot/.venv/bin/python -W ignore bot/choose_settings.py

evaluate: setup train        ## what the model and the parser make of the held-out turns; docs/reports/understanding.md
	@$(PY) -m benchmarks.evaluation $(ARGS)

browser: setup
	@$(PY) -m tools.browser

format:
	@.venv/bin/ruff check --fix -q . ; .venv/bin/ruff format -q .

bench: setup train           ## how long an answer takes; bench-decisions and bench-month measure compliance
	@$(PY) -m benchmarks.turns $(ARGS)

negotiate-benchmark: setup   ## how well the agent negotiates; docs/reports/negotiation.md
	@$(PY) -m benchmarks.negotiation $(ARGS)

bench-decisions: setup       ## decisions of compliance in a second on one core
	@$(PY) -m benchmarks.decisions $(ARGS)

bench-month: setup           ## 30 days of contacts, judged against the simulation's own truth
	@$(PY) -m benchmarks.month $(ARGS)

bench-phone: setup train      ## how long callers wait, and 500 calls on which much goes wrong; docs/reports/phone.md
	@$(PY) -m benchmarks.phone $(ARGS)

bench-binding: setup train    ## that nothing held out which is no promise binds; docs/reports/binding.md
	@$(PY) -m benchmarks.binding $(ARGS)

bench-understanding: setup   ## an hour: the intent model on public data, beside TF-IDF and Rasa's DIET
	@PYTHONPATH=bot bot/.venv/bin/python -m benchmarks.understanding $(ARGS)

mutants: setup               ## an hour: how many faults put into the rule packs the tests find
	@.venv/bin/mutmut run --max-children 1 $(ARGS)
	@$(PY) -m tools.mutants

run-gateway run-console run-scheduler run-actions run-simulator: setup
	@$(PY) -m $(@:run-%=%)

run-bot: setup train
	@$(PY) -m tools.run_bot

clean:
	rm -rf var bot/models mutants
