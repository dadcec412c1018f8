"""Sets the sample's checklists of an orange alert as PDF, against WeasyPrint, headless Chromium and Typst.

Usage: papers.py [--program EMERGENCY] [--rounds N] [--only NAME ...]
The peers are given the same words: the pages for browsers that `activate` writes (for Typst their tables, as Typst
markup). Ours is the whole program, reading plans and rostering (by rotation) included; so is everybody's start.
Prints seconds, bytes and milliseconds a page, and peak memory (of the process and its children, the largest one).
"""
import argparse
import html.parser
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
VENV = ROOT / ".build" / "bench-venv" / "bin"
ORDER = ["--level", "orange", "--effective", "2026-11-24 18:00", "--seconds", "0", "--no-history"]


def timed(words: list, folder: Path, parts: int = 1) -> tuple:
    """Seconds and kilobytes of a command; of several begun at once where it is a list of lists."""
    commands = words if isinstance(words[0], list) else [words]
    running = []
    import time
    start = time.perf_counter()
    for number, command in enumerate(commands):
        log = folder / f"time-{number}.txt"
        running.append((subprocess.Popen(["/usr/bin/time", "-f", "%M", "-o", str(log)] + [str(w) for w in command],
                                         cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE), log))
    for process, _ in running:
        _, errors = process.communicate(timeout=3000)
        if process.returncode != 0:
            sys.exit(f"{commands[0][0]} failed: {errors.decode()[-500:]}")
    seconds = time.perf_counter() - start
    return seconds, sum(int(log.read_text().split()[-1]) for _, log in running)


def pages(path: Path) -> int:
    text = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", text, re.M)[1])


class Blocks(html.parser.HTMLParser):
    """A page for browsers as Typst markup: heads, paragraphs, tables with their heads."""

    def __init__(self):
        super().__init__()
        self.out, self.words, self.table, self.head, self.depth = [], "", [], [], 0

    def say(self, text: str) -> str:
        return re.sub(r"([\\#$*_`<>@\[\]~/=+-])", r"\\\1", text.strip()).replace("\n", " \\\n")

    def handle_starttag(self, tag, attributes):
        style = dict(attributes).get("class", "")
        if tag == "section":
            self.out.append("#pagebreak(weak: true)\n")
        elif tag == "table" and style in ("paper", "plain"):
            self.table, self.head, self.depth, self.kind = [], [], 1, style
        elif tag == "col" and self.depth:
            width = dict(attributes)["style"].removeprefix("width:")
            self.head.append("1fr" if width == "auto" else width)
        elif tag in ("td", "th", "h1", "h2", "p", "div", "span") and (tag in ("td", "th") or not self.depth):
            if tag != "span":
                self.words = ""
            self.span = dict(attributes).get("colspan", "1") if tag == "td" else "1"
        elif tag == "br":
            self.words += "\n"

    def handle_endtag(self, tag):
        if self.depth and tag in ("td", "th"):
            cell = f"[{self.say(self.words)}]"
            if tag == "th":
                self.table.append(("head", cell))
            else:
                self.table.append(("cell", cell if self.span == "1" else f"table.cell(colspan: {self.span}){cell}"))
            self.words = ""
        elif self.depth and tag == "table":
            heads = ", ".join(cell for kind, cell in self.table if kind == "head")
            cells = ",\n".join(cell for kind, cell in self.table if kind == "cell")
            stroke = "stroke: 0.5pt" if self.kind == "paper" else "stroke: none"
            self.out.append(f"#table(columns: ({', '.join(self.head)},), {stroke}, inset: 3pt,\n"
                            + (f"table.header({heads}),\n" if heads else "") + cells + ")\n\n")
            self.depth = 0
            self.words = ""
        elif tag == "h1":
            self.out.append(f"#text(15pt, weight: \"bold\")[{self.say(self.words)}]\n\n")
            self.words = ""
        elif tag in ("p", "h2", "div") and self.words.strip():
            self.out.append(self.say(self.words) + "\n\n")
            self.words = ""

    def handle_data(self, data):
        self.words += data


TYPST = """#set page(paper: "a4", margin: (left: 15mm, right: 10mm, top: 10mm, bottom: 12mm),
  footer: context align(right, text(8pt)[第 #counter(page).display() 页　共 #counter(page).final().first() 页]))
#set text(font: "Noto Sans Mono CJK SC", size: 9pt, lang: "zh")
"""


def prepare(program: str, folder: Path):
    """The same checklists as one page for browsers in whole and in halves, and as Typst."""
    subprocess.run([program, "activate", "--plans", ROOT / "Plans", "--responses", folder / "R", "--no-pdf", *ORDER],
                   check=True, stdout=subprocess.DEVNULL)
    files = sorted(folder.glob("R/*/*/巡查单-*.html"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    head = texts[0][:texts[0].index("<body")] + '<body class="orange">\n'
    bodies = [text[text.index(">", text.index("<body")) + 1:text.index("</body>")] for text in texts]
    half = len(bodies) // 2
    for name, some in (("all", bodies), ("one", bodies[:half]), ("two", bodies[half:])):
        (folder / f"{name}.html").write_text(head + "".join(some) + "</body></html>", encoding="utf-8")
        parser = Blocks()
        parser.feed("".join(some))
        (folder / f"{name}.typ").write_text(TYPST + "".join(parser.out), encoding="utf-8")


def commands(program: str, folder: Path) -> dict:
    """By name: what is run on both cores, and the PDF that it leaves."""
    chromium = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    return {
        "ours": ([program, "print", "--plans", ROOT / "Plans", "--kind", "checklist", "--out", folder / "ours", *ORDER],
                 "ours/*/*.pdf"),
        "Typst": ([[VENV / "python", "-c",
                    f"import typst; typst.compile({str(folder / name) + '.typ'!r}, output={str(folder / name) + '-typst.pdf'!r})"]
                   for name in ("one", "two")], "*-typst.pdf"),
        "Chromium": ([chromium + [f"--user-data-dir={folder}/profile-{name}", f"--print-to-pdf={folder}/{name}-chromium.pdf",
                                  f"file://{folder}/{name}.html"] for name in ("one", "two")], "*-chromium.pdf"),
        "WeasyPrint": ([["weasyprint", folder / f"{name}.html", folder / f"{name}-weasyprint.pdf"]
                        for name in ("one", "two")], "*-weasyprint.pdf"),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=str(ROOT / ".build" / "release" / "emergency"))
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", nargs="+", default=[])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        prepare(arguments.program, folder)
        print("| | seconds | pages | ms a page | bytes a page | peak memory | times ours a page |\n|---|---|---|---|---|---|---|")
        ours = None
        for name, (words, pattern) in commands(arguments.program, folder).items():
            if arguments.only and name not in arguments.only:
                continue
            if name != "ours" and name != "Typst" and not shutil.which(words[0][0]):
                print(f"| {name} | not installed | | | | | |")
                continue
            runs = [timed(words, folder) for _ in range(arguments.rounds)]
            seconds, memory = min(run[0] for run in runs), max(run[1] for run in runs)
            files = list(folder.glob(pattern))
            count, size = sum(map(pages, files)), sum(path.stat().st_size for path in files)
            each = seconds / count
            ours = ours or each
            print(f"| {name} | {seconds:.2f} | {count:,} | {each * 1000:.2f} | {size // count:,} | {memory / 1000:.0f} MB | "
                  f"{each / ours:.1f}× |", flush=True)


if __name__ == "__main__":
    main()
