import Diagnostics
import PlanModel

/// All that the files of a plan say, before it is known whether it fits together.
struct PlanDraft: Sendable {
    private(set) var districts: [District] = []
    private(set) var measures: [Measure] = []
    private(set) var patrols: [PatrolRules] = []
    private(set) var duties: [DutyRules] = []
    private(set) var subDistricts: [SubDistrict] = []
    private(set) var staffs: [Staff] = []
    private(set) var enterprises: [Enterprise] = []
    /// Kinds of which some file could not be read: what those would define may not be called undefined.
    private(set) var unread: Set<PlanFileKind> = []

    /// - Parameter files: In path order, which becomes catalogue order.
    init(_ files: some Sequence<ReadFile>) {
        for file in files {
            switch file.content {
            case .district(let district): districts.append(district)
            case .measures(let some): measures += some
            case .patrol(let patrol): patrols.append(patrol)
            case .duty(let duty): duties.append(duty)
            case .subDistrict(let subDistrict): subDistricts.append(subDistrict)
            case .people(let staff): staffs.append(staff)
            case .enterprise(let enterprise): enterprises.append(enterprise)
            case nil: unread.insert(file.kind ?? PlanFileKind(path: file.file.path))
            }
        }
    }

    /// Every source of the district and of its sub-districts.
    var sources: [EmissionSource] {
        districts.flatMap(\.sources) + subDistricts.flatMap(\.sources)
    }
}

/// A question asked of the whole plan; each stands in a file of its own.
protocol Check: Sendable {
    static func findings(in draft: PlanDraft) -> [Diagnostic]
}
