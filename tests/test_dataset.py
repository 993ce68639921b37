"""The archive as data in its site: parts that say together what the export says, made anew where a call changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import build, config, export
from generator.build import conductor
from generator.config import Settings
from generator.model import Call

CALL = "---\nseries: lanhai\ndate: {date}\n---\nOperator: Welcome.\nWen Zhao: {words} grew by a third this year.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two calls."""
    for date, words in (("2024-05-02", "Kettles"), ("2024-08-02", "Teapots")):
        place = tmp_path / "content" / f"{date}.txt"
        place.parent.mkdir(exist_ok=True)
        place.write_text(CALL.format(date=date, words=words), encoding="utf-8")
    return tmp_path


def _settings(base: Path, **options: Any) -> Settings:
    settings, problems = config.load(options, base)
    assert settings, problems
    return settings


def _write(base: Path, **options: Any) -> conductor.Built:
    settings = _settings(base, **options)
    built = build.understand(settings)
    build.update(built, settings, base / "pages")
    return built


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_parts_say_together_what_the_export_says(content: Path) -> None:
    built = _write(content)
    told = _read(content / "pages/archive.json")
    for each in told["calls"]:
        data = each.pop("data")
        each |= _read(content / "pages" / data)
        del each["format"]
    assert told == json.loads(json.dumps(export.export(built.archive)))
    assert len(told["calls"]) == 2


def test_the_head_of_a_call_is_enough_to_choose_it(content: Path) -> None:
    _write(content)
    first = _read(content / "pages/archive.json")["calls"][0]
    assert (first["id"], first["date"], first["data"]) == (
        "lanhai/2024-05-02", "2024-05-02", "calls/lanhai/2024-05-02/call.json",
    )  # fmt: skip
    assert "turns" not in first


def test_only_the_call_that_changed_is_told_again(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(content)
    place = content / "content/2024-05-02.txt"
    place.write_text(place.read_text(encoding="utf-8").replace("third", "tenth"), encoding="utf-8")
    told: list[str] = []
    whole = export.call

    def noted(call: Call) -> dict[str, Any]:
        told.append(call.id)
        return whole(call)

    monkeypatch.setattr(export, "call", noted)
    _write(content)
    assert told == ["lanhai/2024-05-02"]
    assert "tenth" in (content / "pages/calls/lanhai/2024-05-02/call.json").read_text(encoding="utf-8")
    _write(content)
    assert len(told) == 1


def test_a_file_that_somebody_changed_is_put_right(content: Path) -> None:
    _write(content)
    place = content / "pages/calls/lanhai/2024-08-02/call.json"
    before = place.read_bytes()
    place.write_text("{}", encoding="utf-8")
    _write(content)
    assert place.read_bytes() == before


def test_a_call_that_is_gone_takes_its_file_along(content: Path) -> None:
    _write(content)
    (content / "content/2024-08-02.txt").unlink()
    _write(content)
    assert not (content / "pages/calls/lanhai/2024-08-02/call.json").exists()
    assert len(_read(content / "pages/archive.json")["calls"]) == 1


def test_a_site_may_do_without(content: Path) -> None:
    _write(content)
    assert "archive.json" in (content / "pages/search/index.md").read_text(encoding="utf-8")
    _write(content, dataset=False)
    assert not list((content / "pages").rglob("call.json"))
    assert not (content / "pages/archive.json").exists()
    assert "archive.json" not in (content / "pages/search/index.md").read_text(encoding="utf-8")


def test_the_same_archive_is_the_same_bytes_without_what_was_remembered(content: Path) -> None:
    _write(content)
    before = {path.name: path.read_bytes() for path in (content / "pages").rglob("*.json") if "calls" in path.parts}
    _write(content, cache="off")
    assert before == {p.name: p.read_bytes() for p in (content / "pages").rglob("*.json") if "calls" in p.parts}
