"""Lists every scalar of YAML files as PyYAML sees it: path, start and end (line:column from 1), text.

Used as a judge of MarkedYAML. Usage: marks.py FILE... ; prints JSON lines, or {"path", "fault": true}.
Keys and values come in file order; an alias is listed where it stands with its name.
"""
import json
import sys

import yaml


def scalars(path):
    with open(path, "rb") as file:
        text = file.read().decode("utf-8-sig")
    found = []
    # The pure Python scanner: not the C library that the program itself stands on.
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.events.ScalarEvent):
            start, end = event.start_mark, event.end_mark
            found.append([start.line + 1, start.column + 1, end.line + 1, end.column + 1, event.value])
    return found


for name in sys.argv[1:]:
    try:
        print(json.dumps({"path": name, "scalars": scalars(name)}, ensure_ascii=False))
    except (yaml.YAMLError, UnicodeDecodeError):
        print(json.dumps({"path": name, "fault": True}))
