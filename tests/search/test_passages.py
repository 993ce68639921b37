"""What can be found of a call: each passage once, under its address, with who speaks and of what."""

from __future__ import annotations

from dataclasses import replace

from generator.search import making, passages
from generator.search.addresses import Addresses
from generator.search.names import Names
from generator.search.record import Record
from tests import scripts
from tests.search import calls

QUESTION = "calls/lanhai/fy2024-q1/#x01"
REMARKS = "calls/lanhai/fy2024-q1/#t2"


def of(record: Record, facet: str) -> tuple[str, ...]:
    """The values of a facet."""
    return dict(record.facets).get(facet, ())


def test_an_exchange_is_one_passage_with_question_answer_and_follow_up() -> None:
    found = calls.one(QUESTION)
    assert found.title == "Mei Tan (Harbour Bank) asks Wen Zhao"
    assert found.words.startswith("Thank you. What will storage orders look like next year? We don't give a number")
    assert found.words.endswith("And the margin? It will be higher than today.")


def test_a_passage_knows_who_speaks_where_in_it() -> None:
    found = calls.one(QUESTION)
    said = [(place.anchor, place.label, found.words[place.start :][:12]) for place in found.places]
    assert said == [
        ("t4", "Mei Tan", "Thank you. W"),
        ("t5", "Wen Zhao", "We don't giv"),
        ("t6", "Mei Tan", "And the marg"),
        ("t7", "Wen Zhao", "It will be h"),
    ]


def test_facets_name_all_who_speak_and_all_that_is_spoken_of_with_what_stands_above_it() -> None:
    found = calls.one(QUESTION)
    assert of(found, "speaker") == ("mei-tan", "wen-zhao")
    assert of(found, "organization") == ("harbour-bank", "lanhai-group")
    assert of(found, "role") == ("sell_side_analyst", "executive")
    assert of(found, "topic") == ("energy", "storage")
    assert (of(found, "section"), of(found, "year"), of(found, "period")) == (("qa",), ("2024",), ("fy2024-q1",))
    assert of(calls.one("calls/lanhai/fy2024-q1/#x02"), "topic") == ()


def test_a_passage_has_the_status_of_its_question() -> None:
    archive = calls.archive()
    call = archive.calls["lanhai/fy2024-q1"]
    status = call.exchanges[0].status
    assert status is not None
    assert of(calls.one(QUESTION), "status") == (status.status.value,)
    bare = replace(call, exchanges=tuple(replace(each, status=None) for each in call.exchanges))
    assert all(of(record, "status") == () for record in passages.records(bare, Names(archive), Addresses()))


def test_words_that_only_run_the_call_are_not_found() -> None:
    everything = " ".join(record.words for record in calls.records())
    assert "Please go ahead" not in everything
    assert "disconnect" not in everything


def test_every_other_word_is_found_once_and_no_address_is_given_twice() -> None:
    archive = calls.archive()
    for call in archive.calls.values():
        made = passages.records(call, Names(archive), Addresses())
        said = [word for turn in call.turns if not turn.procedural for p in turn.paragraphs for word in p.text.split()]
        assert [word for record in made for word in record.words.split()] == said
    addresses = [record.address for record in calls.records()]
    assert len(set(addresses)) == len(addresses)


def test_long_remarks_are_parted_at_paragraphs_and_each_part_has_its_own_address() -> None:
    paragraph = "| " + "The mill turns and the river runs past it without a sound. " * 15
    script = "Wen Zhao: Good morning.\n" + "\n".join([paragraph] * 6)
    archive = scripts.archive(scripts.transcript(script, listed=calls.LISTED, series="mill", date="2024-05-02"))
    made = [record for record in making.records(archive) if record.language]
    assert [record.address.partition("#")[2] for record in made] == ["t1", "t1p4", "t1p6"]
    assert all(250 < len(record.words.split()) < 600 for record in made)


def test_words_and_their_translation_stand_in_indexes_of_their_own() -> None:
    said = "云计算业务收入增长了百分之六，我们对此感到满意。"
    script = f"Wen Zhao: {said}\n| Revenue of the cloud business grew by six percent."
    archive = scripts.archive(scripts.transcript(script, listed=calls.LISTED, series="cloud", date="2024-05-02"))
    made = {record.language: record for record in making.records(archive) if record.language}
    assert made.keys() == {"zh", "en"}
    assert "Revenue" not in made["zh"].words
    assert made["zh"].address != made["en"].address


def test_characters_that_nobody_sees_are_left_out() -> None:
    script = "Wen Zhao: The ke\u200btt\u202ele\x07 boils.\nMei Tan: Good."
    archive = scripts.archive(scripts.transcript(script, listed=calls.LISTED, series="tea", date="2024-05-02"))
    assert making.records(archive)[0].words == "The kettle boils."


def test_a_site_that_opens_without_a_server_is_pointed_at_by_files() -> None:
    archive = calls.archive()
    found = {record.address for record in making.records(archive, directories=False)}
    assert "calls/lanhai/fy2024-q1/index.html#x01" in found
    assert "speakers/mei-tan.html" in found


def test_somebody_without_a_page_is_no_value_of_a_facet() -> None:
    script = "Operator: Welcome. We begin.\nQ: What about the walnut harvest?\nWen Zhao: It was good."
    archive = scripts.archive(scripts.transcript(script, listed=calls.LISTED, series="tea", date="2024-05-02"))
    speakers = {value for record in making.records(archive) for value in of(record, "speaker")}
    assert speakers == {"wen-zhao", "mei-tan", "ravi-menon"} & speakers
    assert "wen-zhao" in speakers


def test_titles_of_remarks_name_the_firm_unless_it_is_the_one_whose_call_it_is() -> None:
    assert calls.one(REMARKS).title == "Wen Zhao, Chief Executive Officer (Lanhai Group)"
    archive = calls.archive()
    own = replace(archive.calls["lanhai/fy2024-q1"], organization="Lanhai Group")
    assert passages.records(own, Names(archive), Addresses())[0].title == "Wen Zhao, Chief Executive Officer"


def test_what_holds_no_letter_and_no_figure_is_no_record() -> None:
    archive = calls.archive()
    call = next(iter(archive.calls.values()))
    turns = tuple(replace(turn, paragraphs=(replace(turn.paragraphs[0], text="."),)) for turn in call.turns)
    mute = replace(archive, calls={call.id: replace(call, turns=turns)})
    assert not [record for record in making.records(mute) if record.call]
