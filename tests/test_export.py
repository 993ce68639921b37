"""The archive as JSON."""

import json

from generator import export
from tests import scripts
from tests.extract.test_exchanges import CALL, EXECUTIVES


def test_an_export_holds_every_word_and_who_said_it() -> None:
    transcript = scripts.transcript(CALL, "lanhai/q2.txt", EXECUTIVES, organization="Lanhai Group", date="2023-08-10")
    data = json.loads(json.dumps(export.export(scripts.archive(transcript))))
    (call,) = data["calls"]
    assert data["format"] == "call-archive/1"
    assert (call["id"], call["source"], call["date"]) == ("lanhai-group/2023-08-10", "lanhai/q2.txt", "2023-08-10")
    assert [p for t in call["turns"] for p in t["paragraphs"]] == [
        p.text for u in transcript.utterances for p in u.paragraphs
    ]
    first = call["exchanges"][0]
    assert (first["turns"], first["asker"], first["answered_by"]) == (
        ["t4", "t12"],
        "mei-tan",
        ["li-xiaoming", "wen-zhao"],
    )
    assert first["follow_ups"] == 1
    people = {s["id"]: s for s in data["speakers"]}
    assert people["mei-tan"]["affiliations"] == [
        {"organization": "Harbour Bank", "title": None, "role": "sell_side_analyst", "calls": [call["id"]]}
    ]


def test_an_export_says_what_became_of_each_question_and_by_which_words() -> None:
    transcript = scripts.transcript(CALL, "lanhai/q2.txt", EXECUTIVES, organization="Lanhai Group", date="2023-08-10")
    data = json.loads(json.dumps(export.export(scripts.archive(transcript))))
    first, second = data["calls"][0]["exchanges"]
    assert [(p["id"], p["status"], [a["turn"] for a in p["answered_in"]]) for p in first["parts"]] == [
        ("x1a", "answered", ["t7"]),
        ("x1b", "answered", ["t8"]),
        ("x1c", "answered", ["t10"]),
    ]
    said = second["status_from"]
    assert (second["status"], said["rule"], said["words"]) == (
        "declined",
        "gives no figures",
        "We do not disclose the number",
    )
    (turn,) = [t for t in data["calls"][0]["turns"] if t["id"] == said["turn"]]
    assert turn["paragraphs"][said["paragraph"] - 1][said["start"] : said["end"]] == said["words"]
    assert (said["ruling"], said["instead_of"]) == (None, None)


def test_every_id_in_an_export_is_defined_in_it() -> None:
    data = export.export(scripts.archive(scripts.transcript(CALL, "a.txt", EXECUTIVES)))
    people, calls = {s["id"] for s in data["speakers"]}, {c["id"] for c in data["calls"]}
    for call in data["calls"]:
        turns = {t["id"] for t in call["turns"]}
        assert {t["speaker"] for t in call["turns"]} - {None} <= people
        for exchange in call["exchanges"]:
            assert {exchange["asker"], *exchange["addressees"], *exchange["answered_by"]} - {None} <= people
            assert {*exchange["turns"], *exchange["questions"], *exchange["answers"]} <= turns
    assert {c for s in data["speakers"] for a in s["affiliations"] for c in a["calls"]} <= calls
