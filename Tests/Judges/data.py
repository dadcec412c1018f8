"""Prints what YAML files say as PyYAML reads it, keys in no order, every scalar as text with its style.

Used as a judge of `emergency fmt`. Usage: data.py FILE... ; prints a line of JSON a file, "fault" where it cannot be
read. Aliases are written out; what is written for a scalar is kept apart by whether it is quoted.
"""
import json
import sys

import yaml


def said(node):
    if isinstance(node, yaml.ScalarNode):
        return [node.style or "", node.value]
    if isinstance(node, yaml.SequenceNode):
        return [said(item) for item in node.value]
    pairs = [[json.dumps(said(key), ensure_ascii=False), said(value)] for key, value in node.value]
    return {"pairs": sorted(pairs, key=lambda pair: pair[0])}


for name in sys.argv[1:]:
    try:
        with open(name, "rb") as file:
            # The pure Python reader: not the C library that the program itself stands on.
            root = yaml.compose(file.read().decode("utf-8-sig"), Loader=yaml.SafeLoader)
        print(json.dumps(said(root), ensure_ascii=False))
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError):
        print('"fault"')
