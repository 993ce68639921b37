"""Stands in for the program that parts Chinese into words, which is 50 MB: Pagefind's plain one, told parted texts.

    python stand_in.py PAGEFIND --service

It speaks the same protocol, knows four words, and shows what it parted with borders between, as the real one does.
Must not import anything of ours: it is a program of its own.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
import sys
from typing import Any

KNOWN = re.compile("(数据中心|云计算|电力|成本)")
BORDER = "\u200b"
SIGNATURE = b"pagefind_dcd"


def parted(text: str) -> str:
    """Put spaces between words."""
    return " ".join(filter(None, (part.strip() for part in KNOWN.split(text))))


def told(payload: dict[str, Any]) -> dict[str, Any]:
    """Part what is told."""
    if payload["type"] != "AddRecord":
        return payload
    meta = {name: parted(text) for name, text in payload["meta"].items()}
    return {**payload, "content": parted(payload["content"]), "meta": meta}


def answered(payload: dict[str, Any]) -> dict[str, Any]:
    """Show borders where texts were parted."""
    for file in payload.get("files", ()):
        if file["path"].startswith("fragment/"):
            plain = gzip.decompress(base64.b64decode(file["content"])).removeprefix(SIGNATURE)
            shown = json.loads(plain)
            shown["content"] = shown["content"].replace(" ", BORDER)
            data = gzip.compress(SIGNATURE + json.dumps(shown).encode())
            file["content"] = base64.b64encode(data).decode()
    return payload


def message(stream: Any) -> bytes:
    """Read up to a comma; nothing at the end."""
    found = bytearray()
    while (byte := stream.read(1)) and byte != b",":
        found += byte
    return bytes(found)


def main(program: str) -> None:
    """Pass every message on, and every answer back."""
    real = subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert real.stdin and real.stdout
    while given := message(sys.stdin.buffer):
        asked = json.loads(base64.b64decode(given))
        asked["payload"] = told(asked["payload"])
        real.stdin.write(base64.b64encode(json.dumps(asked).encode()) + b",")
        real.stdin.flush()
        answer = json.loads(base64.b64decode(message(real.stdout)))
        answer["payload"] = answered(answer["payload"])
        sys.stdout.buffer.write(base64.b64encode(json.dumps(answer).encode()) + b",")
        sys.stdout.buffer.flush()
    real.kill()


if __name__ == "__main__":
    main(sys.argv[1])
