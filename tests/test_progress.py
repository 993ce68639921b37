"""Whoever watches a build is told how far it is; who measures it knows afterwards what each stage took."""

from __future__ import annotations

import io
import itertools
import json
import re
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import console, options, profiling
from generator.cli.console import Voice
from generator.progress import Measured, Nobody, Stopwatch


def chosen(**more: object) -> options.Choices:
    """What somebody typed."""
    typed = {"voice": Voice.QUIET, **more}
    return options.Choices(None, None, None, None, None, **typed)  # type: ignore[arg-type]


def test_a_stage_is_measured_with_what_was_done_here_and_elsewhere() -> None:
    measured = Measured(Nobody())
    clock = Stopwatch(measured)
    with clock.stage("read", 3) as tick:
        tick(1)
        tick(2)
        clock.spend(4.5)
    (read,) = measured.stages
    assert (read.stage, read.items, read.elsewhere) == ("read", 3, 4.5)
    assert read.seconds == clock.seconds["read"]
    assert read.peak is None or read.peak > 1


def test_a_stage_that_runs_twice_is_one() -> None:
    measured = Measured(Nobody())
    clock = Stopwatch(measured)
    for _ in range(2):
        with clock.stage("search", 5) as tick:
            tick(5)
    (search,) = measured.stages
    assert search.items == 10
    assert search.seconds == pytest.approx(clock.seconds["search"])


def test_work_of_a_processor_is_seen() -> None:
    measured = Measured(Nobody())
    with Stopwatch(measured).stage("count"):
        began = time.process_time()
        while time.process_time() - began < 0.05:
            pass
    assert measured.stages[0].cpu >= 0.03


@pytest.mark.parametrize(
    ("done", "total", "seconds", "said"),
    [
        (640, 1000, 25.6, "640 of 1,000, 25/s, 14 s left"),
        (1, 1000, 2, "1 of 1,000, 0.5/s, 33 min 18 s left"),
        (10, 100_000, 10, "10 of 100,000, 1.0/s, 27 h 46 min left"),
        (1000, 1000, 20, "1,000 of 1,000, 50/s"),
        (70, 0, 2, "70, 35/s"),
        (0, 10, 0, "0 of 10"),
    ],
)
def test_how_far_how_fast_and_how_long_still(done: int, total: int, seconds: float, said: str) -> None:
    assert console.pace(done, total, seconds) == said


def lines(monkeypatch: pytest.MonkeyPatch, voice: Voice, step: float) -> str:
    """What a log is told of a stage whose every look at the clock is so many seconds after the one before."""
    clock = itertools.count(0, step)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    out = io.StringIO()
    monkeypatch.setattr(click, "echo", lambda text, err: out.write(f"{text}\n"))
    with console.watching(voice) as watcher:
        watcher.begin("read", 4)
        for _ in range(4):
            watcher.advance(1)
        watcher.end("read", 4 * step)
    return out.getvalue()


def test_a_log_is_told_now_and_then_and_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    told = lines(monkeypatch, Voice.NORMAL, 20).splitlines()
    assert told == ["read: 2 of 4, 0.1/s, 40 s left", "read: 4 of 4, 0.1/s", "read: 4 done in 80.0 s (0/s)"]


def test_a_log_hears_nothing_of_a_short_stage_unless_it_wants_to(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lines(monkeypatch, Voice.NORMAL, 0.1) == ""
    assert lines(monkeypatch, Voice.VERBOSE, 0.1) == "read: 4 done in 0.4 s\n"
    assert lines(monkeypatch, Voice.QUIET, 100) == ""


def test_a_stage_that_fails_does_not_say_that_all_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(click, "echo", lambda text, err: out.write(f"{text}\n"))
    with (
        console.watching(Voice.VERBOSE) as watcher,
        pytest.raises(OSError),
        Stopwatch(watcher).stage("read", 100) as tick,
    ):
        tick(7)
        raise OSError
    assert out.getvalue().startswith("read: 7 done in")


def test_a_terminal_sees_done_and_total_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar is drawn by a library; what stands beside it is ours."""
    bars = console._Bars()
    clock = itertools.count(0, 2)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    bars.begin("extract", 50)
    bars.advance(10)
    (task,) = bars.bars.tasks
    assert (task.description, task.total, task.completed, task.fields["pace"]) == (
        "extract",
        50,
        10,
        "10 of 50, 5.0/s, 8 s left",
    )
    bars.end("extract", 2)
    assert not bars.bars.tasks[0].visible


def test_a_profile_is_a_table_of_stages(tmp_path: Path) -> None:
    place = tmp_path / "new" / "profile.txt"
    with profiling.watching(chosen(profile=str(place))) as watcher, Stopwatch(watcher).stage("read", 2) as tick:
        tick(2)
    heading, row = place.read_text(encoding="utf-8").splitlines()
    assert heading.split() == ["stage", "seconds", "CPU", "elsewhere", "items", "items/s", "peak", "MB"]
    assert re.fullmatch(r"read +\d+\.\d\d +\d+\.\d\d +0\.00 +2 .*", row)


def test_a_profile_may_be_json_and_name_functions(tmp_path: Path) -> None:
    place = tmp_path / "profile.json"
    with profiling.watching(chosen(profile=str(place), functions=5)) as watcher, Stopwatch(watcher).stage("sort"):
        sorted(range(10_000), key=str)
    told = json.loads(place.read_text(encoding="utf-8"))
    assert [stage["stage"] for stage in told["stages"]] == ["sort"]
    assert any("sorted" in line for line in told["functions"])


def test_a_profile_is_written_even_if_the_build_fails(tmp_path: Path) -> None:
    place = tmp_path / "profile.txt"
    watching = profiling.watching(chosen(profile=str(place)))
    with pytest.raises(OSError), watching as watcher, Stopwatch(watcher).stage("read"):
        raise OSError
    assert "read" in place.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "place", "functions"),
    [
        ([], None, 0),
        (["--profile"], options.PRINTED, 0),
        (["--profile", "p.json"], "p.json", 0),
        (["--profile-functions", "7"], options.PRINTED, 7),
        (["--profile", "--jobs", "2"], options.PRINTED, 0),
    ],
)
def test_a_profile_is_printed_unless_a_file_is_named(typed: list[str], place: str | None, functions: int) -> None:
    seen: list[options.Choices] = []

    @click.command()
    @options.shared
    def command(choices: options.Choices) -> None:
        seen.append(choices)

    assert CliRunner().invoke(command, typed).exit_code == 0
    assert [(each.profile, each.functions) for each in seen] == [(place, functions)]
