"""Validates plan files against the schemas with the PyPI package jsonschema, as an editor would.

Usage: schema.py SCHEMAS < files.json, where files.json is [{"path": …, "text": …}, …]. Prints for each file, in
order, either {"fault": "…"} when the text is no YAML document of plain keys, or {"errors": [[rule, line, column],
…], "alone": […]}: rule is the schema keyword that failed, the place that of the node it failed at (of the key, for
a key that is not known), counted from 1 in characters. "errors" are plan.json's, "alone" those of the kind's own
schema, null where the file has no kind.
"""
import copy
import json
import pathlib
import re
import sys

import jsonschema
import yaml


class Composer(yaml.SafeLoader):
    """PyYAML's node tree, with an alias standing where it is written and not where its anchor is."""

    def compose_node(self, parent, index):
        event = self.peek_event() if self.check_event(yaml.events.AliasEvent) else None
        if event is None:
            # YAML lets an anchor be given anew; PyYAML's composer does not.
            self.anchors.pop(self.peek_event().anchor, None)
        node = super().compose_node(parent, index)
        if event:
            node = copy.copy(node)
            node.start_mark = event.start_mark
        return node


class NoPlainKey(Exception):
    pass


# YAML 1.2 core, chapter 10.3.2 of the specification.
CORE = [
    (re.compile(r"(null|Null|NULL|~|)\Z"), lambda text: None),
    (re.compile(r"(true|True|TRUE|false|False|FALSE)\Z"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+\Z"), int),
    (re.compile(r"0o[0-7]+\Z"), lambda text: int(text[2:], 8)),
    (re.compile(r"0x[0-9a-fA-F]+\Z"), lambda text: int(text[2:], 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z"), float),
    (re.compile(r"[-+]?(\.inf|\.Inf|\.INF)\Z"), lambda text: float(text.replace(".", ""))),
    (re.compile(r"(\.nan|\.NaN|\.NAN)\Z"), lambda text: float("nan")),
]


def value(node):
    """A node as JSON data; keys stay as they are written."""
    if isinstance(node, yaml.SequenceNode):
        return [value(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        if not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
            raise NoPlainKey("a key is no word")
        return {key.value: value(item) for key, item in node.value}
    if node.style is None:
        for pattern, make in CORE:
            if pattern.match(node.value):
                return make(node.value)
    return node.value


def place(node):
    return [node.start_mark.line + 1, node.start_mark.column + 1]


def node_at(root, path):
    for step in path:
        if isinstance(root, yaml.SequenceNode):
            root = root.value[step]
        else:
            # Of keys written twice the last one counts here, as in every loader.
            root = [item for key, item in root.value if key.value == step][-1]
    return root


def errors(schema, data, root):
    found = []
    checker = jsonschema.FormatChecker()
    for error in jsonschema.Draft7Validator(schema, format_checker=checker).iter_errors(data):
        node = node_at(root, error.absolute_path) if root else None
        if error.validator == "additionalProperties":
            for key, _ in node.value:
                if key.value not in error.schema["properties"]:
                    found.append([error.validator, *place(key)])
        else:
            found.append([error.validator, *(place(node) if node else [1, 1])])
    return sorted(found, key=lambda one: (one[1:], one[0]))


def main(folder):
    schemas = {path.stem: json.loads(path.read_text("utf-8")) for path in pathlib.Path(folder).glob("*.json")}
    for schema in schemas.values():
        jsonschema.Draft7Validator.check_schema(schema)
    kinds = {}
    for name, schema in schemas.items():
        if name != "plan":
            kinds.update({word: name for word in schema["properties"]["kind"]["enum"]})
    answers = []
    for file in json.load(sys.stdin):
        try:
            loader = Composer(file["text"].removeprefix("\ufeff"))
            root = loader.get_single_node()
            data = value(root) if root else None
        except (yaml.YAMLError, NoPlainKey) as fault:
            answers.append({"fault": str(fault)})
            continue
        word = (data.get("kind") or data.get("类型")) if isinstance(data, dict) else None
        kind = kinds.get(word) if isinstance(word, str) else None
        answers.append({
            "errors": errors(schemas["plan"], data, root),
            "alone": errors(schemas[kind], data, root) if kind else None,
        })
    json.dump(answers, sys.stdout, ensure_ascii=False)


main(sys.argv[1])
