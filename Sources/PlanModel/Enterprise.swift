package import Diagnostics

/// An enterprise and its own plan for alerts (一厂一策).
package struct Enterprise: Sendable {
    package let id: Located<Identifier<Enterprise>>
    /// As on the business licence.
    package let name: String
    /// GB 32100, 18 characters.
    package let creditCode: String
    package let subDistrict: Located<Identifier<SubDistrict>>
    package let community: Located<SubDistrict.Community>
    package let address: String
    package let location: Located<Coordinates>?
    package let industry: Industry
    package let permit: Permit?
    package let rating: Rating
    /// The day on which the plan was last reviewed.
    package let reviewed: Located<CivilDate>
    package let responsible: ResponsiblePerson
    package let lead: Located<Identifier<MemberUnit>>
    package let lines: [ProductionLine]
    package let transport: Transport?
    package internal(set) var measures: PerLevel<[EnterpriseMeasure]>
    /// Where each level's list stands, empty or not.
    package let measuresPlaces: PerLevel<SourceSpan>
    /// What may be added when a target is missed.
    package internal(set) var reserve: PerLevel<[ReserveOption]>
    package let exemption: EnterpriseExemption?
    package let retrofit: Retrofit?
    package let guarded: Set<AlertLevel>

    package struct Industry: Sendable {
        /// GB/T 4754: a letter and two to four digits.
        package let code: String
        package let category: String
        /// Of the restricted class (限制类): a stricter ratio is asked of it, or it stops.
        package let isRestricted: Bool

        package init(code: String, category: String, isRestricted: Bool) {
            self.code = code
            self.category = category
            self.isRestricted = isRestricted
        }
    }

    /// A pollutant discharge permit (排污许可证).
    package struct Permit: Sendable {
        package let number: String
        /// The most it allows a day, for the pollutants it names.
        package let limits: [Pollutant: MassRate]
        package let place: SourceSpan

        package init(number: String, limits: [Pollutant: MassRate], place: SourceSpan) {
            self.number = number
            self.limits = limits
            self.place = place
        }
    }

    package init(
        id: Located<Identifier<Enterprise>>, name: String, creditCode: String,
        subDistrict: Located<Identifier<SubDistrict>>, community: Located<SubDistrict.Community>,
        address: String, location: Located<Coordinates>?, industry: Industry, permit: Permit?, rating: Rating,
        reviewed: Located<CivilDate>, responsible: ResponsiblePerson, lead: Located<Identifier<MemberUnit>>,
        lines: [ProductionLine],
        transport: Transport?, measures: PerLevel<[EnterpriseMeasure]>,
        measuresPlaces: PerLevel<SourceSpan>, reserve: PerLevel<[ReserveOption]>,
        exemption: EnterpriseExemption?, retrofit: Retrofit?, guarded: Set<AlertLevel>
    ) {
        self.id = id
        self.name = name
        self.creditCode = creditCode
        self.subDistrict = subDistrict
        self.community = community
        self.address = address
        self.location = location
        self.industry = industry
        self.permit = permit
        self.rating = rating
        self.reviewed = reviewed
        self.responsible = responsible
        self.lead = lead
        self.lines = lines
        self.transport = transport
        self.measures = measures
        self.measuresPlaces = measuresPlaces
        self.reserve = reserve
        self.exemption = exemption
        self.retrofit = retrofit
        self.guarded = guarded
    }

    /// What a line does at a level, whether it runs or not.
    package func measures(of line: ProductionLine, at level: AlertLevel) -> [EnterpriseMeasure] {
        measures[level].filter { measure in
            switch measure.target {
            case .line(let id): id.value == line.id
            case .allLines: true
            case .transport: false
            }
        }
    }

    /// Everything on the list: lines, whatever their status, and transport.
    package var emissions: Emissions {
        lines.reduce(transport?.emissions ?? .zero) { $0 + $1.emissions }
    }
}

/// A production line of an enterprise, the smallest thing a measure reaches.
package struct ProductionLine: Sendable {
    package let id: Identifier<ProductionLine>
    package let name: String
    /// The process step (工艺环节).
    package let process: String
    package let status: OperatingStatus
    /// What it makes on a normal day.
    package let throughput: Quantity?
    package let stated: StatedEmissions
    package let meter: Meter?
    /// How long an orderly stop takes.
    package let stopNeeds: Span?
    package let place: SourceSpan

    package struct Meter: Sendable {
        package let number: String
        package let normal: Quantity?

        package init(number: String, normal: Quantity?) {
            self.number = number
            self.normal = normal
        }
    }

    package init(
        id: Identifier<ProductionLine>, name: String, process: String, status: OperatingStatus,
        throughput: Quantity?, stated: StatedEmissions, meter: Meter?, stopNeeds: Span?, place: SourceSpan
    ) {
        self.id = id
        self.name = name
        self.process = process
        self.status = status
        self.throughput = throughput
        self.stated = stated
        self.meter = meter
        self.stopNeeds = stopNeeds
        self.place = place
    }

    @inlinable package var emissions: Emissions { stated.daily }
}

/// The lorries that serve an enterprise.
package struct Transport: Sendable {
    package let lorries: Quantity
    package let stated: StatedEmissions
    /// Whether a gate system (门禁) records them.
    package let hasGate: Bool
    package let place: SourceSpan

    package init(lorries: Quantity, stated: StatedEmissions, hasGate: Bool, place: SourceSpan) {
        self.lorries = lorries
        self.stated = stated
        self.hasGate = hasGate
        self.place = place
    }

    @inlinable package var emissions: Emissions { stated.daily }
}

/// A performance rating (绩效分级); dynamic, with the day since which it holds.
package struct Rating: Sendable {
    package let grade: Grade
    /// 地方, 国家 …, in the plan's own words.
    package let scope: String?
    package let since: CivilDate?

    package enum Grade: String, Sendable, CaseIterable {
        case aPlus = "A+"
        case a = "A"
        case b = "B"
        case bMinus = "B-"
        case c = "C"
        case d = "D"
        case leading = "引领性"
        case notLeading = "非引领性"
    }

    package init(grade: Grade, scope: String?, since: CivilDate?) {
        self.grade = grade
        self.scope = scope
        self.since = since
    }
}

/// Leave for a whole enterprise to go on, within a load: heat supply, livelihood, export.
package struct EnterpriseExemption: Sendable {
    package let kind: String
    package let kindPlace: SourceSpan
    package let maxLoad: Share?
    package let approved: String
    /// The last day on which it holds.
    package let until: CivilDate
    package let place: SourceSpan

    package init(
        kind: Located<String>, maxLoad: Share?, approved: String, until: CivilDate, place: SourceSpan
    ) {
        self.kind = kind.value
        kindPlace = kind.place
        self.maxLoad = maxLoad
        self.approved = approved
        self.until = until
        self.place = place
    }
}

/// A retrofit that was ordered; overdue and undone means stop (停产整治).
package struct Retrofit: Sendable {
    package let item: String
    package let due: CivilDate
    package let done: CivilDate?
    package let place: SourceSpan

    package init(item: String, due: CivilDate, done: CivilDate?, place: SourceSpan) {
        self.item = item
        self.due = due
        self.done = done
        self.place = place
    }
}
