"""Speaks to Pagefind's service: a program that is told records and answers with the files of an index.

The package `pagefind` does the same, but sleeps a tenth of a second before each answer, which is ten records a second;
so this speaks its small protocol itself: JSON in Base64, a comma after each message. Must not know shards or sites.
"""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

AHEAD = 16
"""Messages that may be under way: their answers together must fit into a pipe, or both sides wait for ever."""
READ = 1 << 20
"""Bytes read at once."""


class ServiceError(RuntimeError):
    """The program refused something or died; which is a bug, or a broken installation."""


@dataclass(slots=True)
class Service:
    """A running program and what it has not answered yet."""

    process: subprocess.Popen[bytes]
    sent: int = 0
    received: bytearray = field(default_factory=bytearray)

    def ask(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        """Send a message and wait for its answer."""
        return next(self.ask_each([payload]))

    def ask_each(self, payloads: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """Send messages, a few ahead of their answers, and yield the answers in order."""
        waiting = 0
        for payload in payloads:
            self._send(payload)
            waiting += 1
            if waiting == AHEAD:
                yield self._answer()
                waiting -= 1
        for _ in range(waiting):
            yield self._answer()

    def _send(self, payload: Mapping[str, Any]) -> None:
        assert self.process.stdin is not None
        self.sent += 1
        message = json.dumps({"message_id": self.sent, "payload": payload})
        try:
            self.process.stdin.write(base64.b64encode(message.encode()) + b",")
            self.process.stdin.flush()
        except BrokenPipeError as wrong:
            raise ServiceError("Pagefind stopped") from wrong

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        chunks = [bytes(self.received)]
        while b"," not in chunks[-1]:
            chunks.append(self.process.stdout.read1(READ))  # type: ignore[attr-defined]
            if not chunks[-1]:
                raise ServiceError(f"Pagefind stopped: {b''.join(chunks)[-200:].decode(errors='replace')}")
        message, _, rest = b"".join(chunks).partition(b",")
        self.received = bytearray(rest)
        payload: dict[str, Any] = json.loads(base64.b64decode(message))["payload"]
        if payload["type"] == "Error":
            raise ServiceError(f"Pagefind refused a record: {payload.get('message')}")
        return payload


@contextmanager
def running(program: Path) -> Iterator[Service]:
    """Start the program in an empty folder, and end it whatever happens."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [program, "--service"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said
        )
        try:
            yield Service(process)
        finally:
            process.kill()
            process.communicate()


def files(service: Service, records: Iterable[Mapping[str, Any]]) -> dict[str, bytes]:
    """Have records indexed, and give back the files of the index by their path in the bundle."""
    index = service.ask({"type": "NewIndex", "config": {}})["index_id"]
    for _ in service.ask_each({"type": "AddRecord", "index_id": index, **record} for record in records):
        pass
    answer = service.ask({"type": "GetFiles", "index_id": index})
    service.ask({"type": "DeleteIndex", "index_id": index})
    return {each["path"]: base64.b64decode(each["content"]) for each in answer["files"]}
