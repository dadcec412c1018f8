#!/usr/bin/env python3
"""Judges alert messages by the PyPI package capvalidator, and prints what a reader with no code of ours finds in them.

    .build/judges/bin/python -X utf8 Tests/Judges/alerts.py FOLDER

capvalidator holds each to the schema of CAP 1.2; the texts are then taken by lxml. Prints a list, by file name.
Schema and values stand apart: a message can follow the schema and say something else than was meant.
"""
import json
import pathlib
import sys

import capvalidator
from lxml import etree

CAP = {"c": "urn:oasis:names:tc:emergency:cap:1.2"}


def text(root, path):
    found = root.findall(path, CAP)
    return None if not found else found[0].text or ""


def judged(path):
    data = path.read_bytes()
    verdict = capvalidator.validate_cap_message(data, strict=False)
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    names = ["identifier", "sender", "sent", "status", "msgType", "references"]
    inside = ["event", "severity", "effective", "onset", "expires", "headline", "description", "instruction"]
    return {
        "file": path.name,
        "passed": verdict.passed,
        "message": verdict.message,
        "values": {name: text(root, f"c:{name}") for name in names}
        | {name: text(root, f"c:info/c:{name}") for name in inside},
        "areas": [node.text or "" for node in root.findall("c:info/c:area/c:areaDesc", CAP)],
        "codes": [node.text for node in root.findall("c:info/c:area/c:geocode/c:value", CAP)],
    }


print(json.dumps([judged(path) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xml"))], ensure_ascii=False))
