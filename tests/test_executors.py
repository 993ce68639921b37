"""An executor is found by its name and lent; where it cannot be had, a sentence says why."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from generator import build, config, executors, workers
from generator.build import Built
from tests import factories
from tests.conftest import ROOT

KINDS = ["concurrent.futures:ThreadPoolExecutor", "tests.factories:late", "tests.factories:breaks_once"]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a small Dask cluster in this process."""
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=":0", protocol="tcp"
    ) as made:
        yield str(made.scheduler_address)


def built(**options: Any) -> Built:
    """Build one series of the sample archive."""
    settings, told = config.load({"content": "content", "cache": "off", **options}, ROOT)
    assert settings, told
    return build.build(settings)


@pytest.fixture(scope="module")
def plain() -> Built:
    """The sample archive, built in this process."""
    return built(jobs=1)


def same(one: Built, other: Built) -> None:
    """Assert that two builds made the same bytes."""
    assert [(page.path, page.text) for page in one.pages] == [(page.path, page.text) for page in other.pages]


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_of_executor_changes_nothing(kind: str, plain: Built) -> None:
    factories.FRAGILE.clear()
    same(built(jobs=2, executor=kind), plain)


def test_a_cluster_changes_nothing(cluster: str, plain: Built) -> None:
    same(built(executor="dask", scheduler=cluster), plain)


def test_a_cluster_is_asked_how_many_it_can_do_at_once(cluster: str) -> None:
    with executors.opened("dask", cluster, 0) as opened:
        assert opened.workers == 2
        assert opened.alive()
        assert opened.executor.submit(abs, -3).result() == 3


def test_what_a_factory_lends_is_given_back() -> None:
    with executors.opened("tests.factories:lent", "", 0) as opened:
        executor = opened.executor
    with pytest.raises(RuntimeError, match="shutdown"):
        executor.submit(os.getpid)


def test_a_module_beside_the_configuration_is_found(tmp_path: Path) -> None:
    text = "from concurrent.futures import ThreadPoolExecutor\ndef pool():\n    return ThreadPoolExecutor(1)\n"
    (tmp_path / "cluster_of_ours.py").write_text(text, encoding="utf-8")
    settings, told = config.load({"content": str(ROOT / "content"), "executor": "cluster_of_ours:pool"}, tmp_path)
    assert settings and not told


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("threads", "expected processes, dask or module:factory"),
        ("os.path", "expected processes, dask or module:factory"),
        ("no_such_module:pool", "no_such_module cannot be imported"),
        ("tests.factories:none", "tests.factories has no none"),
        ("tests.factories:NOT_CALLABLE", "tests.factories:NOT_CALLABLE cannot be called"),
        ("tests.broken_factory:pool", "fails when it is imported: ZeroDivisionError"),
    ],
)
def test_a_name_that_means_nothing_is_a_problem_of_the_configuration(name: str, said: str) -> None:
    settings, (problem,) = config.load({"content": "content", "executor": name}, ROOT)
    assert settings is None
    assert problem.message.startswith(f"call-archive.executor: {name!r} was given: ")
    assert said in problem.message


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"executor": "dask"}, "call-archive.scheduler: '' was given: Dask needs the address of a scheduler"),
        ({"executor": "dask", "scheduler": "the big one"}, "Dask needs the address of a scheduler"),
        ({"scheduler": "tcp://localhost:8786"}, "a scheduler is for executor: dask, and processes is chosen"),
    ],
)
def test_an_address_is_for_dask_and_dask_needs_one(options: dict[str, str], said: str) -> None:
    settings, (problem,) = config.load({"content": "content", **options}, ROOT)
    assert settings is None
    assert said in problem.message


def test_dask_that_is_not_installed_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(executors.Unavailable, match=r"pip install 'call-archive\[dask\]'"):
        executors.check("dask")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tests.factories:nothing", "gives NoneType, which is no concurrent.futures.Executor"),
        ("tests.factories:fails", "fails: OSError: the cluster is asleep"),
    ],
)
def test_a_factory_that_makes_no_executor_is_told(name: str, said: str) -> None:
    with pytest.raises(executors.Unavailable, match=said), executors.opened(name, "", 0):
        pass


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "PATIENCE", 1)
    with (
        pytest.raises(executors.Unavailable, match="no Dask scheduler answers"),
        executors.opened("dask", "tcp://127.0.0.1:9", 0),
    ):
        pass


def test_a_scheduler_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "PATIENCE", 1)
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=0, processes=False, dashboard_address=":0", protocol="tcp"
    ) as made:
        address = str(made.scheduler_address)
        with pytest.raises(executors.Unavailable, match="has no workers"), executors.opened("dask", address, 0):
            pass


def test_an_executor_that_cannot_be_had_ends_a_map_before_it_begins() -> None:
    with workers.crew(2, "tests.factories:fails") as crew, pytest.raises(executors.Unavailable, match="asleep"):
        list(crew.map(abs, range(50)))
