"""The rows of the Markdown tables."""

from timing import Command

HEAD = ("| what | cores | emergency | yardstick | ratio | goal | met |\n"
        "|---|---|---|---|---|---|---|")


def row(what: str, cores, ours: str, theirs: str, ratio: str, goal: str = "–", met: bool | None = None) -> str:
    verdict = "–" if met is None else "yes" if met else "**no**"
    return f"| {what} | {cores} | {ours} | {theirs} | {ratio} | {goal} | {verdict} |"


def paired(top: Command, bottom: Command, digits: int = 1) -> str:
    """The ratio of the medians, and the least and greatest of the rounds."""
    each = [a / b for a, b in zip(top.seconds, bottom.seconds)]
    return f"{top.median / bottom.median:.{digits}f}× ({min(each):.{digits}f}–{max(each):.{digits}f})"


def faster(what: str, cores: set, ours: Command, theirs: Command, goal: float | None = None, about: str = "") -> str:
    """How often ours fits into theirs."""
    ratio = theirs.median / ours.median
    return row(what, len(cores), ours.shown, f"{theirs.name}: {theirs.shown}{about}", paired(theirs, ours),
               *((f"≥ {goal:g}×", ratio >= goal) if goal else ()))


def within(what: str, cores: set, ours: Command, theirs: Command, goal: float | None = None, about: str = "") -> str:
    """How many of theirs ours takes."""
    ratio = ours.median / theirs.median
    return row(what, len(cores), ours.shown, f"{theirs.name}: {theirs.shown}{about}", paired(ours, theirs, 2),
               *((f"≤ {goal:g}×", ratio <= goal) if goal else ()))
