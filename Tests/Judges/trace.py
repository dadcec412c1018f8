#!/usr/bin/env python3
"""Adds up again what `emergency explain` prints, and looks up every place that it names.

    emergency explain NOx --all | python3 Tests/Judges/trace.py FOLDER

FOLDER is where the command was run. Prints how much was found of each kind as JSON; exit code 1 after complaints.
Knows nothing of plans: only the arithmetic that a reader would do with a pencil.
"""
import json
import re
import sys
from fractions import Fraction
from pathlib import Path

FIGURE = r"[\d,]+\.\d{3}"
ROW = re.compile(rf"^( *)(\S.*?) {{2,}}({FIGURE}) +({FIGURE}) +([\d.]+|–)$")
STEP = re.compile(rf"({FIGURE})  ×  (\d+/\d+|[\d.]+ %)  = +({FIGURE})(  \S+ g\S* .*)?$")
LESS = re.compile(rf"({FIGURE})  − +({FIGURE})  = +({FIGURE})$")
YEAR = re.compile(rf"({FIGURE}) kg/(?:a|年)  ÷ (\d+) (?:days|天) = +({FIGURE}) kg/d")
SUM = re.compile(rf"({FIGURE}(?: \+ {FIGURE})+) = ({FIGURE})")
TARGET = re.compile(rf"([\d.]+ %|\d+/\d+) × ({FIGURE}) = ({FIGURE}) kg/d")
POOL = re.compile(rf"({FIGURE}) ÷ ({FIGURE}) \+ \w+ ({FIGURE}) ÷ ({FIGURE}) = ([\d.]+) %")
QUOTIENT = re.compile(rf"({FIGURE}) +÷ +({FIGURE}) += ([\d.]+) %")
PLACE = re.compile(r"^( *)(\S*\.ya?ml):(\d+):(\d+)(?:  (.*))?$")

complaints, found = [], {}


def grams(text):
    return int(text.replace(",", "").replace(".", ""))


def share(text):
    return Fraction(text[:-2]) / 100 if text.endswith("%") else Fraction(text)


def up(number):
    return -(-number.numerator // number.denominator)


def check(kind, is_right, line):
    found[kind] = found.get(kind, 0) + 1
    if not is_right:
        complaints.append(f"{kind}: {line}")


def percent(part, whole, text):
    decimals = len(text.split(".")[1]) if "." in text else 0
    scale = 10 ** decimals
    return (part * 100 * scale) // whole == Fraction(text) * scale


def equations(line):
    if m := STEP.search(line):
        exact = grams(m[1]) * share(m[2])
        check("step", grams(m[3]) == up(exact), line)
        check("rounding said", bool(m[4]) == (exact.denominator > 1), line)
    if m := LESS.search(line):
        check("difference", grams(m[1]) - grams(m[2]) == grams(m[3]), line)
    if m := YEAR.search(line):
        check("year", grams(m[1]) // int(m[2]) == grams(m[3]), line)
    if m := TARGET.search(line):
        check("target", up(share(m[1]) * grams(m[2])) == grams(m[3]), line)
    if m := POOL.search(line):
        ratio = Fraction(grams(m[1]), grams(m[2])) + Fraction(grams(m[3]), grams(m[4]))
        check("pool", percent(ratio.numerator, ratio.denominator, m[5]), line)
        return
    for m in QUOTIENT.finditer(line):
        check("quotient", percent(grams(m[1]), grams(m[2]), m[3]), line)


def tree(lines):
    """Rows of a tree: what stands below a row adds up to it."""
    rows = [(len(m[1]) // 2, m[2], grams(m[3]), grams(m[4]), m[5], l) for l in lines if (m := ROW.match(l))]
    for number, (depth, _, base, cut, ratio, line) in enumerate(rows):
        check("ratio", ratio == "–" or percent(cut, base, ratio), line)
        below = []
        for other in rows[number + 1:]:
            if other[0] <= depth:
                break
            if other[0] == depth + 1:
                below.append(other)
        if below:
            check("row", sum(r[2] for r in below) == base and sum(r[3] for r in below) == cut, line)
    tops = [r for r in rows if r[0] == 0]
    if not tops:
        return
    if tops[-1][1] in ("all society", "全社会"):
        *sectors, lists, unlisted, society = tops
        check("society", lists[2] + unlisted[2] == society[2] and lists[3] == society[3], society[5])
    else:
        *sectors, lists = tops
    check("lists", sum(r[2] for r in sectors) == lists[2] and sum(r[3] for r in sectors) == lists[3], lists[5])


def columns(lines):
    """The sums of an owner: lines' cuts, together, and parts of larger wholes."""
    figures = lambda l: [grams(x) for x in re.findall(rf"(?<= ){FIGURE}(?= |$)", l)][-4:]
    start = next((i for i, l in enumerate(lines) if re.match(r"^  (cut|削减) kg/d +SO2", l)), None)
    if start is None:
        return False
    end = next(i for i, l in enumerate(lines) if re.match(r"^  (together|合计) ", l))
    total = figures(lines[end])
    parts = [figures(l) for l in lines[start + 1:end]]
    check("together", [sum(c) for c in zip(*parts)] == total, lines[end])
    for ratio, whole in zip(lines[end + 1::2], lines[end + 2::2]):
        shown, wholes = ratio.split()[-4:], figures(whole)
        check("part", all(s == "–" if not w else percent(t, w, s)
                          for t, w, s in zip(total, wholes, shown)), ratio)
    return True


def text_of(folder, path):
    """A plan's text; rule sets that ship with the program stand in the repository."""
    home = Path(__file__).parent.parent.parent if path.startswith("rules/") else folder
    return (home / path).read_text(encoding="utf-8")


def places(lines, folder):
    bare = lambda text: re.sub(r"\s+", "", text)
    for number, line in enumerate(lines):
        if not (m := PLACE.match(line)):
            continue
        quote = m[5] or ""
        if not quote:
            indent = len(m[1]) + 2
            for below in lines[number + 1:]:
                if not below.startswith(" " * indent) or PLACE.match(below):
                    break
                # Figures stand deeper or behind the quote; what is quoted comes first.
                quote += below
                if bare(quote) not in bare(text_of(folder, m[2])):
                    quote = quote[:-len(below)]
                    break
        text = text_of(folder, m[2]).split("\n")
        row, column = int(m[3]) - 1, int(m[4]) - 1
        rest = bare("".join([text[row][column:]] + text[row + 1:]))
        whole = bare(text[row])
        check("place", bool(quote) and (rest.startswith(bare(quote)) or whole == bare(quote)), line + " " + quote)


def main():
    folder = Path(sys.argv[1])
    lines = sys.stdin.read().split("\n")
    places(lines, folder)
    for line in lines:
        equations(line)
    text = re.sub(r"\n +(?=[\d+=])", " ", "\n".join(lines))
    for m in SUM.finditer(text):
        check("sum", sum(grams(x) for x in m[1].split(" + ")) == grams(m[2]), m[0])
    block = []
    for line in lines + [""]:
        if line:
            block.append(line)
            continue
        if not columns(block):
            tree(block)
        block = []
    print(json.dumps(found, ensure_ascii=False))
    if complaints:
        sys.exit("\n".join(complaints[:20]))


if __name__ == "__main__":
    main()
