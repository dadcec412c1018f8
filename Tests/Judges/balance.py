#!/usr/bin/env python3
"""An independent reckoning of the reduction balance, from docs/plan-format.md alone.

    python3 Tests/Judges/balance.py Plans orange 2026-11-24

Shares no code with the planner. Whole grams a day; every fraction is exact.
"""
import datetime
import json
import os
import re
import sys
from fractions import Fraction

import yaml

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text

POLLUTANTS = ["SO2", "NOx", "PM", "VOCs"]
SECTORS = ["industry", "dust", "mobile", "other"]
CHINESE = {
    "SO2": "二氧化硫", "NOx": "氮氧化物", "PM": "颗粒物", "VOCs": "挥发性有机物",
    "yellow": "黄色", "orange": "橙色", "red": "红色",
    "industry": "工业", "dust": "扬尘", "mobile": "移动", "other": "其它",
    "running": "在运行", "standby": "备用", "idle": "长期停产",
    "seasonal-stop": "错峰停产", "rectification": "停产整治",
    "stop": "停", "limit": "限", "keep": "维持", "all": "全部",
    "site": "场地", "machines": "非道路机械",
    "mandatory": "强制性", "advisory": "倡议性", "health": "健康防护",
}
ENGLISH = {chinese: english for english, chinese in CHINESE.items()}
KINDS = {"区": "district", "措施目录": "measures", "巡查要点": "patrol", "值守规则": "duty",
         "街道清单": "sub-district", "人员": "people", "一厂一策": "enterprise",
         "减排目标": "targets", "预警分级": "grading", "空气质量指数": "aqi",
         "豁免类别": "exemptions"}
GRAMS = {"g": 1, "克": 1, "kg": 1000, "公斤": 1000, "千克": 1000, "t": 1_000_000, "吨": 1_000_000}


def get(node, english, chinese, default=None):
    """The value under a key, by either of its names."""
    if not isinstance(node, dict):
        return default
    if english in node and chinese in node:
        raise ValueError(f"'{english}' stands twice, once as '{chinese}'")
    return node.get(english, node.get(chinese, default))


def word(text):
    return ENGLISH.get(text, text)


def words(value):
    if value is None:
        return []
    return [word(v) for v in value] if isinstance(value, list) else [word(value)]


def is_true(text):
    return text in ("true", "是", "True")


def percent(text):
    m = re.fullmatch(r"(\d+(?:\.\d{1,4})?)\s*%", text)
    if not m:
        raise ValueError(f"not a ratio: {text!r}")
    return Fraction(m.group(1)) / 100


def amount(text):
    m = re.fullmatch(r"(\d+(?:\.\d{1,6})?)\s*(\S.*)", text)
    if not m:
        raise ValueError(f"not an amount: {text!r}")
    return Fraction(m.group(1)), m.group(2)


def grams(text, days=None):
    """An emission in whole grams a day."""
    value, unit = amount(text)
    mass, _, per = unit.partition("/")
    value *= GRAMS[mass.strip()]
    per = per.strip()
    if per in ("d", "日", "天"):
        if value.denominator != 1:
            raise ValueError(f"finer than 1 g/d: {text!r}")
        return int(value)
    if per in ("a", "年"):
        if days is None:
            raise ValueError(f"operatingDays is missing for {text!r}")
        return value.numerator // (value.denominator * days)
    raise ValueError(f"not an emission: {text!r}")


def emissions(node, days=None):
    node = node or {}
    unknown = [k for k in node if word(k) not in POLLUTANTS]
    if unknown:
        raise ValueError(f"not a pollutant: {unknown}")
    out = dict.fromkeys(POLLUTANTS, 0)
    for p in POLLUTANTS:
        text = get(node, p, CHINESE[p])
        if text is not None:
            out[p] = grams(text, days)
    return out


def ratios(node):
    return {word(k): percent(v) for k, v in (node or {}).items()}


def take(left, remaining):
    """What stays of `left` grams when `remaining` (a fraction) of it stays, rounded up."""
    return -((-left * remaining.numerator) // remaining.denominator)


def still_valid(until, day):
    return until is None or datetime.date.fromisoformat(until) >= day


class Balance:
    def __init__(self, names):
        zero = lambda: {"base": dict.fromkeys(POLLUTANTS, 0), "cut": dict.fromkeys(POLLUTANTS, 0)}
        self.sectors = {s: zero() for s in SECTORS}
        self.subs = {n: zero() for n in names}

    def add(self, sector, sub, base, left):
        for row in [self.sectors[sector]] + ([self.subs[sub]] if sub is not None else []):
            for p in POLLUTANTS:
                row["base"][p] += base[p]
                row["cut"][p] += base[p] - left[p]


def remaining_of(measure):
    """pollutant → the fraction one enterprise measure leaves."""
    action = word(get(measure, "action", "动作"))
    if action == "keep":
        left = Fraction(1)
    elif action == "stop":
        left = Fraction(0)
    elif action == "limit":
        by = get(measure, "by", "减少")
        if by is not None:
            left = 1 - percent(by)
        else:
            a, ua = amount(get(measure, "from", "由"))
            b, ub = amount(get(measure, "to", "至"))
            if ua != ub or a == 0 or b > a:
                raise ValueError(f"cannot limit from {a} {ua} to {b} {ub}")
            left = b / a
    else:
        raise ValueError(f"no such action: {action!r}")
    out = dict.fromkeys(POLLUTANTS, left)
    for p, cut in ratios(get(measure, "cuts", "削减")).items():
        out[p] = 1 - cut
    return out


def reaches(rules, exemption, level):
    """Whether an exemption holds at a level: by its kind, at every level where the kind is not known."""
    for kind in get(rules, "kinds", "类别") or []:
        if get(kind, "name", "名称") == get(exemption, "kind", "类别"):
            return level in words(get(kind, "levels", "级别"))
    return True


def reckon_enterprise(e, level, day, balance, rules):
    sub = get(e, "subDistrict", "街道")
    days = get(e, "operatingDays", "年运行天数")
    days = int(days) if days is not None else None
    exemption = get(e, "exemption", "豁免")
    exempt = (exemption is not None and still_valid(get(exemption, "until", "截止"), day)
              and reaches(rules, exemption, level))
    lines = {}
    for l in get(e, "lines", "生产线"):
        base = emissions(get(l, "emissions", "排放量"), days)
        counts = word(get(l, "status", "状态")) == "running" and not exempt
        lines[get(l, "id", "编号")] = [base, dict(base), counts]
    transport = get(e, "transport", "运输")
    lorries = None
    if transport is not None:
        base = emissions(get(transport, "emissions", "排放量"), days)
        lorries = [base, dict(base), not exempt]
    for m in get(get(e, "measures", "措施"), level, CHINESE[level]) or []:
        if is_true(get(m, "transport", "运输")):
            targets = [lorries]
        else:
            line = get(m, "line", "生产线")
            targets = list(lines.values()) if word(line) == "all" else [lines[line]]
        remaining = remaining_of(m)
        for _, left, counts in targets:
            if counts:
                for p in POLLUTANTS:
                    left[p] = take(left[p], remaining[p])
    for base, left, _ in lines.values():
        balance.add("industry", sub, base, left)
    if lorries:
        balance.add("mobile", sub, lorries[0], lorries[1])


def applies(measure, source, kind, part):
    a = get(measure, "appliesTo", "适用")
    if a is None or is_true(get(a, "enterprises", "企业")):
        return False
    if word(get(a, "part", "部分", "site")) != part:
        return False
    kinds, ids = get(a, "kinds", "点位类型"), get(a, "sources", "点位")
    if kinds is not None and not ({kind["id"], kind["title"]} & set(kinds)):
        return False
    if ids is not None and get(source, "id", "编号") not in ids:
        return False
    if kinds is None and ids is None:
        return False
    rating = get(source, "rating", "评级")
    only, unless = get(a, "onlyRated", "仅限评级"), get(a, "unlessRated", "评级除外")
    only = [only] if isinstance(only, str) else only
    unless = [unless] if isinstance(unless, str) else unless
    if only is not None and rating not in only:
        return False
    return not (unless is not None and rating in unless)


def reckon_source(s, sub, level, day, catalogue, kinds, balance):
    kind = kinds[get(s, "kind", "类型")]
    running = word(get(s, "status", "状态", "running")) == "running"
    exempt = {get(x, "measure", "措施") for x in get(s, "exempt", "豁免") or []
              if still_valid(get(x, "until", "截止"), day)}
    machines = get(s, "machines", "非道路机械")
    parts = [("site", kind["sector"], emissions(get(s, "emissions", "排放量")))]
    if machines is not None:
        parts.append(("machines", "mobile", emissions(get(machines, "emissions", "排放量"))))
    for part, sector, base in parts:
        left = dict(base)
        for m in catalogue:
            if (not running or get(m, "id", "编号") in exempt
                    or word(get(m, "class", "类别")) != "mandatory"
                    or level not in words(get(m, "levels", "级别"))
                    or not applies(m, s, kind, part)):
                continue
            for p, cut in ratios(get(m, "cuts", "削减")).items():
                left[p] = take(left[p], 1 - cut)
        balance.add(sector, sub, base, left)


def files(folder):
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith(".")]
        found += [os.path.join(root, n) for n in names
                  if not n.startswith(".") and n.endswith((".yaml", ".yml"))]
    return sorted(found, key=lambda f: os.path.relpath(f, folder).encode("utf-8"))


def rule_set(documents, kind, name):
    """The rule set of a name: one of the plans, else the one that the program brings along."""
    if name is None:
        return None
    for node in documents.get(kind, []):
        if get(node, "id", "编号") == name:
            return node
    rules = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "rules")
    with open(os.path.join(rules, kind, name + ".yaml"), encoding="utf-8") as f:
        return yaml.load(f, Loader=Loader)


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: balance.py PLANS yellow|orange|red YYYY-MM-DD")
    folder, level, day = sys.argv[1], word(sys.argv[2]), datetime.date.fromisoformat(sys.argv[3])
    documents = {}
    for path in files(folder):
        with open(path, encoding="utf-8") as f:
            node = yaml.load(f, Loader=Loader)
        kind = get(node, "kind", "类型")
        documents.setdefault(KINDS.get(kind, kind), []).append(node)
    [district] = documents["district"]
    names = get(district, "subDistricts", "街道")
    kinds = {}
    for document in documents["patrol"]:
        for k in get(document, "kinds", "点位类型"):
            entry = {"id": get(k, "id", "编号"), "title": get(k, "title", "标题"),
                     "sector": word(get(k, "sector", "行业"))}
            kinds[entry["id"]] = kinds[entry["title"]] = entry
    catalogue = [m for d in documents.get("measures", []) for m in get(d, "measures", "措施")]

    balance = Balance(names)
    for s in get(district, "sources", "点位") or []:
        reckon_source(s, None, level, day, catalogue, kinds, balance)
    for d in documents.get("sub-district", []):
        for s in get(d, "sources", "点位") or []:
            reckon_source(s, get(d, "name", "名称"), level, day, catalogue, kinds, balance)
    chosen = get(district, "rules", "规则")
    rules = rule_set(documents, "exemptions", get(chosen, "exemptions", "豁免类别"))
    for e in documents.get("enterprise", []):
        reckon_enterprise(e, level, day, balance, rules)

    base = emissions(get(get(district, "baseline", "基线"), "emissions", "排放量"))
    listed = {p: sum(balance.sectors[s]["base"][p] for s in SECTORS) for p in POLLUTANTS}
    cut = {p: sum(balance.sectors[s]["cut"][p] for s in SECTORS) for p in POLLUTANTS}
    targets = get(district, "targets", "目标")
    whole = rule_set(documents, "targets", get(get(district, "rules", "规则"), "targets", "目标"))
    target = ratios(get(targets, level, CHINESE[level]) or get(whole, level, CHINESE[level]))
    pooled = words(get(targets, "pooled", "可内部调整", get(whole, "pooled", "可内部调整")))
    pool = None
    if pooled:
        pool = (sum(Fraction(cut[p], base[p]) for p in pooled)
                >= sum(target[p] for p in pooled))
    print(json.dumps({
        "base": base,
        "cut": cut,
        "unlisted": {p: base[p] - listed[p] for p in POLLUTANTS},
        "sectors": balance.sectors,
        "subDistricts": [{"name": n, **balance.subs[n]} for n in names],
        "reached": {p: cut[p] >= target[p] * base[p] for p in POLLUTANTS},
        "pool": {"pollutants": pooled, "reached": pool},
    }, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
