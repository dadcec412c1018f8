/// What one emitter cuts while an event of a response counts, and between when and when it comes down to that.
package struct ScheduledCut: Sendable {
    /// The id of the enterprise or source, then the line's or the part's: `transport`, `site`, `machines`.
    package let owner: String
    package let part: String
    /// nil for the district's own sources.
    package let subDistrict: Identifier<SubDistrict>?
    package let sector: Sector
    /// When it begins to come down; not after `done`.
    package let begin: CivilTime
    /// When it is down. The same as `begin` for what takes no time.
    package let done: CivilTime
    package let cut: Emissions

    package init(
        owner: String, part: String, subDistrict: Identifier<SubDistrict>?, sector: Sector, begin: CivilTime,
        done: CivilTime, cut: Emissions
    ) {
        self.owner = owner
        self.part = part
        self.subDistrict = subDistrict
        self.sector = sector
        self.begin = begin
        self.done = done
        self.cut = cut
    }
}
