import Diagnostics

/// Everything a district has planned, read and linked: every reference in it can be followed.
package struct PlanBook: Sendable {
    package internal(set) var district: District
    /// The rule sets that the district goes by.
    package let rules: RuleBook
    /// In catalogue order: files by path, then as written.
    package internal(set) var measures: [Measure]
    package let patrol: PatrolRules
    package let duty: DutyRules
    /// In the district's order; one without a list of its own is absent.
    package internal(set) var subDistricts: [SubDistrict]
    /// In the district's order, then by path.
    package internal(set) var enterprises: [Enterprise]
    /// In the district's order.
    package let staffs: [Staff]
    package let holidays: HolidayCalendar
    /// Files whose content is not in this book because they have errors, by path.
    package let leftOut: [String]

    /// By id and by title, either of which a plan may say.
    private let kindsByName: [Identifier<SourceKind>: SourceKind]
    private let membersByID: [Identifier<MemberUnit>: MemberUnit]

    package init(
        district: District, rules: RuleBook, measures: [Measure], patrol: PatrolRules, duty: DutyRules,
        subDistricts: [SubDistrict], enterprises: [Enterprise], staffs: [Staff],
        holidays: HolidayCalendar = HolidayCalendar([]), leftOut: [String]
    ) {
        self.district = district
        self.rules = rules
        self.measures = measures
        self.patrol = patrol
        self.duty = duty
        self.subDistricts = subDistricts
        self.enterprises = enterprises
        self.staffs = staffs
        self.holidays = holidays
        self.leftOut = leftOut
        kindsByName = Dictionary(
            patrol.kinds.map { ($0.id.value, $0) } + patrol.kinds.map { (Identifier($0.title), $0) },
            uniquingKeysWith: { first, _ in first })
        membersByID = Dictionary(
            district.members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func kind(_ name: Identifier<SourceKind>) -> SourceKind {
        guard let kind = kindsByName[name] else {
            preconditionFailure("a linked book knows every source kind")
        }
        return kind
    }

    package func member(_ id: Identifier<MemberUnit>) -> MemberUnit {
        guard let member = membersByID[id] else {
            preconditionFailure("a linked book knows every member unit")
        }
        return member
    }

    /// Every source: those of the sub-districts in the district's order, then the district-wide ones.
    package var sources: [EmissionSource] { subDistricts.flatMap(\.sources) + district.sources }

    /// A sub-district's list, or nil when it has none (or its file was left out).
    package func list(of name: Identifier<SubDistrict>) -> SubDistrict? {
        subDistricts.first { $0.name.value == name }
    }

    package func staff(of name: Identifier<SubDistrict>) -> Staff? {
        staffs.first { $0.subDistrict.value == name }
    }

    package func enterprises(of name: Identifier<SubDistrict>) -> [Enterprise] {
        enterprises.filter { $0.subDistrict.value == name }
    }
}
