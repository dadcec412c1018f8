package import Diagnostics
package import PlanModel

/// What reading a plan folder gave: a book, if the plan holds together that far, and every finding.
package struct PlanReading: Sendable {
    /// Of all files, in reading order.
    package let diagnostics: [Diagnostic]
    package let tally: Tally
    /// What to remember for the next reading; nil when nothing was asked for, or nothing has changed.
    package let memory: [UInt8]?

    /// What was there to read.
    package struct Tally: Sendable {
        package var files = 0
        package var measures = 0
        package var subDistricts = 0
        package var enterprises = 0
        package var sources = 0
        package var people = 0
    }

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Every rule set that can be named, without those in files that have errors.
    package var ruleSets: [RuleSetListing] { RuleSetListing.all(in: draft.ruleSets, used: draft.rules) }

    /// What a forecast is held against, without the sets in files that have errors.
    package var assessmentRules: AssessmentRules {
        AssessmentRules(draft.ruleSets, chosen: draft.rules.grading)
    }

    /// The sub-districts in the district's order; none where its file has errors.
    package var subDistricts: [String] { draft.districts.first?.subDistricts.map(\.value.text) ?? [] }

    /// Whether the lists stay within the baseline when all enterprises together emit this much.
    func fits(enterprisesEmitting listed: Emissions) -> Bool {
        ListedWithinBaseline.holds(in: draft, enterprisesEmitting: listed)
    }

    /// Whole enterprises, where a book was wanted, without those that have errors.
    package var enterprises: [Enterprise] { draft.enterprises }

    /// What the files without errors say.
    private let draft: PlanDraft
    /// The files with errors, by path.
    private let leftOut: [String]

    init(
        _ diagnostics: [Diagnostic], tally: Tally, draft: PlanDraft, leftOut: [String], memory: [UInt8]?
    ) {
        self.memory = memory
        self.diagnostics = diagnostics
        self.tally = tally
        self.draft = draft
        self.leftOut = leftOut
    }

    /// The plans as a book, without the files that have errors; nil when the district, the targets that it names,
    /// its patrol rules or its duty rules cannot be used.
    package var book: PlanBook? {
        guard let district = draft.districts.first?.completed(by: draft.rules),
            let patrol = draft.patrols.first,
            let duty = draft.duties.first
        else { return nil }
        let names = district.subDistricts.map(\.value)
        let order = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func inDistrictOrder<Item>(_ items: [Item], by name: (Item) -> Identifier<SubDistrict>) -> [Item] {
            let keys = items.enumerated().map { (place: order[name($1)] ?? names.count, index: $0) }
            return keys.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map { items[$0.index] }
        }
        return PlanBook(
            district: district, rules: draft.rules, measures: draft.measures, patrol: patrol, duty: duty,
            subDistricts: inDistrictOrder(draft.subDistricts) { $0.name.value },
            enterprises: inDistrictOrder(draft.enterprises) { $0.subDistrict.value },
            staffs: inDistrictOrder(draft.staffs) { $0.subDistrict.value },
            holidays: HolidayCalendar(draft.holidays), leftOut: leftOut)
    }
}

/// Reads a district's plan files and links them to a book.
package enum PlanReader {
    /// Reads all files on all cores; the result depends on nothing but the files and the day.
    /// - Parameters:
    ///   - files: In path order.
    ///   - folder: The folder they come from, to name when a file is missing.
    ///   - day: The day for which the plans have to be right, in Beijing.
    ///   - use: What the result is wanted for; only a book needs every enterprise in memory.
    ///   - earlier: What was found before the files were read; it counts like the rest.
    ///   - memory: What an earlier reading has left; used only where no book is wanted.
    ///   - progress: Counts the files that are read.
    package static func read(
        _ files: [SourceFile], in folder: String, on day: CivilDate, for use: Use = .book,
        earlier: [Diagnostic] = [], memory: ReadingMemory? = nil, progress: ProgressCount? = nil
    ) async -> PlanReading {
        let plan = await FilesReading(
            files, on: day, keepsEnterprises: use == .book, memory: use == .book ? nil : memory,
            progress: progress)
        return await reading(plan, in: folder, earlier: earlier)
    }

    /// Reads two states of the same plans; files that are the same objects in both are read once.
    /// - Parameters:
    ///   - before: The files of the one in path order, what was found before they were read, and their folder.
    ///   - after: The same of the other.
    ///   - day: The day for which both have to be right, in Beijing.
    package static func read(
        before: State, after: State, on day: CivilDate, progress: ProgressCount? = nil
    ) async -> (before: PlanReading, after: PlanReading) {
        let old = await FilesReading(
            before.files, on: day, keepsEnterprises: true, memory: nil, progress: progress)
        let new = await FilesReading(
            after.files, on: day, keepsEnterprises: true, memory: nil, progress: progress, sharing: old)
        async let oldReading = reading(old, in: before.folder, earlier: before.findings)
        async let newReading = reading(new, in: after.folder, earlier: after.findings)
        return (await oldReading, await newReading)
    }

    /// The plans at one of two times.
    package struct State: Sendable {
        let files: [SourceFile]
        let findings: [Diagnostic]
        let folder: String

        package init(_ files: [SourceFile], findings: [Diagnostic], in folder: String) {
            self.files = files
            self.findings = findings
            self.folder = folder
        }
    }

    private static func reading(
        _ plan: FilesReading, in folder: String, earlier: [Diagnostic]
    ) async -> PlanReading {
        let (read, basis) = (plan.files, plan.basis)
        let draft = PlanDraft(read)
        let found =
            earlier + read.flatMap(\.diagnostics) + OneOfEachFile.missing(from: read, in: folder)
            + (await PlanChecks.findings(in: draft, basis))
        let diagnostics = found.applying(read.flatMap(\.allowances)).inReadingOrder().withoutRepeats()
        let faulty = Set(diagnostics.filter { $0.severity == .error }.map(\.place.file.path))
        let kept =
            faulty.isEmpty
            ? draft
            : PlanDraft(
                read.filter { !faulty.contains($0.file.path) },
                without: read.filter { faulty.contains($0.file.path) })
        return PlanReading(
            diagnostics, tally: tally(of: draft, files: read.count), draft: kept,
            leftOut: faulty.sorted { $0.precedesInBytes($1) }, memory: plan.memory)
    }

    /// What a reading is wanted for.
    package enum Use: Sendable {
        case findings, book
    }

    private static func tally(of draft: PlanDraft, files: Int) -> PlanReading.Tally {
        PlanReading.Tally(
            files: files, measures: draft.measures.count, subDistricts: draft.subDistricts.count,
            enterprises: draft.summaries.count, sources: draft.sources.count,
            people: draft.staffs.reduce(0) { $0 + $1.people.count })
    }
}
