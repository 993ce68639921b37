"""How well a search finds what a reader wants: asks the engines the queries of tests/queries.yml.

    python -m bench.queries [--wrong] [sample] [fidelity]

Our engines, Pagefind's and that of a packed copy, are asked through the scripts that a page has, the theme's through
its own worker, which is told the same passages turn by turn, as its plugin would tell them. Names and passages are two
lists to a reader: a query wants one of either, and is judged by that list.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import engines
from generator import build, config, plainyaml
from generator.model import Archive

ROOT = Path(__file__).parent.parent
QUERIES = ROOT / "tests" / "queries.yml"
SHARED = Path(os.environ.get("CALL_ARCHIVE_SHARED", ROOT.parent / "shared"))
CONTENT = {"sample": ROOT / "content", "fidelity": SHARED / "fidelity" / "transcripts"}
AMONG = 5
GOALS = {1: 0.85, AMONG: 0.95}
"""Hit at → the share of queries for which it must be."""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and the places any of which they would want."""

    words: str
    kind: str
    archive: str
    wants: tuple[str, ...]

    @property
    def name(self) -> bool:
        """Whether a page is wanted, not a passage."""
        return all("#" not in place for place in self.wants)


def load(path: Path = QUERIES) -> list[Query]:
    """Read the queries."""
    node = plainyaml.read(path.read_bytes())
    read: Any = plainyaml.plain(node) if node else []
    return [Query(each["query"], each["kind"], each["archive"], tuple(each["wants"])) for each in read]


def places(archive: Archive, place: str) -> frozenset[tuple[str, str]]:
    """Say which turns a place stands for; a page stands for itself. Raise KeyError for one that is not there."""
    path, _, anchor = place.partition("#")
    if not anchor:
        return frozenset({(path, "")})
    call = archive.calls[path.removeprefix("calls/").strip("/")]
    found = [each for each in call.exchanges if each.anchor == anchor]
    if found:
        return frozenset((path, f"t{number}") for number in range(found[0].first, found[0].last + 1))
    if not any(turn.id == anchor.partition("p")[0] for turn in call.turns):
        raise KeyError(place)
    return frozenset({(path, anchor.partition("p")[0])})


def rank(archive: Archive, query: Query, answer: engines.Answer) -> int | None:
    """Say at which place the first right hit comes, from 1; None where it is not among those looked at."""
    wanted = frozenset[tuple[str, str]]().union(*(places(archive, place) for place in query.wants))
    for number, hit in enumerate(answer.names if query.name else answer.passages, 1):
        if wanted & frozenset(pair for place in hit for pair in places(archive, place)):
            return number
    return None


def main(arguments: Sequence[str]) -> int:
    """Print how often the first hit is right, and one of the first five, for each engine."""
    chosen = [each for each in arguments if each in CONTENT] or [name for name in CONTENT if CONTENT[name].is_dir()]
    ranks: dict[str, list[tuple[Query, int | None]]] = {}
    for name in chosen:
        asked = [query for query in load() if query.archive == name]
        archive, answers = _asked(name, asked)
        for engine, each in answers.items():
            found = [(query, rank(archive, query, answer)) for query, answer in zip(asked, each, strict=True)]
            ranks.setdefault(engine, []).extend(found)
    for engine, found in ranks.items():
        print(_line(engine, found))
    if "--wrong" in arguments:
        print(*(_wrong(engine, *each) for engine, found in ranks.items() for each in found if each[1] != 1), sep="\n")
    return 0 if all(_share(ranks["pagefind"], at) >= goal for at, goal in GOALS.items()) else 1


def _asked(name: str, asked: Sequence[Query]) -> tuple[Archive, dict[str, list[engines.Answer]]]:
    """Build an archive, index it for each engine, and ask."""
    with tempfile.TemporaryDirectory() as folder:
        cache = ROOT / ".cache" / f"queries-{name}"
        settings, told = config.load({"content": CONTENT[name], "cache": cache, "search": "pagefind"}, Path(folder))
        if settings is None:
            raise SystemExit("\n".join(map(str, told)))
        built = build.build(settings)
        index, told, _ = build.index(built, settings)
        if index is None:
            raise SystemExit("\n".join(map(str, told)))
        build.add(index, {}, Path(folder))
        packed, _, _ = build.index(built, settings.model_copy(update={"search": "packed"}))
        assert packed is not None
        build.add(packed, {}, Path(folder, engines.PACKED))
        return built.archive, engines.ask(Path(folder), built.archive, [query.words for query in asked])


def _share(found: Iterable[tuple[Query, int | None]], at: int) -> float:
    ranks = [each is not None and each <= at for _, each in found]
    return sum(ranks) / len(ranks) if ranks else 0.0


def _line(engine: str, found: Sequence[tuple[Query, int | None]]) -> str:
    kinds = sorted({query.kind for query, _ in found})
    each = "  ".join(f"{kind} {_share([one for one in found if one[0].kind == kind], 1):.0%}" for kind in kinds)
    shares = "  ".join(f"hit@{at} {_share(found, at):6.1%}" for at in GOALS)
    return f"{engine:10} {len(found)} queries  {shares}   first hit right by kind: {each}"


def _wrong(engine: str, query: Query, found: int | None) -> str:
    return (
        f"{engine:10} {found or '-':>2}  {query.archive}: {query.words}  ({query.kind}, wants {', '.join(query.wants)})"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
