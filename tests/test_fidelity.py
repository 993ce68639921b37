"""The figures that reading must reach on real transcripts with hand-checked labels, where those are at hand."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import call_archive

STYLES = (
    "seed",
    "inline_colon_earnings",
    "motley_txt_dash",
    "seekingalpha_txt",
    "streetevents_txt",
    "changelog_md",
    "bitcoin_md",
    "whitehouse_md",
)
OVERALL = {
    "turns": 0.98,
    "speakers": 0.98,
    "firms": 0.97,
    "titles": 0.97,
    "roles": 0.97,
    "exchanges": 0.97,
    "answers": 0.96,
    "dates": 0.99,
}
"""Means over all styles, those above and all others."""

NAMING_NOBODY = {"no_speaker_labels", "srt_no_speakers", "rev_nlp", "rev_nlp_asr", "diarised_anon_md"}
AT_LEAST = {"turns": 0.95, "speakers": 0.95, "exchanges": 0.90, "firms": 0.90}


@pytest.fixture(scope="session")
def export(need_fidelity: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The labelled transcripts, exported as a user would; the exit code tells of files that nobody reads yet."""
    made = tmp_path_factory.mktemp("fidelity") / "fidelity.json"
    content = need_fidelity / "transcripts"
    done = call_archive("export", "--quiet", "--content", str(content), "--output", str(made))
    assert done.returncode in {0, 1} and "Traceback" not in done.stderr, done.stderr[-3000:]
    return made


@pytest.fixture(scope="session")
def figures(need_fidelity: Path, export: Path) -> dict[str, Any]:
    """Style → figure → share, by the scorer that comes with the labels."""
    command = [sys.executable, str(need_fidelity / "score.py"), str(export), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout)["styles"])


def test_the_figures_over_all_styles_are_reached(need_fidelity: Path, export: Path) -> None:
    command = [sys.executable, str(need_fidelity / "score.py"), str(export), "--json"]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["overall"]
    assert {name: told[name] for name, least in OVERALL.items() if told[name] < least} == {}


def test_nobody_is_invented_where_a_file_names_nobody(export: Path) -> None:
    data = json.loads(export.read_text(encoding="utf-8"))
    silent = [call for call in data["calls"] if call["source"].split("/")[0] in NAMING_NOBODY]
    assert len(silent) >= 7
    assert {call["source"] for call in silent for turn in call["turns"] if turn["speaker"]} == set()


@pytest.mark.parametrize("style", STYLES)
def test_the_layouts_of_the_worlds_transcripts_are_read_rightly(figures: dict[str, Any], style: str) -> None:
    reached = {name: figures[style][name] for name in AT_LEAST if figures[style].get(name) is not None}
    assert {name: share for name, share in reached.items() if share < AT_LEAST[name]} == {}


def test_every_file_is_read_or_named_in_a_problem_and_has_one_row(need_fidelity: Path, export: Path) -> None:
    content = need_fidelity / "transcripts"
    read = {call["source"] for call in json.loads(export.read_text(encoding="utf-8"))["calls"]}
    done = call_archive("check", "--content", str(content))
    assert "Traceback" not in done.stdout + done.stderr
    there = {
        path.relative_to(content).as_posix()
        for path in content.rglob("*")
        if path.is_file() and not any(part.startswith("_") for part in path.relative_to(content).parts)
    }
    unread = {path for path in there - read if f"{path}: error: " not in done.stdout + done.stderr}
    assert there and unread == set()
    rows = [line.split()[0] for line in done.stdout.splitlines() if line.split()[:1] and line.split()[0] in there]
    assert sorted(rows) == sorted(there)


def test_a_call_in_the_middle_of_which_the_file_begins_is_told_as_it_is(export: Path) -> None:
    data = json.loads(export.read_text(encoding="utf-8"))
    (call,) = (one for one in data["calls"] if one["source"].startswith("seed/"))
    first, *_ = call["turns"]
    assert (first["speaker"], first["label"], len(first["paragraphs"])) == (None, None, 2)
    (exchange,) = call["exchanges"]
    assert [t["speaker"] for t in call["turns"]] == [None, "operator", exchange["asker"], *exchange["answered_by"]]
    assert (exchange["organization"], len(exchange["parts"])) == ("Barclays", 4)
    assert exchange["addressees"] == exchange["answered_by"]
    assert (call["title"], call["date"], call["period"]) == (call["organization"], None, None)
    assert len(call["turns"][-1]["paragraphs"]) == 3


def test_what_is_called_declined_or_deferred_is_so_on_questions_read_by_hand(export: Path, cases: Path) -> None:
    with (cases / "fidelity-statuses.csv").open(encoding="utf-8", newline="") as rows:
        by_hand = {(row["source"], f"x{row['question']}"): row["became"].split("/") for row in csv.DictReader(rows)}
    calls = json.loads(export.read_text(encoding="utf-8"))["calls"]
    by_rule = {(call["source"], x["id"]): x["status"] for call in calls for x in call["exchanges"]}
    kept_back = {"declined", "deferred"}
    told = [asked for asked in by_hand if by_rule.get(asked) in kept_back]
    meant = [asked for asked, became in by_hand.items() if kept_back & {*became}]
    right = [asked for asked in told if by_rule[asked] in by_hand[asked]]
    assert len(by_hand) >= 110 and {*by_hand} <= {*by_rule}
    assert len(right) >= 0.9 * len(told)
    assert len([asked for asked in right if asked in meant]) >= 0.5 * len(meant)
