package import PlanModel
package import Solving

/// What a roster goes by beside the plans: what people have served before, and what they have been told.
package struct RosterBasis: Sendable {
    /// The last editions of earlier responses, by start.
    package let earlier: [PublishedRoster]
    /// The edition that is changed, and when.
    package let change: Change?
    package let limits: Program.Limits
    /// Whether it is asked what would close the open posts.
    package let asksRemedies: Bool
    /// Whether sub-districts that lack people ask those of which they may borrow.
    package let lends: Bool

    package struct Change: Sendable {
        package let published: PublishedRoster
        /// Shifts that ended by then have been served.
        package let now: CivilTime

        package init(published: PublishedRoster, now: CivilTime) {
            self.published = published
            self.now = now
        }
    }

    package init(
        earlier: [PublishedRoster] = [], change: Change? = nil,
        limits: Program.Limits = Program.Limits(seconds: 20), asksRemedies: Bool = false,
        lends: Bool = false
    ) {
        self.earlier = earlier
        self.change = change
        self.limits = limits
        self.asksRemedies = asksRemedies
        self.lends = lends
    }
}
