import Diagnostics
import PlanModel

/// All that the files of a plan say, before it is known whether it fits together.
struct PlanDraft: Sendable {
    private(set) var districts: [StatedDistrict] = []
    private(set) var measures: [Measure] = []
    private(set) var patrols: [PatrolRules] = []
    private(set) var duties: [DutyRules] = []
    private(set) var holidays: [HolidayYear] = []
    private(set) var subDistricts: [SubDistrict] = []
    private(set) var staffs: [Staff] = []
    /// Whole enterprises, where they are kept for a book.
    private(set) var enterprises: [Enterprise] = []
    private(set) var summaries: [EnterpriseSummary] = []
    /// The rule sets that can be named.
    let ruleSets: RuleSets
    /// Those that the district goes by.
    let rules: RuleBook
    /// What each file defines and refers to, in path order.
    private(set) var names: [NameLedger] = []
    /// Each file's kind, in the same order; nil when its text could not be read at all.
    private var kinds: [PlanFileKind?] = []
    /// Kinds of which some file could not be read: what it would define may not be called undefined.
    private(set) var unread: Set<PlanFileKind> = []

    /// - Parameters:
    ///   - files: In path order, which becomes catalogue order.
    ///   - leftOut: What there is besides and does not count.
    init(_ files: [ReadFile], without leftOut: [ReadFile] = []) {
        ruleSets = RuleSets(files, without: leftOut)
        rules = ruleSets.book(of: files)
        for file in files {
            switch file.content {
            case .district(let district): districts.append(district)
            case .measures(let some): measures += some
            case .patrol(let patrol): patrols.append(patrol)
            case .duty(let duty): duties.append(duty)
            case .holidays(let year): holidays.append(year)
            case .subDistrict(let subDistrict): subDistricts.append(subDistrict)
            case .people(let staff): staffs.append(staff)
            case .enterprise(let enterprise): enterprises.append(enterprise)
            case .ratings, .targets, .grading, .airQuality, .exemptions, nil: break
            }
            if let summary = file.summary { summaries.append(summary) }
            names.append(file.names)
            kinds.append(file.kind)
            if file.kind == nil { unread.insert(PlanFileKind(path: file.file.path)) }
        }
    }

    /// The names of all files of a kind, those with faults of their own included.
    func names(of kind: PlanFileKind) -> [NameLedger] {
        zip(kinds, names).filter { $0.0 == kind }.map(\.1)
    }

    func has(anyOf some: Set<PlanFileKind>) -> Bool {
        kinds.contains { $0.map(some.contains) ?? false }
    }

    /// Without second files where there should be one: what they repeat is no finding of its own.
    var namesOfFirstFiles: [NameLedger] {
        var seen: Set<String> = []
        return zip(kinds, names).compactMap { kind, ledger in
            let key: String? =
                switch kind {
                case .district, .patrol, .duty: kind?.rawValue
                case .people: "people \(ledger.subDistrict ?? "")"
                case .measures, .holidays, .subDistrict, .enterprise, .ratings, .targets, .grading,
                    .airQuality, .exemptions, nil:
                    nil
                }
            return key.map { seen.insert($0).inserted } ?? true ? ledger : nil
        }
    }

    /// Every source of the district and of its sub-districts.
    var sources: [EmissionSource] {
        districts.flatMap(\.sources) + subDistricts.flatMap(\.sources)
    }
}
