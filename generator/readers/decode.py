"""Turns the bytes of a file into text. Must not know layouts."""

from __future__ import annotations

import codecs

from generator import problems
from generator.problems import Problem
from generator.readers import mojibake

CHARSETS = ["utf_8", "cp1252", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1251", "koi8_r"]
"""What text files are found in; without this list the guess is slower and often wrong."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_CONTROLS = bytes(sorted(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}))
_HIGH = b"0" * 128 + b"1" * 128
"""Turns every byte into a digit that says whether it lies above 127."""
_BINARY = "save it as plain text in UTF-8, or leave it out with a name that begins with `_`"


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """Decode a file: byte order mark, UTF-8, else a guess that is reported; None where it is no text."""
    words, found = _decode(path, data)
    if words is None:
        return None, found
    if "\0" in words:
        found = (*found, problems.warning(path, 0, "the file holds NUL characters, which were left out"))
        words = words.replace("\0", "")
    words, repaired = mojibake.repair(path, words.replace("\r\n", "\n").replace("\r", "\n"))
    return words, (*found, *repaired)


def _decode(path: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(path, data, codec)
    wide = _wide(data[:_SAMPLE])
    if wide:
        return _marked(path, data, wide)
    if _binary(data[:_SAMPLE]):
        return None, (problems.error(path, 0, "the file is binary and no reader knows it", _BINARY),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _guess(path, data, data.count(b"\n", 0, error.start) + 1)


def _marked(path: str, data: bytes, codec: str) -> tuple[str | None, tuple[Problem, ...]]:
    try:
        return data.decode(codec), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (problems.error(path, line, f"the file is damaged: it is not the {codec} it says it is", _BINARY),)


def _wide(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark by its NULs, which stand in every other byte of Western text."""
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


def _binary(sample: bytes) -> bool:
    strange = len(sample) - len(sample.translate(None, _CONTROLS))
    return strange > max(2, len(sample) // 200)


def _guess(path: str, data: bytes, line: int) -> tuple[str | None, tuple[Problem, ...]]:
    encoding = "cp1252" if _western(data) else _likeliest(data)
    try:
        words = data.decode(encoding)
    except UnicodeDecodeError:
        return None, (problems.error(path, line, "nobody can tell the encoding of the file", "save it as UTF-8"),)
    found = problems.note(path, line, f"the file is not UTF-8 and was read as {encoding}", "save it as UTF-8")
    return words, (found,)


def _western(data: bytes) -> bool:
    """Tell cp1252 by its bytes above 127: few, and each alone (other scripts write them in runs and pairs)."""
    if any(data.count(byte) for byte in b"\x81\x8d\x8f\x90\x9d"):
        return False
    high = data.translate(_HIGH)
    return high.count(b"1") * 20 < len(data) and high.count(b"11") * 10 <= high.count(b"1")


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes  # takes a while to load, so only for those who have such files

    best = from_bytes(data, cp_isolation=CHARSETS).best()
    return best.encoding if best else "ascii"
