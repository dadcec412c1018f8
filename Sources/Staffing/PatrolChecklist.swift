package import Activating
import Diagnostics
package import PlanModel

/// The rounds of a sub-district through a response, and the stops that each of them makes.
package struct PatrolChecklist: Sendable {
    package let subDistrict: Identifier<SubDistrict>
    /// In the list's order; every activated place stands in exactly one of them.
    package let communities: [Walk]
    /// By time.
    package let rounds: [PatrolRound]

    /// What the patrol of one community sees on a round, in an order in which to walk.
    package struct Walk: Sendable {
        package let community: SubDistrict.Community
        package let stops: [PatrolStop]
    }

    package var stops: [PatrolStop] { communities.flatMap(\.stops) }

    package init(
        for subDistrict: Identifier<SubDistrict>, _ book: PlanBook, _ activation: Activation,
        roster: DutyRoster
    ) {
        let stops =
            activation.enterprises(of: subDistrict).map {
                PatrolStop($0, book, measures: activation.measures)
            }
            + activation.sources(of: subDistrict).filter(\.isActivated).compactMap { PatrolStop($0, book) }
        let listed = book.list(of: subDistrict)?.communities ?? []
        // Communities that only an enterprise's plan names (its list was left out) come behind, as first met.
        var communities = listed
        for stop in stops where !communities.contains(stop.community) { communities.append(stop.community) }
        self.subDistrict = subDistrict
        self.communities = communities.compactMap { community in
            let here = stops.filter { $0.community == community }
            guard !here.isEmpty else { return nil }
            let byAddress = here.sorted(by: Self.comesFirst)
            let order = WalkingOrder(byAddress.map(\.location)).order
            return Walk(community: community, stops: order.map { byAddress[$0] })
        }
        rounds = PatrolRound.all(in: roster, communities: communities, book, level: activation.order.level)
    }

    private static func comesFirst(_ left: PatrolStop, _ right: PatrolStop) -> Bool {
        if left.address != right.address { return NaturalOrder.comesFirst(left.address, right.address) }
        return NaturalOrder.comesFirst(left.id, right.id)
    }
}

/// One round: when it goes, who goes, until when its findings are verified and answered for.
package struct PatrolRound: Sendable {
    package let occurrence: ShiftOccurrence
    /// Counted from 1 within the day on which its shift starts.
    package let number: Int
    /// When the round can set out: the shift's start, or the order's effective time in the first shift.
    package let start: CivilTime
    /// The earliest times at which a finding of this round falls due, counted from its start.
    package let verifyBy: CivilTime
    package let feedbackBy: CivilTime
    package let teams: [Team]

    /// The patrol of a community; nil for a seat that stays open.
    package struct Team: Sendable {
        package let community: SubDistrict.Community
        package let people: [Person?]
    }

    package func team(of community: SubDistrict.Community) -> [Person?] {
        teams.first { $0.community == community }?.people ?? []
    }

    static func all(
        in roster: DutyRoster, communities: [SubDistrict.Community], _ book: PlanBook, level: AlertLevel
    ) -> [PatrolRound] {
        var numbers: [CivilDate: Int] = [:]
        return roster.occurrences.flatMap { occurrence -> [PatrolRound] in
            let crews = roster.crews(in: occurrence)
            let count = book.duty.rounds[level].count { $0.value == occurrence.shift.id.value }
            return (0..<count).map { _ in
                let number = (numbers[occurrence.date] ?? 0) + 1
                numbers[occurrence.date] = number
                let start = max(occurrence.start, roster.start)
                return PatrolRound(
                    occurrence: occurrence, number: number, start: start,
                    verifyBy: start + book.patrol.deadlines.verify,
                    feedbackBy: start + book.patrol.deadlines.feedback,
                    teams: communities.map { community in
                        Team(
                            community: community,
                            people: crews.filter {
                                $0.slot.place == .community(community) && !$0.slot.post.isStandby
                            }.flatMap(\.people))
                    })
            }
        }
    }
}

/// Text in the order in which people count: 3 号 before 10 号.
enum NaturalOrder {
    static func comesFirst(_ left: String, _ right: String) -> Bool {
        var (left, right) = (Substring(left).utf8, Substring(right).utf8)
        while let first = left.first, let second = right.first {
            if isDigit(first), isDigit(second) {
                let (one, other) = (takeNumber(&left), takeNumber(&right))
                if one.count != other.count { return one.count < other.count }
                if !one.elementsEqual(other) { return one.lexicographicallyPrecedes(other) }
            } else {
                if first != second { return first < second }
                left = left.dropFirst()
                right = right.dropFirst()
            }
        }
        return left.isEmpty && !right.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Takes the digits at the start away, without leading zeros.
    private static func takeNumber(_ text: inout Substring.UTF8View) -> Substring.UTF8View {
        let digits = text.prefix(while: isDigit)
        text = text.dropFirst(digits.count)
        return digits.drop(while: { $0 == 0x30 })
    }
}
