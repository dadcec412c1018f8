import Diagnostics
package import PlanModel

/// Everything that decides who can stand where in one sub-district: people, crews, rules and what is settled.
///
/// People and crews go by their places in the lists; the same problem always gets the same answer.
package struct StaffingProblem: Sendable {
    package let people: [Person]
    /// By start, those that start together as their crews come.
    package let occurrences: [ShiftOccurrence]
    /// What kind of day each shift starts on.
    package let days: [DayKind]
    package let crews: [CrewNeed]
    /// The occurrence of each crew.
    package let occurrence: [Int]
    package let rules: DutyRules.RestRules
    package let weights: RosterWeights
    package let pairs: [Pair]
    /// Settled beforehand, at most one a person and shift, never more than a crew's seats; they win over every rule.
    package let given: [Seat]
    /// Shifts that each person has served, or is sure to, outside these crews.
    package let prior: [[ShiftOccurrence]]
    /// Who does not serve in a shift because somebody stands in for them.
    package let swappedOut: Set<Turn>
    /// What each person has served before, counted from the one who has served least.
    package let carried: [DutyTally]
    /// What people have been told so far.
    package let published: [Seat]
    /// By crew, who was told to serve in it.
    let isPublished: [Set<Int>]
    /// By occurrence: which others no one person can serve beside it.
    let clashes: [[Bool]]
    /// By crew: who holds the post, is in service, not on leave, not swapped out, and not settled there; nobody where
    /// all seats are settled. Rising.
    package let candidates: [[Int]]
    private let openCosts: [Int]

    /// Somebody in a crew.
    package struct Seat: Sendable, Hashable {
        package let person: Int
        package let crew: Int

        package init(person: Int, crew: Int) {
            self.person = person
            self.crew = crew
        }
    }

    /// Somebody and a shift.
    package struct Turn: Sendable, Hashable {
        package let person: Int
        package let shift: ShiftOccurrence

        package init(person: Int, shift: ShiftOccurrence) {
            self.person = person
            self.shift = shift
        }
    }

    package struct Pair: Sendable {
        package let kind: StaffPair.Kind
        package let first: Int
        package let second: Int

        package init(kind: StaffPair.Kind, first: Int, second: Int) {
            self.kind = kind
            self.first = first
            self.second = second
        }
    }

    package init(
        people: [Person], crews: [CrewNeed], calendar: HolidayCalendar, rules: DutyRules.RestRules,
        weights: RosterWeights, pairs: [Pair] = [], given: [Seat] = [], prior: [[ShiftOccurrence]]? = nil,
        swappedOut: Set<Turn> = [], carried: [DutyTally]? = nil, published: [Seat] = []
    ) {
        var occurrences: [ShiftOccurrence] = []
        for crew in crews where !occurrences.contains(crew.slot.occurrence) {
            occurrences.append(crew.slot.occurrence)
        }
        occurrences = occurrences.enumerated().sorted {
            ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
        }.map(\.element)
        let places = Dictionary(
            occurrences.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let occurrence = crews.compactMap { places[$0.slot.occurrence] }
        self.people = people
        self.occurrences = occurrences
        days = occurrences.map { calendar.kind(of: $0.date) }
        self.crews = crews
        self.occurrence = occurrence
        self.rules = rules
        self.weights = weights
        self.pairs = pairs
        self.given = given
        self.prior = prior ?? Array(repeating: [], count: people.count)
        self.swappedOut = swappedOut
        self.carried = carried ?? Array(repeating: DutyTally(), count: people.count)
        self.published = published
        var told = Array(repeating: Set<Int>(), count: crews.count)
        for seat in published { told[seat.crew].insert(seat.person) }
        isPublished = told
        openCosts = Self.openCosts(of: crews)
        clashes = Self.clashes(among: occurrences, under: rules)
        candidates = Self.candidates(people, for: crews, given: given, swappedOut: swappedOut, rules)
    }

    /// The same question under other rules, with people who differ or are added at the end, or with crews of which
    /// some have more present.
    init(
        _ other: StaffingProblem, people: [Person]? = nil, rules: DutyRules.RestRules? = nil,
        pairs: [Pair]? = nil, crews: [CrewNeed]? = nil
    ) {
        let people = people ?? other.people
        let new = people.count - other.people.count
        self.people = people
        occurrences = other.occurrences
        days = other.days
        self.crews = crews ?? other.crews
        occurrence = other.occurrence
        self.rules = rules ?? other.rules
        weights = other.weights
        self.pairs = pairs ?? other.pairs
        given = other.given
        prior = other.prior + Array(repeating: [], count: new)
        swappedOut = other.swappedOut
        carried = other.carried + Array(repeating: DutyTally(), count: new)
        published = other.published
        isPublished = other.isPublished
        openCosts = Self.openCosts(of: self.crews)
        clashes = rules.map { Self.clashes(among: other.occurrences, under: $0) } ?? other.clashes
        candidates = Self.candidates(
            people, for: self.crews, given: other.given, swappedOut: other.swappedOut, self.rules)
    }

    /// The same people asked for further crews too, of which some may have been published.
    init(_ other: StaffingProblem, asking crews: [CrewNeed], published: [Seat], _ calendar: HolidayCalendar) {
        self.init(
            people: other.people, crews: other.crews + crews, calendar: calendar, rules: other.rules,
            weights: other.weights, pairs: other.pairs, given: other.given, prior: other.prior,
            swappedOut: other.swappedOut, carried: other.carried, published: other.published + published)
    }

    private static func clashes(
        among occurrences: [ShiftOccurrence], under rules: DutyRules.RestRules
    ) -> [[Bool]] {
        occurrences.map { one in
            occurrences.map { other in
                one != other && DutyRulebook.pair.contains { $0.forbids(one, other, under: rules) }
            }
        }
    }

    private static func candidates(
        _ people: [Person], for crews: [CrewNeed], given: [Seat], swappedOut: Set<Turn>,
        _ rules: DutyRules.RestRules
    ) -> [[Int]] {
        let settled = Set(given)
        var left = crews.map(\.freeSeats)
        for seat in given { left[seat.crew] -= 1 }
        return crews.indices.map { crew in
            guard left[crew] > 0 else { return [] }
            return people.indices.filter { person in
                !swappedOut.contains(Turn(person: person, shift: crews[crew].slot.occurrence))
                    && !settled.contains(Seat(person: person, crew: crew))
                    && DutyRulebook.person.allSatisfy {
                        $0.keepsOut(
                            DutyQuestion(person: people[person], slot: crews[crew].slot, rules: rules)) == nil
                    }
            }
        }
    }

    /// Whether a wish of theirs speaks against somebody's serving in a shift.
    package func isAgainstWish(_ person: Int, _ occurrence: Int) -> Bool {
        let (wishes, shift) = (people[person].wishes, occurrences[occurrence])
        return wishes.off.contains { $0.overlaps(shift.days) }
            || !wishes.shifts.isEmpty && !wishes.shifts.contains { $0.value == shift.shift.id.value }
    }

    /// Whether somebody serves in a community that they do not know.
    package func isAway(_ person: Int, in crew: Int) -> Bool {
        guard case .community(let community) = crews[crew].slot.place else { return false }
        return !people[person].knows(community)
    }

    /// What a seat counts beside the burdens: wishes, places and changes.
    func extraCost(of person: Int, in crew: Int) -> Int {
        var cost = keepingCost(of: person, in: crew)
        guard !crews[crew].isStandby else { return cost }
        if isAgainstWish(person, occurrence[crew]) { cost += weights.wishes }
        if isAway(person, in: crew) { cost += weights.away }
        return cost
    }

    /// What a seat that was published so counts when changes are weighed: nothing or less.
    func keepingCost(of person: Int, in crew: Int) -> Int {
        guard let changes = weights.changes, isPublished[crew].contains(person) else { return 0 }
        return -changes
    }

    /// What an open seat counts.
    package func openCost(of crew: Int) -> Int { openCosts[crew] }

    /// One on duty more than all those for standing by, and one of the sub-district's own more than all those for which
    /// another asks.
    private static func openCosts(of crews: [CrewNeed]) -> [Int] {
        func seats(isAsked: Bool, isStandby: Bool) -> Int {
            crews.reduce(0) {
                $0 + ($1.isAsked == isAsked && $1.isStandby == isStandby ? $1.freeSeats : 0)
            }
        }
        let askedStandby = seats(isAsked: true, isStandby: true)
        let asked = askedStandby + seats(isAsked: true, isStandby: false) * (askedStandby + 1)
        let standby = seats(isAsked: false, isStandby: true)
        return crews.map { crew in
            (crew.isAsked ? 1 : asked + 1)
                * (crew.isStandby ? 1 : (crew.isAsked ? askedStandby : standby) + 1)
        }
    }
}
