import Diagnostics
import PlanModel

/// A question asked of the whole plan; each stands in a file of its own.
protocol Check: Sendable {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic]
}

/// A question that one enterprise's plan answers by itself; each stands in a file of its own.
protocol EnterpriseCheck: Sendable {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic]
}

/// What plans are held against: the day, and what the district and its rule sets ask.
struct CheckBasis: Sendable {
    let day: CivilDate
    let standards: Standards?
    let rules: RuleBook
    /// The district's sub-districts; empty where they cannot be read.
    let subDistricts: Set<String>

    /// - Parameter files: All files that may hold standards or rule sets.
    init(day: CivilDate, _ files: [ReadFile]) {
        var standards: Standards?
        var subDistricts: Set<String> = []
        for file in files {
            guard case .district(let district) = file.content else { continue }
            standards = standards ?? district.standards
            subDistricts.formUnion(district.subDistricts.map(\.value.text))
        }
        self.day = day
        self.standards = standards
        rules = RuleSets(files).book(of: files)
        self.subDistricts = subDistricts
    }
}

/// All questions that are asked of each enterprise.
enum EnterpriseChecks {
    private static let all: [any EnterpriseCheck.Type] = [
        LevelLoosens.self, LimitFrom.self, WithinPermit.self, CountedCuts.self, ExemptionHolds.self,
        ExemptionKindKnown.self, ExemptionLoaded.self, ExemptionReaches.self,
        RetrofitDone.self, RatingKept.self, LorriesMeasured.self, LorriesBanned.self, ReviewedInTime.self,
        WithinDistrict.self,
        RightFolder.self,
    ]

    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        all.flatMap { $0.findings(in: enterprise, basis) }
    }
}

/// All questions that are asked of the plan as a whole.
enum PlanChecks {
    private static let all: [any Check.Type] = [
        OneOfEachFile.self, DuplicateIDs.self, UndefinedNames.self, ListedWithinBaseline.self,
        EveryStreetListed.self, RightFolder.self, WithinDistrict.self, SourceExemptionsHold.self,
        TargetsRise.self, PlacesDefined.self, FixedDutiesFit.self, CrewsLargeEnough.self, GuardsPresent.self,
        EnoughPeople.self, HolidaysAgree.self, HolidaysKnown.self,
    ]

    /// Asks all checks at once; their findings come in the checks' own order.
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) async -> [Diagnostic] {
        await all.mapOnAllCores { $0.findings(in: draft, basis) }.flatMap { $0 }
    }
}
