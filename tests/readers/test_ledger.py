"""Every build looks whether a word was lost."""

from generator.model import Furniture, Paragraph, Utterance
from generator.readers import ledger, text
from generator.readers.text import Draft

FILE = text.cut("a.txt", "Mei Tan: How is demand?\n\nPage 1 of 2\nAnd what of supply &amp; price?\n")
TURN = Utterance("Mei Tan", (Paragraph("How is demand?", 1), Paragraph("And what of supply & price?", 4)), 1)


def test_what_is_in_a_turn_or_set_aside_is_not_lost() -> None:
    assert ledger.missing(FILE, Draft((TURN,), furniture=(Furniture("page number", "Page 1 of 2", 3),))) == ()


def test_what_is_in_neither_is_reported_with_its_line() -> None:
    (problem,) = ledger.missing(FILE, Draft((TURN,)))
    assert (problem.path, problem.line, problem.level) == ("a.txt", 3, "error")
    assert problem.message.startswith("4 words are in no turn") and "“Page”" in problem.message


def test_a_word_said_twice_and_kept_once_is_missed() -> None:
    cut = text.cut("a.txt", "Mei Tan: no no")
    assert ledger.missing(cut, Draft((Utterance("Mei Tan", (Paragraph("no", 1),), 1),)))


def test_a_word_that_only_ends_like_one_that_was_kept_is_missed() -> None:
    (problem,) = ledger.missing(text.cut("a.txt", "unrest"), Draft((Utterance(None, (Paragraph("rest", 1),), 1),)))
    assert "“unrest”" in problem.message


def test_a_word_lost_between_the_lines_of_a_paragraph_is_reported_with_its_line() -> None:
    cut = text.cut("a.txt", "Mei Tan: we melt\n  the white\nsand & glass\nby  night")
    whole = Paragraph("we melt the white sand & glass by night", 1)
    assert ledger.missing(cut, Draft((Utterance("Mei Tan", (whole,), 1),))) == ()
    (problem,) = ledger.missing(
        cut, Draft((Utterance("Mei Tan", (Paragraph("we melt the sand & glass by night", 1),), 1),))
    )
    assert (problem.line, "“white”" in problem.message) == (2, True)


def test_an_entity_is_no_word_of_its_own() -> None:
    cut = text.cut("a.txt", "supply &amp; price")
    assert ledger.missing(cut, Draft((Utterance(None, (Paragraph("supply & price", 1),), 1),))) == ()
    assert ledger.missing(cut, Draft((Utterance(None, (Paragraph("price", 1),), 1),)))


def test_a_long_paragraph_of_several_lines_is_crossed_out_behind_its_label_and_no_further() -> None:
    cut = text.cut(
        "a.txt", "Mei Tan:  We melt the white sand of the north\nby night,  and the brown sand\nby day.\nSo far."
    )
    words = "We melt the white sand of the north by night, and the brown sand by day."
    rest = {line.number: line.text for line in cut.lines}
    assert (ledger._cross(rest, 1, words), rest) == ("", {1: "Mei Tan:", 2: "", 3: "", 4: "So far."})
    (problem,) = ledger.missing(cut, Draft((Utterance("Mei Tan", (Paragraph(words, 1),), 1),)))
    assert (problem.line, "“So”" in problem.message) == (4, True)


def test_a_word_lost_from_a_long_paragraph_of_several_lines_is_reported() -> None:
    cut = text.cut("a.txt", "Mei Tan: We melt the white sand of the north\nby night, and the brown sand\nby day.")
    for lost in ("white ", "brown ", "We "):
        words = "We melt the white sand of the north by night, and the brown sand by day.".replace(lost, "")
        (problem,) = ledger.missing(cut, Draft((Utterance("Mei Tan", (Paragraph(words, 1),), 1),)))
        assert f"“{lost.strip()}”" in problem.message
