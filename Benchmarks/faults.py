#!/usr/bin/env python3
"""Seeds twelve faults into copies of the sample plans, each in a file of its own, and prints who finds them.

faults.py EMERGENCY [CHECKERS]: CHECKERS is the bin folder of a virtual environment with yamllint and check-jsonschema;
without it only `emergency check` is asked. Fails when `emergency check` misses one, or its line, in one run."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PLANS = pathlib.Path(__file__).resolve().parent.parent / "Plans"


def replace(old, new, count=1):
    def change(text):
        assert re.search(old, text, re.M), old
        return re.sub(old, new, text, count=count, flags=re.M)
    return change


# What is done to a file, the line on which it can be seen there, and the rule that names it.
FAULTS = [
    ("a tab for indentation", "tab-indent", replace(r"^    name: ", "\tname: "), r"^\tname"),
    ("a key twice", "duplicate-key", replace(r"^(address: .*)$", r"\1\n\1"), r"^address(?=(.|\n)*)"),
    ("a key mistyped", "unknown-key", replace(r"^reviewed:", "reviewd:"), r"^reviewd"),
    ("a wrong check character", "wrong-credit-code", replace(r"^(creditCode: .{17})(.)", lambda m: m[1] + ("A" if m[2] != "A" else "B")), r"^creditCode"),
    ("a unit that is none", "unknown-unit", replace(r"kg/d", "kg/day"), r"kg/day"),
    ("a day that does not exist", "impossible-date", replace(r"^reviewed: .*", "reviewed: 2026-02-30"), r"^reviewed"),
    ("a community of another street", "undefined-community", replace(r"^community: .*", "community: 示例不在此处社区"), r"^community"),
    ("a measure for no line", "undefined-line", replace(r"line: L1,", "line: L9,"), r"line: L9"),
    ("the id of another file", "duplicate-id", None, r"^id:"),
    ("a level that loosens", "level-loosens", None, r"line: all, action: keep"),
    ("a limit from too much", "limit-from-not-normal", None, r"from: 9999"),
    ("a review long ago", "review-overdue", replace(r"^reviewed: .*", "reviewed: 2020-01-01"), r"^reviewed"),
]


def loosen(text):
    """Red lets everything go on that orange limits."""
    return re.sub(r"^  red:\n(    .*\n)+", "  red:\n    - {line: all, action: keep}\n", text, flags=re.M)


def seed(folder):
    plans = sorted(folder.glob("sub-districts/*/enterprises/*.yaml"))
    # The first plan stays as it is: of two equal ids the second is the fault.
    rest, seeded = plans[1:], []
    first_id = re.search(r"^id: (\S+)", plans[0].read_text(), re.M)[1]
    for number, (title, rule, change, mark) in enumerate(FAULTS):
        for path in rest:
            text = path.read_text()
            if "exemption:" in text:
                continue
            if rule == "duplicate-id":
                new = re.sub(r"^id: .*", "id: " + first_id, text, flags=re.M)
            elif rule == "level-loosens":
                if not re.search(r"^  orange:\n    - \{line: L1, action: (stop|limit)", text, re.M):
                    continue
                new = loosen(text)
            elif rule == "limit-from-not-normal":
                new = re.sub(r"from: [0-9.]+ (t|kg|件|台|张|m)(\S*)/d", r"from: 9999 \1\2/d", text, count=1)
            else:
                try:
                    new = change(text)
                except AssertionError:
                    continue
            if new == text or not re.search(mark, new, re.M):
                continue
            path.write_text(new)
            lines = new.split("\n")
            hits = [i for i, line in enumerate(lines, 1) if re.search(mark, line)]
            seeded.append((title, rule, path, hits[-1] if rule == "duplicate-key" else hits[0]))
            rest.remove(path)
            break
        else:
            raise SystemExit(f"no plan to seed '{title}' into")
    return seeded


def ours(emergency, folder):
    run = subprocess.run(
        [emergency, "check", "--no-cache", "--plans", str(folder), "--on", "2026-11-24", "--format", "json"],
        capture_output=True)
    found = json.loads(run.stdout)["findings"]
    return {(f["file"], f["span"]["start"]["line"], f["rule"]) for f in found if f["span"]}


def main():
    emergency = os.path.abspath(sys.argv[1])
    checkers = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "Plans"
        shutil.copytree(PLANS, folder)
        seeded = seed(folder)
        found = ours(emergency, folder)
        columns = {"emergency check": lambda rule, path, line: (str(path), line, rule) in found}
        if checkers:
            lint = subprocess.run([checkers / "yamllint", "-f", "parsable", "-d", "relaxed", str(folder)], capture_output=True, text=True)
            marks = {tuple(line.split(":")[:2]) for line in lint.stdout.splitlines() if "too long" not in line}
            columns["yamllint"] = lambda rule, path, line: (str(path), str(line)) in marks
            schema = pathlib.Path(scratch) / "schema.json"
            schema.write_bytes(subprocess.run([emergency, "schema"], capture_output=True, check=True).stdout)
            result = subprocess.run(
                [checkers / "check-jsonschema", "--schemafile", schema, "-o", "json", *(str(p) for _, _, p, _ in seeded)],
                capture_output=True, text=True)
            answer = json.loads(result.stdout)
            bad = {e["filename"] for e in answer.get("errors", [])} | {e["filename"] for e in answer.get("parse_errors", [])}
            columns["check-jsonschema (file only)"] = lambda rule, path, line: str(path) in bad
        print("| fault | " + " | ".join(columns) + " |\n|---" + "|---" * len(columns) + "|")
        totals = dict.fromkeys(columns, 0)
        for title, rule, path, line in seeded:
            row = []
            for name, finds in columns.items():
                hit = finds(rule, path, line)
                totals[name] += hit
                row.append("yes" if hit else "–")
            print(f"| {title} | " + " | ".join(row) + " |")
        print("| found | " + " | ".join(f"{n} of {len(seeded)}" for n in totals.values()) + " |")
        if totals["emergency check"] != len(seeded):
            raise SystemExit("emergency check missed: " + ", ".join(
                f"{rule} {path}:{line}" for _, rule, path, line in seeded if (str(path), line, rule) not in found))


main()
