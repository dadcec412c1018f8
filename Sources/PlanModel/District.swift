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

/// The least part of all emissions to be cut; a ratio equal to its target reaches it (以上).
package struct Targets: Sendable {
    /// The document that sets them.
    package let source: String
    package let certainty: Certainty
    package let ratios: PerLevel<PerPollutant<Share>>
    /// Pollutants whose ratios may make up for each other as long as their sum reaches the sum of the targets.
    package let pooled: [Pollutant]
    package let place: SourceSpan
    /// Where each level's ratios stand.
    package let ratioPlaces: PerLevel<SourceSpan>

    package init(
        source: String, certainty: Certainty, ratios: PerLevel<PerPollutant<Share>>, pooled: [Pollutant],
        place: SourceSpan, ratioPlaces: PerLevel<SourceSpan>
    ) {
        self.source = source
        self.certainty = certainty
        self.ratios = ratios
        self.pooled = pooled
        self.place = place
        self.ratioPlaces = ratioPlaces
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
