"""Runs every measurement of this folder and prints a table of what each found."""

from __future__ import annotations

import sys

from bench import bench_lexicon, bench_pictures, bench_readers, bench_suggest, bench_threads
from bench.rows import Row

PARTS = {
    "lexicon": bench_lexicon.run,
    "pictures": bench_pictures.run,
    "readers": bench_readers.run,
    "suggest": bench_suggest.run,
    "threads": bench_threads.run,
}


def main(wanted: list[str]) -> int:
    """Run the parts asked for by name, or all; a part's ratios are to its first row."""
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"no part {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    print(f"{'what':40} {'MB':>6} {'seconds':>9} {'MB/s':>8} {'ratio':>7}")
    for name in wanted or PARTS:
        rows = PARTS[name]()
        for row in rows:
            print(_line(row, rows[0]), flush=True)
    return 0


def _line(row: Row, first: Row) -> str:
    ratio = row.speed / first.speed
    return f"{row.what:40} {row.megabytes:6.2f} {row.seconds:9.3f} {row.speed:8.2f} {ratio:7.2f}"


sys.exit(main(sys.argv[1:]))
