package import Diagnostics

/// The district: what it must reach, what that is measured against, and who belongs to it.
package struct District: Sendable {
    package let name: String
    /// GB/T 2260, six digits.
    package let code: String
    package let targets: Targets
    package internal(set) var baseline: Baseline
    /// What the district asks of every plan; nil when it states nothing.
    package let standards: Standards?
    package let members: [MemberUnit]
    /// District-wide sources on no sub-district's list, such as the vehicle fleet.
    package internal(set) var sources: [EmissionSource]
    /// In the district's own order, which is the order of every printed table.
    package let subDistricts: [Located<Identifier<SubDistrict>>]
    package let place: SourceSpan

    package init(
        name: String, code: String, targets: Targets, baseline: Baseline, standards: Standards?,
        members: [MemberUnit],
        sources: [EmissionSource], subDistricts: [Located<Identifier<SubDistrict>>], place: SourceSpan
    ) {
        self.name = name
        self.code = code
        self.targets = targets
        self.baseline = baseline
        self.standards = standards
        self.members = members
        self.sources = sources
        self.subDistricts = subDistricts
        self.place = place
    }
}

/// The denominator of every ratio of the district: 全社会排放量.
package struct Baseline: Sendable {
    package let year: Int
    /// How the inventory's annual figures became daily ones, in the plan's own words.
    package let method: String
    package let certainty: Certainty
    package internal(set) var emissions: Emissions
    package let place: SourceSpan

    package init(year: Int, method: String, certainty: Certainty, emissions: Emissions, place: SourceSpan) {
        self.year = year
        self.method = method
        self.certainty = certainty
        self.emissions = emissions
        self.place = place
    }
}

/// A department of the command (成员单位), called when a sub-district whistles.
package struct MemberUnit: Sendable {
    package let id: Identifier<MemberUnit>
    package let name: String
    package let phone: String
    package let place: SourceSpan

    package init(id: Identifier<MemberUnit>, name: String, phone: String, place: SourceSpan) {
        self.id = id
        self.name = name
        self.phone = phone
        self.place = place
    }
}
