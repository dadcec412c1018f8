import Diagnostics
import PlanModel
import Solving

/// What would close a roster's open seats, one change at a time. Rules are not bent by it: people decide.
package struct RosterRemedies: Sendable {
    /// What closes most first, then the smaller intervention, then in the staff's and the posts' order.
    package let all: [RosterRemedy]
    /// The fewest more people that close all, where no single change does.
    package let combination: RosterRemedy?
    /// Whether it was looked: for a roster that may leave more open than it must, the search itself comes first.
    package let isKnown: Bool

    /// As many as are worth reading at once.
    package var shown: ArraySlice<RosterRemedy> { all.prefix(8) }

    /// The seconds that each change gets at most where nodes are no limit.
    private static let seconds = 3.0

    /// nil where nothing is open.
    init?(for search: RosterSearch, within limits: Program.Limits) {
        guard search.openCost > 0 else { return nil }
        guard search.isOpenLeast else {
            (all, combination, isKnown) = ([], nil, false)
            return
        }
        var limits = limits
        if limits.nodes == nil { limits.seconds = min(limits.seconds, Self.seconds) }
        let search = RemedySearch(search.seating, within: limits)
        let found =
            search.staffRemedies() + search.pairRemedies() + search.peopleRemedies() + search.restRemedies()
        all = found.enumerated().sorted { one, other in
            (-one.element.gain, one.element.change.size, one.offset)
                < (-other.element.gain, other.element.change.size, other.offset)
        }.map(\.element)
        combination = found.contains(where: \.closesAll) ? nil : search.combination()
        isKnown = true
    }
}
