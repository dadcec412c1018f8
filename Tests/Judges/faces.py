"""Reads the faces of one check with the readers that people have, and holds them against each other.

faces.py SCHEMA FOLDER: FOLDER holds findings.json, findings.sarif, findings.xml, findings.github, findings.txt,
made by one run with --lang en. Prints what they agree on; fails with a sentence when they do not."""
import json
import pathlib
import re
import sys
import urllib.parse

import jsonschema
import junitparser
from sarif import loader

schema, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
data = json.loads((folder / "findings.json").read_text())
jsonschema.Draft7Validator(json.loads(schema.read_text())).validate(data)


def sentence(finding):
    return finding["message"]["en"] + ("\n" + finding["help"]["en"] if finding["help"] else "")


def place(finding):
    span = finding["span"]
    return (finding["file"],) + (() if span is None else tuple(span[e][k] for e in ("start", "end") for k in ("line", "column")))


def carried(text):
    """What XML and a log can carry of it: control characters show as U+FFFD."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text)


expected = [(f["severity"], f["rule"], place(f), sentence(f)) for f in data["findings"]]

# SARIF, by sarif-tools.
sarif = loader.load_sarif_file(str(folder / "findings.sarif"))
report = sarif.get_report()
results = sarif.get_results()
found = []
for result in results:
    physical = result["locations"][0]["physicalLocation"]
    region = physical.get("region")
    path = urllib.parse.unquote(physical["artifactLocation"]["uri"])
    found.append((result["level"], result["ruleId"],
                  (path,) + (() if region is None else tuple(region[k] for k in ("startLine", "startColumn", "endLine", "endColumn"))),
                  result["message"]["text"]))
    rules = sarif.runs[0].run_data["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"], "ruleIndex points at another rule"
assert found == expected, f"SARIF says otherwise: {found[:2]} {expected[:2]}"
for severity in ("error", "warning", "note"):
    assert report.get_issue_count_for_severity(severity) == data["counts"][severity], severity

# JUnit, by junitparser.
xml = junitparser.JUnitXml.fromfile(str(folder / "findings.xml"))
cases = [case for suite in xml for case in suite]
assert xml.tests == len(cases) == max(len(expected), 1), "JUnit counts another number of tests"
assert xml.failures == sum(f[0] == "error" for f in expected), "JUnit counts other failures"
for case, (severity, rule, where, words) in zip(cases, expected):
    assert case.name.startswith(rule + " ") and case.classname == where[0], case.name
    assert bool(case.is_failure) == (severity == "error"), case.name
    if severity == "error":
        assert case.result[0].text == carried(words), (case.result[0].text, words)

# GitHub's workflow commands, by the grammar of actions/toolkit.
commands = []
for line in (folder / "findings.github").read_text().splitlines():
    match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
    assert match, line
    properties = dict(p.split("=", 1) for p in match[2].split(","))
    unescape = lambda t: re.sub("%(25|0D|0A|3A|2C)", lambda m: chr(int(m[1], 16)), t)
    properties = {k: unescape(v) for k, v in properties.items()}
    where = (properties["file"],) + tuple(int(properties[k]) for k in ("line", "col", "endLine", "endColumn") if k in properties)
    commands.append((match[1].replace("notice", "note"), properties["title"], where, unescape(match[3])))
assert commands == [(s, r, w, carried(t)) for s, r, w, t in expected], f"GitHub is told otherwise: {commands[:2]}"

# One line a finding.
lines = (folder / "findings.txt").read_text().splitlines()
assert len(lines) == len(expected)
for line, (severity, rule, where, _) in zip(lines, expected):
    assert line.startswith(where[0] + ":") and line.endswith(f"[{rule}]") and f": {severity}: " in line, line
print(len(expected), data["counts"]["error"], data["counts"]["warning"])
