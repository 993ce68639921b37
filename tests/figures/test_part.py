"""Somebody's part in calls over time: the times between are there, and show zero."""

from __future__ import annotations

from dataclasses import replace

from generator.figures import part
from generator.model import Archive, Series
from tests.figures import calls


def archive(*held: tuple[str, str]) -> Archive:
    made = {name: replace(calls.call(("e1", 5), name=name), date=date) for name, date in held}
    series: dict[str, list[str]] = {}
    for name in made:
        series.setdefault(made[name].series, []).append(name)
    known = {name: Series(name, name.title(), tuple(found)) for name, found in series.items()}
    return Archive(made, known, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})


FERRY = (("ferry/a", "2023-02-01"), ("ferry/b", "2023-05-01"), ("ferry/c", "2023-08-01"), ("ferry/d", "2023-11-01"))


def test_calls_of_one_series_between_the_first_and_the_last_are_columns() -> None:
    shown = part.over(archive(*FERRY), ["ferry/c", "ferry/a"])
    assert [each.key for each in shown] == ["ferry/a", "ferry/b", "ferry/c"]
    assert part.count(shown, ["ferry/a", "ferry/a", "ferry/c"]) == (2, 0, 1)


def test_calls_of_several_series_are_put_together_by_time() -> None:
    both = archive(*FERRY, ("mill/a", "2023-03-09"), ("mill/b", "2023-09-09"))
    shown = part.over(both, ["ferry/a", "ferry/c", "mill/a", "mill/b"])
    assert not any(each.single for each in shown)
    counted = part.count(shown, ["ferry/a", "mill/b"])
    assert sum(counted) == 2 and counted[0] == counted[-1] == 1
