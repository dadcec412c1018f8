package import Diagnostics
package import PlanModel

/// What reading a plan folder gave: a book, if the plan holds together that far, and every finding.
package struct PlanReading: Sendable {
    /// Of all files, in reading order.
    package let diagnostics: [Diagnostic]
    package let tally: Tally

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

    /// What the files without errors say.
    private let draft: PlanDraft
    /// The files with errors, by path.
    private let leftOut: [String]

    init(_ diagnostics: [Diagnostic], tally: Tally, draft: PlanDraft, leftOut: [String]) {
        self.diagnostics = diagnostics
        self.tally = tally
        self.draft = draft
        self.leftOut = leftOut
    }

    /// The plans as a book, without the files that have errors; nil when the district, its patrol rules or its
    /// duty rules cannot be used.
    package var book: PlanBook? {
        guard let district = draft.districts.first, let patrol = draft.patrols.first,
            let duty = draft.duties.first
        else { return nil }
        let names = district.subDistricts.map(\.value)
        let order = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func inDistrictOrder<Item>(_ items: [Item], by name: (Item) -> Identifier<SubDistrict>) -> [Item] {
            let keys = items.enumerated().map { (place: order[name($1)] ?? names.count, index: $0) }
            return keys.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map { items[$0.index] }
        }
        return PlanBook(
            district: district, measures: draft.measures, patrol: patrol, duty: duty,
            subDistricts: inDistrictOrder(draft.subDistricts) { $0.name.value },
            enterprises: inDistrictOrder(draft.enterprises) { $0.subDistrict.value },
            staffs: inDistrictOrder(draft.staffs) { $0.subDistrict.value }, leftOut: leftOut)
    }
}

/// Reads a district's plan files and links them to a book.
package enum PlanReader {
    private static let chunk = 64

    /// Reads all files on all cores; the result depends on nothing but the files and the day.
    /// - Parameters:
    ///   - files: In path order.
    ///   - folder: The folder they come from, to name when a file is missing.
    ///   - day: The day for which the plans have to be right, in Beijing.
    ///   - use: What the result is wanted for; only a book needs every enterprise in memory.
    ///   - earlier: What was found before the files were read; it counts like the rest.
    package static func read(
        _ files: [SourceFile], in folder: String, on day: CivilDate, for use: Use = .book,
        earlier: [Diagnostic] = []
    ) async -> PlanReading {
        let (read, basis) = await readFiles(files, on: day, keepsEnterprises: use == .book)
        let draft = PlanDraft(read)
        let found =
            earlier + read.flatMap(\.diagnostics) + OneOfEachFile.missing(from: read, in: folder)
            + (await PlanChecks.findings(in: draft, basis))
        let diagnostics = found.applying(read.flatMap(\.allowances)).inReadingOrder().withoutRepeats()
        let faulty = Set(diagnostics.filter { $0.severity == .error }.map(\.place.file.path))
        let kept = faulty.isEmpty ? draft : PlanDraft(read.filter { !faulty.contains($0.file.path) })
        return PlanReading(
            diagnostics, tally: tally(of: draft, files: files.count), draft: kept,
            leftOut: faulty.sorted { $0.precedesInBytes($1) })
    }

    /// What a reading is wanted for.
    package enum Use: Sendable {
        case findings, book
    }

    /// First what enterprises are held against, then the enterprises, each checked as soon as it is read.
    private static func readFiles(
        _ files: [SourceFile], on day: CivilDate, keepsEnterprises: Bool
    ) async -> (files: [ReadFile], basis: CheckBasis) {
        let looksLikeEnterprise = files.map(ReadFile.looksLikeEnterprise)
        let others = await files.indices.filter { !looksLikeEnterprise[$0] }.mapOnAllCores(chunk: chunk) {
            ReadFile(files[$0])
        }
        let basis = CheckBasis(day: day, others)
        var rest = others[...]
        let first = files.indices.map { index in looksLikeEnterprise[index] ? nil : rest.popFirst() }
        @Sendable func read(_ index: Int, _ basis: CheckBasis) -> ReadFile {
            if let known = first[index], known.kind != .enterprise { return known }
            return ReadFile(files[index], basis: basis, keepsEnterprise: keepsEnterprises)
        }
        let all = await Array(files.indices).mapOnAllCores(chunk: chunk) { read($0, basis) }
        // A district that looks like an enterprise at first sight is no reason to check against nothing.
        let hidden = all.indices.contains { index in
            looksLikeEnterprise[index] && (all[index].kind == .district || all[index].kind == .ratings)
        }
        guard hidden else { return (all, basis) }
        let fullBasis = CheckBasis(day: day, all)
        return (await Array(files.indices).mapOnAllCores(chunk: chunk) { read($0, fullBasis) }, fullBasis)
    }

    private static func tally(of draft: PlanDraft, files: Int) -> PlanReading.Tally {
        PlanReading.Tally(
            files: files, measures: draft.measures.count, subDistricts: draft.subDistricts.count,
            enterprises: draft.summaries.count, sources: draft.sources.count,
            people: draft.staffs.reduce(0) { $0 + $1.people.count })
    }
}
