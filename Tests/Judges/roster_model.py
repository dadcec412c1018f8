"""A roster problem as rows of whole numbers, from its JSON alone, for solvers that are not the program's own.

Says what `rosters.py` judges by, as a program of zeros and ones: what is settled wins over every rule, and takes
up room in the windows and crews that hold it.
"""
from collections import defaultdict
from dataclasses import dataclass, field

BURDENS = ("shifts", "nights", "restDays", "holidays", "standby")


def burdens_of(instance, crew):
    """Which burdens a seat in a crew adds to."""
    if crew["standby"]:
        return ["standby"]
    shift = instance["occurrences"][crew["occurrence"]]
    counts = {"shifts": True, "nights": shift["night"], "restDays": shift["rest"], "holidays": shift["holiday"]}
    return [burden for burden, counted in counts.items() if counted]


def open_cost(instance, crew):
    """An open seat on duty counts more than all for standing by together."""
    return 1 if crew["standby"] else 1 + sum(each["seats"] for each in instance["crews"] if each["standby"])


def overlap(one, other):
    return one["start"] < other["end"] and other["start"] < one["end"]


def clash(one, other, rules):
    """Whether one person cannot have both shifts."""
    first, second = sorted((one, other), key=lambda shift: shift["start"])
    if one["date"] == other["date"] or second["start"] - first["end"] < rules["rest"]:
        return True
    return (not rules["dayAfterNight"] and first["night"] and not second["night"]
            and (first["end"] - 1) // 1440 == second["date"])


@dataclass
class Goal:
    """A sum to be made least: its constant part, and what each variable adds."""
    constant: int = 0
    terms: dict = field(default_factory=lambda: defaultdict(int))


@dataclass
class RosterModel:
    """Variables are zero or one and go by number; a row is (variables, factors, least, most)."""
    instance: dict
    variables: int = 0
    rows: list = field(default_factory=list)
    seats: dict = field(default_factory=dict)       # (person, crew) → variable
    open: Goal = field(default_factory=Goal)
    changes: Goal = field(default_factory=Goal)
    cost: Goal = field(default_factory=Goal)

    def __post_init__(self):
        instance = self.instance
        self.shifts, self.crews, self.rules = instance["occurrences"], instance["crews"], instance["rules"]
        self.given = {(seat["person"], seat["crew"]) for seat in instance["given"]}
        people = range(instance["people"])
        # What each person serves whatever is chosen.
        self.fixed = [[shift for shift in instance["prior"] if shift["person"] == person] for person in people]
        self.fixed_standby = [[] for _ in people]
        for person, crew in sorted(self.given):
            where = self.fixed_standby if self.crews[crew]["standby"] else self.fixed
            where[person].append(self.shifts[self.crews[crew]["occurrence"]])
        self.duty = [[[] for _ in self.shifts] for _ in people]
        self.standing = [[[] for _ in self.shifts] for _ in people]
        self.add_seats()
        for person in people:
            self.add_rests(person)
            self.add_windows(person)
            self.add_standing(person)
        self.add_pairs()
        self.add_goals()

    @property
    def goals(self) -> list:
        """In the order in which they count."""
        comes = self.instance["weights"]["changes"] is None and self.instance["published"]
        return [self.open, self.changes, self.cost] if comes else [self.open, self.cost]

    def chosen(self, values) -> list:
        """What is assigned when the variables have these values, what is settled included."""
        return sorted(self.given | {seat for seat, variable in self.seats.items() if values[variable] > 0.5})

    def variable(self) -> int:
        self.variables += 1
        return self.variables - 1

    def at_most(self, most, variables):
        if len(variables) > max(0, most):
            self.rows.append((variables, [1] * len(variables), None, max(0, most)))

    def add_seats(self):
        for number, crew in enumerate(self.crews):
            shift, settled = self.shifts[crew["occurrence"]], [p for p, c in self.given if c == number]
            for person in crew["eligible"]:
                if (person, number) in self.given or not self.is_free(person, crew, shift):
                    continue
                variable = self.seats[person, number] = self.variable()
                (self.standing if crew["standby"] else self.duty)[person][crew["occurrence"]].append(variable)
            here = {person: variable for (person, c), variable in self.seats.items() if c == number}
            self.at_most(crew["seats"] - len(settled), list(here.values()))
            for need in crew["needs"]:
                others = sum(person not in need["who"] for person in settled)
                self.at_most(crew["seats"] - need["count"] - others,
                             [variable for person, variable in here.items() if person not in need["who"]])

    def is_free(self, person, crew, shift):
        """Whether what is settled leaves room."""
        if any(overlap(shift, other) for other in self.fixed_standby[person]):
            return False
        if crew["standby"]:
            return not any(overlap(shift, other) for other in self.fixed[person])
        return not any(clash(shift, other, self.rules) for other in self.fixed[person])

    def add_rests(self, person):
        """Groups of shifts any two of which clash, until every pair is in one."""
        duty, shifts, count = self.duty[person], self.shifts, len(self.shifts)
        clashes = {(a, b) for a in range(count) for b in range(a, count)
                   if a == b or clash(shifts[a], shifts[b], self.rules)}
        covered = set()
        for pair in sorted(clashes, key=lambda pair: (pair[0] == pair[1], pair)):
            if pair in covered:
                continue
            group = sorted(set(pair))
            for other in range(pair[0] + 1, count):
                if other not in group and all((min(a, other), max(a, other)) in clashes for a in group):
                    group.append(other)
            covered |= {(min(a, b), max(a, b)) for a in group for b in group}
            self.at_most(1, [variable for shift in group for variable in duty[shift]])

    def add_windows(self, person):
        rules, fixed = self.rules, self.fixed[person]
        for start in sorted({shift["start"] for shift in self.shifts + fixed}):
            def within(shift):
                return start <= shift["start"] < start + rules["within"]
            self.add_window(person, within, rules["most"])
        for day in sorted({shift["date"] for shift in self.shifts + fixed}):
            def nights(shift):
                return shift["night"] and day <= shift["date"] <= day + rules["nights"]
            self.add_window(person, nights, rules["nights"])

    def add_window(self, person, holds, most):
        taken = sum(map(holds, self.fixed[person]))
        self.at_most(most - taken, [variable for shift, some in zip(self.shifts, self.duty[person])
                                    if holds(shift) for variable in some])

    def add_standing(self, person):
        for one, standing in enumerate(self.standing[person]):
            for other, shift in enumerate(self.shifts):
                if standing and overlap(self.shifts[one], shift):
                    self.at_most(1, standing + self.duty[person][other])
                    if other >= one:
                        self.at_most(1, standing + (self.standing[person][other] if other > one else []))

    def add_pairs(self):
        for first, second in self.instance["apart"]:
            for one, shift in enumerate(self.shifts):
                for other, beside in enumerate(self.shifts):
                    if overlap(shift, beside):
                        self.at_most(1, self.duty[first][one] + self.duty[second][other])
            for person, other in ((first, second), (second, first)):
                held = [self.shifts[self.crews[crew]["occurrence"]] for one, crew in self.given
                        if one == other and not self.crews[crew]["standby"]]
                for shift, variables in zip(self.shifts, self.duty[person]):
                    if any(overlap(shift, there) for there in held):
                        self.at_most(0, variables)
        for first, second in self.instance["together"]:
            for number, crew in enumerate(self.crews):
                if crew["standby"] or {(first, number), (second, number)} & self.given:
                    continue
                both = [self.seats.get((person, number)) for person in (first, second)]
                if None not in both:
                    self.rows.append((both, [1, -1], 0, 0))
                else:
                    self.at_most(0, [variable for variable in both if variable is not None])

    def add_goals(self):
        instance, weights = self.instance, self.instance["weights"]
        weigh = weights["changes"] or 0
        against = {(wish["person"], wish["occurrence"]) for wish in instance["against"]}
        for number, crew in enumerate(self.crews):
            settled = sum(c == number for _, c in self.given)
            self.open.constant += open_cost(instance, crew) * (crew["seats"] - settled)
        for (person, number), variable in self.seats.items():
            crew = self.crews[number]
            self.open.terms[variable] -= open_cost(instance, crew)
            if not crew["standby"]:
                self.cost.terms[variable] += (
                    weights["wishes"] * ((person, crew["occurrence"]) in against)
                    + weights["away"] * (person in crew["away"]))
        for seat in instance["published"]:
            key = (seat["person"], seat["crew"])
            if key in self.given:
                continue
            for goal, factor in ((self.changes, 1), (self.cost, weigh)):
                goal.constant += factor
                if key in self.seats:
                    goal.terms[self.seats[key]] -= factor
        for person in range(instance["people"]):
            for burden in BURDENS:
                self.add_burden(person, burden, weights[burden])

    def add_burden(self, person, burden, weight):
        """Unit after unit, each dearer than the one before, so that they are taken in order."""
        settled = sum(burden in burdens_of(self.instance, self.crews[crew]) for p, crew in self.given if p == person)
        before = self.instance["carried"][person][burden]
        self.cost.constant += weight * ((before + settled) ** 2 - before ** 2)
        adding = [variable for (p, crew), variable in self.seats.items()
                  if p == person and burden in burdens_of(self.instance, self.crews[crew])]
        if weight == 0 or not adding:
            return
        units = []
        for unit in range(self.most(person, burden, adding)):
            units.append(self.variable())
            self.cost.terms[units[-1]] += weight * (2 * (before + settled + unit) + 1)
        self.rows.append((units + adding, [1] * len(units) + [-1] * len(adding), 0, 0))

    def most(self, person, burden, adding):
        """A number that what is added to a burden cannot be above: one a shift at most, and so many in each window."""
        held = {self.crews[crew]["occurrence"] for (p, crew), variable in self.seats.items()
                if p == person and burden in burdens_of(self.instance, self.crews[crew])}
        if burden == "standby":
            return len(held)
        days = {self.shifts[shift]["date"] for shift in held}
        span = max(days) - min(days) + 1
        windows = -(-(span * 1440) // self.rules["within"])
        return max(1, min(len(days), windows * self.rules["most"]))
