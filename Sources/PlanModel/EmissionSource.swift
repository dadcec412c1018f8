package import Diagnostics

/// A source (点位) that is no enterprise: a building site, a road, bare ground, a kitchen, a fleet.
package struct EmissionSource: Sendable {
    package let id: Located<Identifier<EmissionSource>>
    package let kind: Located<Identifier<SourceKind>>
    package let name: String
    package let community: Located<SubDistrict.Community>?
    package let address: String?
    package let location: Located<Coordinates>?
    /// 绿牌, 基坑气膜 …, in the plan's own words; measures refer to it.
    package let rating: String?
    package let status: OperatingStatus
    /// The site's own emissions, accounted to the sector of its kind.
    package let stated: StatedEmissions
    /// Non-road machines at work there, accounted to the mobile sector.
    package let machines: Machines?
    package let lead: Located<Identifier<MemberUnit>>
    package let responsible: ResponsiblePerson?
    /// The levels at which a named guard stands there (专人盯守).
    package let guarded: Set<AlertLevel>
    package internal(set) var exemptions: [SourceExemption]

    package struct Machines: Sendable {
        package let count: Int
        package let stated: StatedEmissions

        package init(count: Int, stated: StatedEmissions) {
            self.count = count
            self.stated = stated
        }

        @inlinable package var emissions: Emissions { stated.daily }
    }

    package init(
        id: Located<Identifier<EmissionSource>>, kind: Located<Identifier<SourceKind>>, name: String,
        community: Located<SubDistrict.Community>?, address: String?, location: Located<Coordinates>?,
        rating: String?,
        status: OperatingStatus, stated: StatedEmissions, machines: Machines?,
        lead: Located<Identifier<MemberUnit>>, responsible: ResponsiblePerson?, guarded: Set<AlertLevel>,
        exemptions: [SourceExemption]
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.community = community
        self.address = address
        self.location = location
        self.rating = rating
        self.status = status
        self.stated = stated
        self.machines = machines
        self.lead = lead
        self.responsible = responsible
        self.guarded = guarded
        self.exemptions = exemptions
    }

    @inlinable package var emissions: Emissions { stated.daily }
}

/// Leave to go on with one kind of work through an alert, such as an emergency repair.
package struct SourceExemption: Sendable {
    package let measure: Located<Identifier<Measure>>
    package let reason: String
    package let approved: String
    /// The last day on which it holds.
    package let until: CivilDate
    package let place: SourceSpan

    package init(
        measure: Located<Identifier<Measure>>, reason: String, approved: String, until: CivilDate,
        place: SourceSpan
    ) {
        self.measure = measure
        self.reason = reason
        self.approved = approved
        self.until = until
        self.place = place
    }
}

/// Whether a line or a source works at all. Only what runs can be cut; the rest stays in the denominator.
package enum OperatingStatus: String, Sendable, CaseIterable {
    case running
    case standby
    case idle
    case seasonalStop = "seasonal-stop"
    case rectification

    package var title: Phrase {
        switch self {
        case .running: Phrase(zh: "在运行", en: "running")
        case .standby: Phrase(zh: "备用", en: "standby")
        case .idle: Phrase(zh: "长期停产", en: "idle")
        case .seasonalStop: Phrase(zh: "错峰停产", en: "seasonally stopped")
        case .rectification: Phrase(zh: "停产整治", en: "stopped for rectification")
        }
    }
}
