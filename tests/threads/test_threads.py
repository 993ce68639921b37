"""How questions asked again become threads, told over small archives made by hand."""

from __future__ import annotations

import pickle
import random
import string
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import threads
from generator.model import Archive, Asked, Call, Thread, Topic
from tests.threads.building import Question, archive, asked, together

COST = "What does a ton of recycled glass cost you, delivered to the furnace?"
COST_AGAIN = "Could you tell us the delivered cost of recycled glass at the furnace, per ton?"
OTHERS = (
    "How many nurses left the Halden clinics after the merger?",
    "Is the crane in Gdynia insured?",
    "When will the tunnel under Carrow hill open to trucks?",
    "Who audits the walnut growers' cooperative?",
)
SPRING, SUMMER, AUTUMN = "ferry/2024-02-06", "ferry/2024-05-14", "ferry/2024-08-06"


def follow(calls: dict[str, list[Question]], *topics: Topic) -> Archive:
    """Find the threads among calls, with some others in the archive so that words have a weight."""
    others = {f"other/2020-01-0{n}": [Question(text, "li-wei")] for n, text in enumerate(OTHERS, start=1)}
    return threads.follow(archive({**others, **calls}, topics))


def only(found: Archive) -> Thread:
    """The one thread that is expected."""
    (thread,) = found.threads.values()
    return thread


def words(call: Call, spans: object) -> list[str]:
    """The words at places of a call."""
    assert isinstance(spans, tuple)
    return [call.turn(s.turn).paragraphs[s.paragraph - 1].text[s.start : s.end] for s in spans]


def test_a_question_asked_again_is_a_thread_with_what_made_it_one() -> None:
    found = follow({SPRING: [Question(COST)], SUMMER: [Question(COST_AGAIN, "ravi-menon")]})
    first, second = only(found).versions
    assert (first.asked, first.like, first.score) == (asked(SPRING), None, 0.0)
    assert (second.asked, second.like, second.parts) == (asked(SUMMER), asked(SPRING), ("x1a",))
    assert second.score > 0.8
    assert {"recycled", "glass", "furnace"} <= {word for phrase in second.words for word in phrase.split()}
    assert found.threads_of == {asked(SPRING): (only(found).id,), asked(SUMMER): (only(found).id,)}


def test_a_thread_is_named_after_its_oldest_question() -> None:
    found = follow({SUMMER: [Question(COST_AGAIN)], SPRING: [Question(COST, "ravi-menon")]})
    assert list(found.threads) == ["ferry-2024-02-06-ravi-menon-1"]


def test_two_askers_of_one_call_may_ask_the_same() -> None:
    found = follow({SPRING: [Question(COST), Question(COST_AGAIN, "ravi-menon")]})
    assert [version.asked for version in only(found).versions] == [asked(SPRING), asked(SPRING, 2)]


def test_who_asks_twice_in_one_question_does_not_ask_again() -> None:
    assert not follow({SPRING: [Question(f"{COST} I mean: {COST_AGAIN}")]}).threads


def test_another_company_is_asked_another_question() -> None:
    assert not follow({SPRING: [Question(COST)], "mill/2024-05-14": [Question(COST, "ravi-menon")]}).threads


def test_a_version_is_compared_with_the_latest_one_that_it_is_like() -> None:
    found = follow({day: [Question(COST, asker)] for day, asker in ((SPRING, "a"), (SUMMER, "b"), (AUTUMN, "c"))})
    assert [version.like for version in only(found).versions] == [None, asked(SPRING), asked(SUMMER)]


def test_several_parts_asked_again_by_the_same_questions_are_one_thread() -> None:
    both = f"{COST} And how many of the ferries have been converted to batteries?"
    found = follow({SPRING: [Question(both)], SUMMER: [Question(both)]})
    assert [version.parts for version in only(found).versions] == [("x1a", "x1b"), ("x1a", "x1b")]


def test_a_chain_does_not_drift() -> None:
    """The middle one asks two things; the outer two have nothing in common."""
    ferries = "How many of the ferries have been converted to batteries?"
    middle = f"{COST[:-1]}, while ferries are being converted to batteries?"
    found = follow({SPRING: [Question(COST)], SUMMER: [Question(middle, "b")], AUTUMN: [Question(ferries, "c")]})
    assert not together(found, asked(SPRING), asked(AUTUMN))


def test_a_call_that_is_there_twice_is_heard_once() -> None:
    texts = [COST, *OTHERS]
    same = [Question(f"Let me put it to you as plainly as I can today: {text}") for text in texts]
    assert not follow({SPRING: same, "ferry/2024-02-07": same}).threads


def test_a_question_about_one_family_of_topics_is_known_by_them() -> None:
    family = (
        Topic("models", "Models"),
        Topic("open", "Open", parent="models"),
        Topic("closed", "Closed", parent="models"),
    )
    one = "Between open charts and sealed charts, which side has won in ten years, and how many charts are left?"
    two = "Where do free charts and guarded charts stand? And how many makers of charts survive?"
    found = follow(
        {
            SPRING: [
                Question(one, topics=(("open charts", "open"), ("sealed charts", "closed"), ("charts", "models")))
            ],
            SUMMER: [
                Question(two, "b", topics=(("free charts", "open"), ("guarded charts", "closed"), ("charts", "models")))
            ],
        },
        *family,
    )
    assert together(found, asked(SPRING), asked(SUMMER))
    assert [version.parts for version in only(found).versions] == [(), ()]


def test_an_answer_says_what_is_new_and_what_is_gone() -> None:
    old = ("A ton costs 94 dollars at the furnace gate.", "Freight is the smaller part of it. Thank you.")
    new = (
        "A ton costs 72 dollars at the furnace gate.",
        "Freight is the smaller part of it, still. Barges carry half.",
    )
    found = follow({SPRING: [Question(COST, answer=old)], SUMMER: [Question(COST_AGAIN, "b", answer=new)]})
    version = only(found).versions[1]
    assert words(found.calls[SUMMER], version.fresh) == [new[0], "Barges carry half."]
    assert words(found.calls[SPRING], version.gone) == [old[0]]
    assert words(found.calls[SUMMER], version.answer) == list(new)


def test_sentences_without_spaces_between_them_are_compared_one_by_one() -> None:
    old, new = "付费企业客户有八百家。毛利率保持稳定水平。", "付费企业客户有一千家客户公司。毛利率保持稳定水平。"
    found = follow({SPRING: [Question(COST, answer=(old,))], SUMMER: [Question(COST_AGAIN, "b", answer=(new,))]})
    assert "毛利率保持稳定水平。" not in words(found.calls[SUMMER], only(found).versions[1].fresh)


def test_threads_are_listed_with_the_one_asked_last_first() -> None:
    ferries = "How many of the ferries have been converted to batteries?"
    found = follow(
        {SPRING: [Question(COST), Question(ferries)], SUMMER: [Question(ferries, "b")], AUTUMN: [Question(COST, "c")]}
    )
    assert [thread.versions[-1].asked.call for thread in found.threads.values()] == [AUTUMN, SUMMER]


def test_calls_without_a_date_come_last() -> None:
    found = follow({"ferry/": [Question(COST)], SUMMER: [Question(COST, "b")]})
    assert [version.asked.call for version in only(found).versions] == [SUMMER, "ferry/"]


def test_the_threads_of_a_series_depend_on_nothing_but_its_calls() -> None:
    """The same words weigh the same, whatever else the archive holds."""
    calls = {SPRING: [Question(COST)], SUMMER: [Question(COST_AGAIN, "ravi-menon")]}
    alone, among = threads.follow(archive(calls)), follow(calls)
    assert alone.threads == among.threads


def test_what_is_asked_in_a_call_may_be_known_beforehand() -> None:
    made = archive({SPRING: [Question(COST)], SUMMER: [Question(COST_AGAIN, "ravi-menon")]})
    (calls,) = threads.series(made)
    heard = [pickle.loads(pickle.dumps(threads.hear(call))) for call in calls]
    assert threads.of_series(calls, {}, heard) == threads.of_series(calls, {}) != ()


def test_a_call_that_is_there_twice_is_heard_once_if_it_was_heard_beforehand_too() -> None:
    same = [Question(f"Let me put it to you as plainly as I can today: {text}") for text in (COST, *OTHERS)]
    (calls,) = threads.series(archive({SPRING: same, "ferry/2024-02-07": same}))
    assert threads.of_series(calls, {}, [threads.hear(call) for call in calls]) == ()


def test_what_was_found_can_be_sent_between_processes() -> None:
    (calls,) = threads.series(archive({SPRING: [Question(COST)], SUMMER: [Question(COST_AGAIN, "ravi-menon")]}))
    found = threads.of_series(calls, {})
    assert pickle.loads(pickle.dumps(found)) == found


def test_two_threads_of_two_series_never_share_an_address() -> None:
    """`a/b-2024` and `a-b/2024` are written alike in an address."""
    again = [Question(COST), Question(COST_AGAIN, "ravi-menon")]
    found = threads.follow(archive({"ferry/2024-02-06": again, "ferry-2024/02-06": again}))
    assert len(found.threads) == 2
    assert all(found.threads[name].id == name for names in found.threads_of.values() for name in names)


def test_somebody_named_in_another_call_of_the_series_is_a_name_in_all_of_them() -> None:
    """Nobody asks the same for having said "Good morning, Torvald" to the same person."""
    one, two = "Torvald, who pays for the bakery?", "And when, Torvald, does the bakery open?"
    calls = {SPRING: [Question(one)], SUMMER: [Question(two, "ravi-menon")], AUTUMN: [Question("Who?", "torvald-holm")]}
    assert not threads.follow(archive(calls)).threads


def test_nobody_is_one_person_where_it_is_not_known_who_asks() -> None:
    made = archive({SPRING: [Question(COST)], SUMMER: [Question(COST_AGAIN)]})
    unknown = [replace(x, key="question-1") for call in made.calls.values() for x in call.exchanges]
    calls = [replace(call, exchanges=(x,)) for call, x in zip(made.calls.values(), unknown, strict=True)]
    assert all(ask.asker is None for call in calls for ask in threads.hear(call))


def test_common_words_are_no_rare_ones_in_a_series_of_two_calls() -> None:
    one, two = "What growth of revenue and margin do you expect?", "Is revenue growth what drives the margin?"
    assert not threads.follow(archive({SPRING: [Question(one)], SUMMER: [Question(two, "ravi-menon")]})).threads


VOCABULARY = "glass furnace ton ferry battery clinic nurse crane tunnel walnut margin cost share many what how".split()
QUESTIONS = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=3, max_size=8), min_size=2, max_size=12)


@settings(max_examples=60, deadline=None)
@given(QUESTIONS, st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_of_calls(texts: list[list[str]], chance: random.Random) -> None:
    calls = {f"ferry/2024-01-{n:02}": [Question(" ".join(text) + "?", f"p{n % 3}")] for n, text in enumerate(texts, 1)}
    shuffled = list(calls.items())
    chance.shuffle(shuffled)
    one, two = threads.follow(archive(calls)), threads.follow(archive(dict(shuffled)))
    assert one.threads == two.threads
    assert one.threads_of == two.threads_of


@settings(max_examples=60, deadline=None)
@given(QUESTIONS)
def test_every_thread_holds_two_questions_oldest_first_and_knows_them(texts: list[list[str]]) -> None:
    calls = {f"ferry/2024-01-{n:02}": [Question(" ".join(text) + "?", f"p{n % 3}")] for n, text in enumerate(texts, 1)}
    found = threads.follow(archive(calls))
    for thread in found.threads.values():
        questions = [version.asked for version in thread.versions]
        assert len(questions) == len(set(questions)) > 1
        assert questions == sorted(questions, key=lambda each: (found.calls[each.call].date, each.exchange))
        assert all(thread.id in found.threads_of[each] for each in questions)
        assert all(v.like in questions[:n] for n, v in enumerate(thread.versions) if n)
    assert all(isinstance(each, Asked) for each in found.threads_of)


def invented(chance: random.Random) -> Question:
    """A question of eight words that nobody else says."""
    return Question(" ".join("".join(chance.choices(string.ascii_lowercase, k=7)) for _ in range(8)) + "?", "somebody")


def test_what_is_asked_in_every_call_is_a_thread_though_no_word_of_it_is_rare() -> None:
    chance = random.Random(3)
    calls = {
        f"ferry/{2000 + n}-03-01": [Question(COST, f"p{n}"), *(invented(chance) for _ in range(8))] for n in range(24)
    }
    assert len(only(threads.follow(archive(calls))).versions) == 24


def test_a_thread_is_never_too_long_to_be_read() -> None:
    chance = random.Random(3)
    calls = {
        f"ferry/{1000 + n}-03-01": [Question(COST, f"p{n}"), *(invented(chance) for _ in range(8))] for n in range(130)
    }
    found = threads.follow(archive(calls))
    assert found.threads
    assert max(len(thread.versions) for thread in found.threads.values()) <= 100
