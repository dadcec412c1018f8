#!/usr/bin/env python3
"""Adds a balance up again from its lines, and holds workbook and JSON against the sums.

    .build/judges/bin/python Tests/Judges/tables.py FOLDER

FOLDER holds lines.csv, lines.json and book.xlsx of one balance at orange. Prints the grams cut, or what differs.
"""
import csv
import json
import re
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl

POLLUTANTS = ["SO2", "NOx", "PM", "VOCs"]
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def grams(text):
    """Of kilograms with three decimals: every gram is there."""
    assert re.fullmatch(r"-?\d+\.\d{3}", text), f"{text!r} is no kilograms"
    return int(Decimal(text) * 1000)


def read_csv(path):
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel would not know UTF-8"
    assert b"\n" not in raw.replace(b"\r\n", b""), "a line ends otherwise than in RFC 4180"
    rows = list(csv.reader(raw.decode("utf-8-sig").split("\r\n"), strict=True))
    rows = [row for row in rows if row]
    head = rows[0]
    for row in rows:
        assert len(row) == len(head), f"{row} has {len(row)} cells instead of {len(head)}"
        for cell in row:
            assert not re.match(r"[\s　]*[=+\-@＝＋－＠\t]", cell) or NUMBER.fullmatch(cell), f"{cell!r} is a formula"
    return [dict(zip(head, row)) for row in rows[1:]]


def total(rows, key, what):
    """Name → grams of every pollutant, in the order of first appearance."""
    sums = {}
    for row in rows:
        name = key(row)
        sums.setdefault(name, dict.fromkeys(POLLUTANTS, 0))
        for p in POLLUTANTS:
            sums[name][p] += grams(row[f"{p} {what} kg/d"])
    return sums


def sheet_rows(sheet):
    """Rows below a two-line head, each as heading → cell; up to the sums and without them."""
    lines = list(sheet.iter_rows(min_row=2))
    top, bottom = lines[0], lines[1]
    heads, over = [], None
    for one, two in zip(top, bottom):
        over = one.value or over
        heads.append(f"{over} {two.value}" if two.value else over)
    rows = []
    for line in lines[2:]:
        for cell in line:
            assert cell.data_type != "f", f"{cell.coordinate} is a formula: {cell.value!r}"
        if line[0].value == "合计":
            return rows, dict(zip(heads, line))
        rows.append(dict(zip(heads, line)))
    raise AssertionError(f"{sheet.title} has no sums")


def cell_grams(cell):
    value = cell.value
    whole = round(value * 1000)
    assert float(value) == whole / 1000, f"{cell.coordinate}: {value!r} is not the double nearest to {whole} g"
    return whole


def same(what, ours, theirs):
    assert ours == theirs, f"{what}: {ours!r} instead of {theirs!r}"


def check_sheet(book, name, key, sums, base):
    rows, last = sheet_rows(book[name])
    same(f"rows of {name}", [key(row) for row in rows], [k for k in sums])
    for row, (title, cut) in zip(rows, sums.items()):
        for p in POLLUTANTS:
            same(f"{name} {title} {p}", cell_grams(row[f"{p} 削减 kg/d"]), cut[p])
            same(f"{name} {title} {p}", cell_grams(row[f"{p} 排放 kg/d"]), base[title][p])
            ratio = row[f"{p} 比例 %"].value
            whole = base[title][p]
            same(f"{name} {title} {p} %", None if ratio is None else round(ratio * 10000),
                 cut[p] * 10000 // whole if whole else None)
    for p in POLLUTANTS:
        same(f"sum of {name}", cell_grams(last[f"{p} 削减 kg/d"]), sum(s[p] for s in sums.values()))


def main():
    folder = Path(sys.argv[1])
    lines = read_csv(folder / "lines.csv")
    data = json.loads((folder / "lines.json").read_text(encoding="utf-8"))
    book = openpyxl.load_workbook(folder / "book.xlsx")

    same("rows", len(data["by"]["rows"]), len(lines))
    for row, line in zip(data["by"]["rows"], lines):
        for key, head in [("id", "编号"), ("name", "名称"), ("part", "部分编号")]:
            bare = line[head][1:] if line[head].startswith("'") else line[head]
            same(head, bare, re.sub(r"[\x00-\x1f\x7f-\x9f‪-‮⁦-⁩]", "\ufffd", row[key]))
        for p in POLLUTANTS:
            same(f"{line['编号']} {p}", row["cut"][p], grams(line[f"{p} 削减 kg/d"]))
            same(f"{line['编号']} {p}", row["base"][p], grams(line[f"{p} 排放 kg/d"]))
    whole = total(lines, lambda _: "all", "削减")["all"]
    same("all", whole, {p: data["balance"]["pollutants"][p]["cut"] for p in POLLUTANTS})

    def held(name, head, order):
        cut, base = total(lines, lambda r: r[head], "削减"), total(lines, lambda r: r[head], "排放")
        empty = dict.fromkeys(POLLUTANTS, 0)
        cut = {k: cut.get(k, empty) for k in order}
        base = {k: base.get(k, empty) for k in order}
        check_sheet(book, name, lambda r: r[head].value, cut, base)
        return cut

    sectors = held("行业", "行业", ["工业", "扬尘", "移动", "其它"])
    held("街道", "街道", [row["name"] for row in data["balance"]["subDistricts"]] + ["区级"])

    # The lines of the workbook are those of the CSV, word for word but for the apostrophe.
    rows, _ = sheet_rows(book["生产线"])
    same("lines of the workbook", len(rows), len(lines))
    for row, line in zip(rows, lines):
        for head in ["编号", "名称", "部分编号", "部分", "街道"]:
            bare = line[head][1:] if line[head].startswith("'") else line[head]
            # XML has no such characters.
            same(f"{head} in the workbook", row[head].value or "", re.sub("[\ufffe\uffff]", "\ufffd", bare))
        for p in POLLUTANTS:
            same(f"{line['编号']} {p}", cell_grams(row[f"{p} 削减 kg/d"]), grams(line[f"{p} 削减 kg/d"]))

    # The evaluation table, the part for orange: t/d to the gram.
    form = {row[0].value: row for row in book["评估表"].iter_rows(min_row=5, max_row=9)}
    for title, sector in [("扬尘", "扬尘"), ("工业", "工业"), ("机动车等", "移动"), ("其它", "其它")]:
        for index, p in enumerate(POLLUTANTS):
            value = form[title][9 + 2 * index].value
            same(f"{title} {p}", float(value), sectors[sector][p] / 1_000_000)
    for index, p in enumerate(POLLUTANTS):
        same(f"society {p}", float(form["全社会"][9 + 2 * index].value), whole[p] / 1_000_000)
    print(" ".join(str(whole[p]) for p in POLLUTANTS))


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        sys.exit(str(error))
