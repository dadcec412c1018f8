/// How much each thing counts among rosters that leave equally few posts open; 0…1000 each.
///
/// What a person has of a burden counts by its square, so that the second shift of one costs more than the
/// first of another.
package struct RosterWeights: Sendable, Hashable {
    package let shifts: Int
    package let nights: Int
    /// Shifts that start on a day of rest: a weekend without work, or a holiday.
    package let restDays: Int
    /// Shifts that start on a public holiday; they count as days of rest besides.
    package let holidays: Int
    package let standby: Int
    /// Each shift against somebody's wish.
    package let wishes: Int
    /// Each seat in a community that its holder does not know.
    package let away: Int
    /// Each published assignment that is changed; nil: as few as possible, before all else but open posts.
    package let changes: Int?

    package init(
        shifts: Int, nights: Int, restDays: Int, holidays: Int, standby: Int, wishes: Int, away: Int,
        changes: Int?
    ) {
        self.shifts = shifts
        self.nights = nights
        self.restDays = restDays
        self.holidays = holidays
        self.standby = standby
        self.wishes = wishes
        self.away = away
        self.changes = changes
    }

    /// For plans that say nothing: everything counts alike.
    package static let even = RosterWeights(
        shifts: 1, nights: 1, restDays: 1, holidays: 1, standby: 1, wishes: 1, away: 1, changes: nil)
}
