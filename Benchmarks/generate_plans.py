#!/usr/bin/env python3
"""Writes a valid plan folder of any size: generate_plans.py OUT COUNT

District, measures, patrol, duty, lists and people are copied from ../Plans; COUNT invented
enterprises of about 4 KB each are spread over the sub-districts. The same COUNT gives the same
bytes everywhere. The copied baseline is raised by what the enterprises emit.
"""

import random
import re
import shutil
import sys
from pathlib import Path

PLANS = Path(__file__).resolve().parent.parent / "Plans"
POLLUTANTS = ("SO2", "NOx", "PM", "VOCs")
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"

# Trade: word in the name, GB/T 4754 code and category, lead, and its lines:
# name, process, unit of throughput or None, tenths of it (from, to), grams a day (from, to).
TRADES = [
    ("彩印包装", "C2319", "包装装潢及其他印刷", "ee", [
        ("卷筒凹印线", "凹印", "t/d", (40, 160), {"VOCs": (3000, 9000), "PM": (80, 300)}),
        ("对开胶印机组", "胶印", "t/d", (30, 120), {"VOCs": (1500, 5000)}),
        ("干式复合机", "复合", "t/d", (20, 90), {"VOCs": (1200, 4800)}),
        ("紫外上光机", "上光", "张/d", (60000, 240000), {"VOCs": (800, 2600), "PM": (20, 90)}),
        ("油墨调配间", "调墨搅拌", "kg/d", (800, 3000), {"VOCs": (500, 1900)}),
        ("擦版清洗间", "溶剂清洗", None, None, {"VOCs": (700, 2400)}),
    ]),
    ("汽车修理", "O8111", "汽车修理与维护", "traffic", [
        ("整车烤漆房", "喷漆烘干", "/d", (20, 120), {"VOCs": (1500, 6000), "NOx": (90, 600)}),
        ("底漆打磨区", "打磨", None, None, {"PM": (200, 1100)}),
        ("快补喷涂位", "局部喷涂", "/d", (30, 150), {"VOCs": (400, 1500)}),
        ("调漆间", "调漆", "kg/d", (100, 400), {"VOCs": (200, 900)}),
        ("零部件清洗槽", "溶剂清洗", None, None, {"VOCs": (300, 1400)}),
        ("钣金焊接位", "焊接", None, None, {"PM": (60, 260)}),
    ]),
    ("家具木作", "C2110", "木质家具制造", "market", [
        ("开料与砂光线", "砂光", "件/d", (300, 1500), {"PM": (600, 2600)}),
        ("水性漆喷涂房", "喷涂", "件/d", (300, 1400), {"VOCs": (900, 3600), "PM": (100, 400)}),
        ("油性漆喷涂房", "喷涂", "件/d", (100, 600), {"VOCs": (2400, 7800), "PM": (120, 480)}),
        ("封边涂胶机", "涂胶", "件/d", (300, 1500), {"VOCs": (300, 1200)}),
        ("晾干间", "晾干", None, None, {"VOCs": (600, 2200)}),
        ("热压贴面机", "热压", "张/d", (400, 1600), {"VOCs": (250, 900), "PM": (30, 120)}),
    ]),
    ("食品加工", "C1353", "肉制品及副产品加工", "market", [
        ("油炸线", "油炸", "kg/d", (6000, 30000), {"VOCs": (700, 2800), "PM": (400, 1500)}),
        ("熏烤炉", "熏烤", "kg/d", (4000, 16000), {"VOCs": (500, 1800), "PM": (600, 2100)}),
        ("燃气蒸汽锅炉", "供汽", "h/d", (80, 160), {"NOx": (900, 3200), "SO2": (60, 300)}),
        ("烘烤隧道炉", "烘烤", "kg/d", (5000, 22000), {"VOCs": (300, 1200), "NOx": (200, 700)}),
        ("包装喷码线", "喷码", "件/d", (20000, 90000), {"VOCs": (100, 420)}),
    ]),
    ("预拌砂浆", "C3039", "其他建筑材料制造", "hc", [
        ("干混拌和楼", "拌和", "t/d", (600, 1800), {"PM": (1800, 6400)}),
        ("砂石料仓与皮带廊", "转运", "t/d", (800, 2400), {"PM": (900, 3600)}),
        ("袋装水泥棚", "装卸", None, None, {"PM": (500, 1900)}),
        ("烘砂炉", "烘干", "t/d", (300, 900), {"NOx": (800, 3000), "SO2": (90, 380), "PM": (300, 1100)}),
        ("散装车位", "装车", "t/d", (400, 1600), {"PM": (300, 1200)}),
    ]),
    ("洗染服务", "O8030", "洗染服务", "commerce", [
        ("四氯乙烯干洗机组", "干洗", "kg/d", (800, 3000), {"VOCs": (900, 3400)}),
        ("石油溶剂干洗机", "干洗", "kg/d", (500, 2000), {"VOCs": (1200, 4200)}),
        ("蒸汽发生器", "供汽", "h/d", (60, 140), {"NOx": (300, 1300), "SO2": (30, 150)}),
        ("烫平烘干线", "烘干", "kg/d", (2000, 9000), {"NOx": (200, 800), "PM": (20, 100)}),
        ("去渍工位", "去渍", None, None, {"VOCs": (120, 520)}),
    ]),
]
STATUSES = ["running"] * 9 + ["standby", "idle  # 长期停产，不计削减", "seasonal-stop"]
GRADES = ["A", "B", "B-", "C", "C", "C", "D", "引领性", "非引领性"]
NOTES = ["清洗溶剂不随产量减", "已接单的医药件除外，另行报备", "停机后保留活性炭风机运行 2 小时", "换低挥发型材料", "夜班全部取消"]
REMARKS = [
    "# {date} 现场核查：公示牌已更新，工序与方案一致",
    "# {date} 活性炭更换，更换单存安环科，下次更换不迟于半年后",
    "# {date} 电表由物业代抄，正常日取采暖季工作日的中位数",
    "# {date} 与街道商定：启动后 2 小时内报停机照片和电表读数",
    "# {date} 监测报告已复核，去除效率按实测值，不取设计值",
    "# {date} 门禁录像保存满 90 天，国四柴油货车名单随方案备案",
    "# {date} 核减一条已拆除的旧线，排放量同步扣除",
]


def credit_code(number: int) -> str:
    """The number in base 31 behind a fixed head, with the check character of GB 32100."""
    tail = ""
    for _ in range(7):
        number, digit = divmod(number, 31)
        tail = CREDIT_ALPHABET[digit] + tail
    body = "91110102EX" + tail
    total = sum(CREDIT_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + CREDIT_ALPHABET[(31 - total % 31) % 31]


def tenths(number: int) -> str:
    return f"{number // 10}.{number % 10}" if number % 10 else str(number // 10)


class Enterprise:
    """The text of one plan, and what it emits."""

    def __init__(self, number: int, district: str, communities: list[str], chance: random.Random):
        self.emitted = dict.fromkeys(POLLUTANTS, 0)
        self.chance = chance
        self.number = number
        word, code, category, lead, lines = chance.choice(TRADES)
        self.file_name = f"示例{word}{number:05}.yaml"
        lines = chance.sample(lines, min(len(lines), chance.choice([3, 4, 5, 5, 6, 6])))
        self.lorries = 10 * chance.randint(4, 48)
        self.text = "".join(
            line + "\n"
            for part in (
                self.head(word, code, category, lead, district, communities),
                self.lines(lines), self.transport(), self.measures(lines), self.reserve(lines), self.tail(),
            )
            for line in part)

    def date(self, year: int = 2026) -> str:
        return f"{year}-{self.chance.randint(1, 10):02}-{self.chance.randint(1, 28):02}"

    def person(self) -> str:
        return (f"name: 示例{self.chance.choice(STEMS)}{self.chance.choice(BRANCHES)}, "
                f'phone: "010-0000{self.chance.randint(1000, 9999)}"')

    def emissions(self, ranges: dict) -> str:
        words = []
        for pollutant, (low, high) in ranges.items():
            grams = self.chance.randint(low, high) // 10 * 10
            self.emitted[pollutant] += grams
            kilograms = f"{grams / 1000:.2f}".rstrip("0").rstrip(".")
            words.append(f"{pollutant}: " + (f"{kilograms} kg/d" if grams >= 1000 else f"{grams} g/d"))
        return "{" + ", ".join(words) + "}"

    def head(self, word, code, category, lead, district, communities):
        chance = self.chance
        yield "# 示例：虚构数据，与任何真实单位、个人无关"
        yield "kind: enterprise"
        yield f"id: XC-BM-{self.number:05}"
        yield f"name: 北京示例{district}{chance.choice(STEMS)}{chance.choice(BRANCHES)}{word}有限公司第 {self.number} 分厂"
        yield f"creditCode: {credit_code(self.number)}"
        yield f"subDistrict: {district}"
        yield f"community: {chance.choice(communities)}"
        yield f"address: {district}示例{chance.choice('东西南北')}{chance.choice('街巷里条')} {chance.randint(1, 99)} 号院 {chance.randint(1, 9)} 号楼"
        yield f"location: {{lon: 116.3{chance.randint(100, 999)}, lat: 39.8{chance.randint(700, 999)}}}   # WGS 84"
        yield f"industry: {{code: {code}, category: {category}}}"
        grade = chance.choice(GRADES)
        # The sample's rating table asks printers of grade D to stop.
        if code.startswith("C23") and grade == "D":
            grade = "B"
        if chance.random() < 0.5:
            yield f"rating: {{grade: {grade}, scope: 地方, since: 2025-10-01}}"
        else:
            yield "rating:"
            yield f"  grade: {grade}"
            yield "  scope: 地方"
            yield "  since: 2026-01-01               # 上一年度评定结果"
        yield f"reviewed: {self.date()}"
        yield f"responsible: {{{self.person()}, post: 安环主管, deputy: {{{self.person()}}}}}"
        yield f"lead: {lead}"

    def lines(self, lines):
        self.amounts, self.running = [], []
        yield "lines:"
        for index, (name, process, unit, span, ranges) in enumerate(lines, 1):
            amount = self.chance.randint(*span) // 10 * 10 if unit else None
            self.amounts.append(amount)
            yield f"  - id: L{index}"
            yield f"    name: {self.chance.randint(1, 4)} 号{name}"
            yield f"    process: {process}                 # 产排污环节见排污许可证副本第 {self.chance.randint(3, 30)} 页"
            status = self.chance.choice(STATUSES)
            self.running.append(status.startswith("running"))
            yield f"    status: {status}"
            if unit:
                yield f"    throughput: {tenths(amount)} {unit}"
            yield f"    emissions: {self.emissions(ranges)}"
            number, normal = f'"1102-{self.number:05}-{index}"', f"{self.chance.randint(2, 120) * 10} kWh/d"
            if self.chance.random() < 0.7:
                yield f"    meter: {{number: {number}, normal: {normal}}}"
            else:
                yield "    meter:"
                yield f"      number: {number}"
                yield f"      normal: {normal}           # 采暖季工作日"
            yield f"    stopNeeds: {self.chance.choice(['10 min', '30 min', '40 min', '1 h', '2 h', '4 h'])}"

    def transport(self):
        emissions = self.emissions({"NOx": (600, 3800), "PM": (30, 140), "SO2": (20, 90), "VOCs": (60, 300)})
        yield f"transport: {{lorries: {self.lorries // 10} /d, emissions: {emissions}, gate: true}}"

    def cut(self, index: int, line: tuple, percent: int) -> str:
        """One entry that limits a line: by a share, or from its throughput to less."""
        amount, unit = self.amounts[index - 1], line[2]
        if amount and amount >= 200 and self.chance.random() < 0.6:
            text = f"line: L{index}, action: limit, from: {tenths(amount)} {unit}, to: {max(1, amount * (100 - percent) // 1000)} {unit}"
            if self.chance.random() < 0.3:
                text += f", cuts: {{{next(iter(line[4]))}: {percent - 5} %}}"
        else:
            text = f"line: L{index}, action: limit, by: {percent} %"
        if self.chance.random() < 0.25:
            text += f", note: {self.chance.choice(NOTES)}"
        return text

    def measures(self, lines):
        yield "measures:                             # 每一级写全，不继承"
        # Clean plans: what is stopped stays stopped, a graver level cuts more, and nothing is cut that does not run.
        stopped = set()
        for level, stops, percents in (("yellow", 0.05, (10, 25)), ("orange", 0.45, (35, 50)), ("red", 0.85, (60, 80))):
            yield f"  {level}:"
            for index, line in enumerate(lines, 1):
                if not self.running[index - 1]:
                    yield f"    - {{line: L{index}, action: keep, note: {self.chance.choice(NOTES)}}}"
                elif index in stopped or self.chance.random() < stops:
                    stopped.add(index)
                    yield f"    - {{line: L{index}, action: stop}}"
                elif self.chance.random() < 0.2:
                    yield f"    - line: L{index}"
                    yield "      action: limit"
                    yield f"      by: {self.chance.randint(*percents)} %"
                    yield f"      note: {self.chance.choice(NOTES)}"
                else:
                    yield f"    - {{{self.cut(index, line, self.chance.randint(*percents))}}}"
            left = self.lorries // 10 * {"yellow": 8, "orange": 5, "red": 1}[level] // 10
            ban = "" if level == "yellow" else ", ban: [国四及以下柴油货车]"
            yield f"    - {{transport: true, action: limit, from: {self.lorries // 10} /d, to: {left} /d{ban}}}"

    def reserve(self, lines):
        yield "reserve:                              # 达不到比例时可追加"
        for level in ("yellow", "orange"):
            yield f"  {level}:"
            for index in sorted(self.chance.sample(range(1, len(lines) + 1), 2)):
                cost = self.chance.randint(3, 60) * 1000
                if level == "yellow":
                    yield f"    - {{line: L{index}, action: limit, by: {self.chance.randint(2, 6) * 10} %, cost: {cost} 元/d}}"
                else:
                    yield f"    - {{line: L{index}, action: stop, cost: {cost} 元/d}}"

    def tail(self):
        if self.chance.random() < 0.3:
            yield f"retrofit: {{item: 更换低效治理设施为蓄热式燃烧, due: 2026-12-31, done: {self.date()}}}"
        for remark in self.chance.sample(REMARKS, self.chance.randint(4, 6)):
            yield remark.format(date=self.date())


def copy_samples(out: Path) -> dict:
    """Copies all but the enterprises; returns each sub-district's communities."""
    for path in sorted(PLANS.rglob("*.yaml")):
        if path.parent.name == "enterprises":
            continue
        target = out / path.relative_to(PLANS)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    communities = {}
    for path in sorted(out.glob("sub-districts/*/list.yaml")):
        listed = re.search(r"^communities: \[(.*?)\]", path.read_text(encoding="utf-8"), re.M)
        communities[path.parent.name] = re.split(r",\s*", listed[1])
    return communities


def raise_baseline(path: Path, emitted: dict):
    """Adds the enterprises' emissions to the baseline line of district.yaml, leaving all else."""
    text = path.read_text(encoding="utf-8")
    line = re.search(r"^baseline:.*?^  emissions: \{(.*?)\}", text, re.M | re.S)
    before = dict(re.findall(r"(\w+): ([\d.]+) t/d", line[1]))
    after = ", ".join(f"{p}: {float(before[p]) + emitted[p] / 1e6 + 0.001:.3f} t/d" for p in POLLUTANTS)
    path.write_text(text[:line.start(1)] + after + text[line.end(1):], encoding="utf-8")


def main():
    if len(sys.argv) != 3 or not sys.argv[2].isdigit():
        sys.exit("usage: generate_plans.py OUT COUNT")
    out, count = Path(sys.argv[1]), int(sys.argv[2])
    if out.exists() and any(out.iterdir()):
        sys.exit(f"generate_plans.py: {out} is not empty")
    communities = copy_samples(out)
    districts = sorted(communities)
    for name in districts:
        (out / "sub-districts" / name / "enterprises").mkdir(exist_ok=True)
    emitted = dict.fromkeys(POLLUTANTS, 0)
    size = 0
    for number in range(1, count + 1):
        district = districts[number % len(districts)]
        plan = Enterprise(number, district, communities[district], random.Random(20261124 + number))
        data = plan.text.encode()
        size += len(data)
        (out / "sub-districts" / district / "enterprises" / plan.file_name).write_bytes(data)
        for pollutant in POLLUTANTS:
            emitted[pollutant] += plan.emitted[pollutant]
    raise_baseline(out / "district.yaml", emitted)
    print(f"{count} enterprise files, {size} bytes, {size // max(count, 1)} bytes each")


main()
