import Diagnostics
import PlanModel
import PlanReading
import TestSupport
import Testing

/// What is remembered of files must never change what is found.
struct MemoryTests {
    /// Stands in for the fingerprints of `CheckCache`: of path and content, the same within a run.
    private static func keys(_ files: [SourceFile]) -> [Fingerprint] {
        files.map { file in
            var (one, other) = (Hasher(), Hasher())
            one.combine(file.path)
            one.combine(file.bytes)
            other.combine(file.bytes)
            other.combine(file.path)
            return Fingerprint(
                high: UInt64(bitPattern: Int64(one.finalize())),
                low: UInt64(bitPattern: Int64(other.finalize())))
        }
    }

    private static func read(
        _ files: [SourceFile], with stored: [UInt8]?, on day: CivilDate = sampleDay, program: String = "one"
    ) async -> PlanReading {
        await PlanReader.read(
            files, in: "Plans", on: day, for: .findings,
            memory: ReadingMemory(keys: keys(files), program: program, stored: stored))
    }

    private static func said(_ reading: PlanReading) -> [String] {
        reading.diagnostics.map {
            "\($0.place.location)-\($0.place.end) \($0.severity) \($0.rule) \($0.message) \($0.related.map(\.place.location))"
        } + ["\(reading.tally)"]
    }

    /// Every file of the sample plans is changed, one after the other, in a way that is found in that file or elsewhere.
    @Test func everyFlippedFileIsSeen() async throws {
        let files = try planFiles(below: samplePlans)
        let stored = try #require(await Self.read(files, with: nil).memory)
        #expect(
            await Self.read(files, with: stored).memory == nil,
            "nothing has changed, yet it is remembered anew")
        for index in files.indices {
            var changed = files
            changed[index] = Self.flipped(files[index], number: index)
            let fresh = await PlanReader.read(changed, in: "Plans", on: sampleDay, for: .findings)
            let remembering = await Self.read(changed, with: stored)
            #expect(Self.said(remembering) == Self.said(fresh), "\(files[index].path)")
            #expect(fresh.diagnostics.count > 0, "the change of \(files[index].path) is no fault")
        }
    }

    private static func flipped(_ file: SourceFile, number: Int) -> SourceFile {
        let text = file.text
        let changes: [(String, String)] = [
            ("\nid: XC-", "\nid: XD-XC-"), ("community: ", "community: 不是"),
            ("emissions: {", "emissions: {CO: 1 kg/d, "),
            ("subDistrict: ", "subDistrict: 不是"), ("action: stop", "action: stpo"), ("lead: ", "lead: not-"),
        ]
        for step in changes.indices {
            let (old, new) = changes[(number + step) % changes.count]
            // A new id alone would be no fault.
            if step == 0, old.hasPrefix("\nid") { continue }
            if text.contains(old) { return file.with(text.replacing(old, with: new, maxReplacements: 1)) }
        }
        return file.with(text + "unknownKey: 1\n")
    }

    /// Enterprises are held against the plans' own exemptions: when these change, nothing of the enterprises is remembered.
    @Test func changedExemptionsAreSeen() async throws {
        func files(knowing kind: String) throws -> [SourceFile] {
            let text = """
                kind: exemptions
                id: henan-2019
                source: 示例办法
                certainty: sample
                kinds: [{name: \(kind), levels: [yellow, orange, red]}]

                """
            let own = SourceFile(path: "exemptions.yaml", bytes: Array(text.utf8))
            return try planFiles(below: samplePlans) + [own]
        }
        let stored = try #require(await Self.read(try files(knowing: "民生保障"), with: nil).memory)
        let changed = await Self.read(try files(knowing: "军工"), with: stored)
        #expect(changed.diagnostics.contains { $0.rule == .unknownExemptionKind })
    }

    /// What a file without findings defines is known to the checks of the whole plan from memory as well.
    @Test func aDuplicateOfARememberedFileIsFound() async throws {
        let files = try planFiles(below: samplePlans)
        let stored = try #require(await Self.read(files, with: nil).memory)
        let one = try #require(files.last { $0.path.contains("/enterprises/") })
        let copy = SourceFile(path: one.path + "~.yaml", bytes: one.bytes)
        let reading = await Self.read(files + [copy], with: stored)
        #expect(reading.diagnostics.map(\.rule) == [.duplicateID])
        #expect(reading.diagnostics.first?.related.first?.place.file.path == one.path)
        let memory = try #require(reading.memory)
        #expect(Self.said(await Self.read(files + [copy], with: memory)) == Self.said(reading))
    }

    /// Which remembered enterprises are guarded, and by what id, is known to the check of fixed duties.
    @Test(arguments: ["XC-NJ-002": 0, "XC-NJ-001": 1, "XC-NJ-O02": 1])
    func guardedEnterprisesAreRemembered(id: String, findings: Int) async throws {
        let files = try planFiles(below: samplePlans)
        let stored = try #require(await Self.read(files, with: nil).memory)
        let changed = files.map { file in
            guard file.path == "sub-districts/牛街/people.yaml" else { return file }
            let fixed = "fixed:\n  - {person: nj-33, date: 2026-12-02, shift: day, post: guard, at: \(id)}\n"
            return file.with(file.text + fixed)
        }
        let reading = await Self.read(changed, with: stored)
        #expect(reading.diagnostics.map(\.rule) == Array(repeating: .undefinedPlace, count: findings))
        #expect(Self.said(reading) == Self.said(await Self.read(changed, with: nil)))
    }

    @Test func anotherDayAnotherBuildAndOtherRatingsStartAnew() async throws {
        let files = try planFiles(below: samplePlans)
        let stored = try #require(await Self.read(files, with: nil).memory)
        let late = CivilDate(dayNumber: sampleDay.dayNumber + 400)
        let reading = await Self.read(files, with: stored, on: late)
        #expect(reading.diagnostics.contains { $0.rule == .reviewOverdue })
        #expect(await Self.read(files, with: stored, program: "other").memory != nil)
        let stricter = files.map { file in
            file.path == "ratings/印刷.yaml"
                ? file.with(file.text.replacing("orange: 30 %", with: "orange: 99 %")) : file
        }
        #expect(await Self.read(stricter, with: stored).diagnostics.contains { $0.rule == .ratingTooLittle })
    }

    /// Holidays are read anew each time, faults and all, also where nothing else has changed.
    @Test func holidaysAreNeverRemembered() async throws {
        let files = try planFiles(below: samplePlans)
        let stored = try #require(await Self.read(files, with: nil).memory)
        func reading(with old: String, as new: String) async -> PlanReading {
            await Self.read(files.map { $0.with($0.text.replacing(old, with: new)) }, with: stored)
        }
        let wrong = await reading(with: "2026-10-10]", as: "2026-10-09]")
        #expect(wrong.diagnostics.map(\.rule) == [.wrongHoliday])
        let otherYear = await reading(with: "kind: holidays\nyear: 2026", as: "kind: holidays\nyear: 2028")
        #expect(Set(otherYear.diagnostics.map(\.rule)) == [.wrongHoliday, .noHolidays])
    }

    /// Bytes that are cut short or turned over are no memory, or change nothing; in no case is there a crash.
    @Test(arguments: 0..<16 as Range<UInt64>)
    func tornMemoryIsHarmless(seed: UInt64) async throws {
        let files = try planFiles(below: samplePlans).filter {
            !$0.path.contains("enterprises") || $0.path.contains("月坛")
        }
        let stored = try #require(await Self.read(files, with: nil).memory)
        var seeded = Seeded(seed)
        var torn = stored
        if seed % 2 == 0 { torn.removeLast(Int.random(in: 1..<stored.count, using: &seeded)) }
        for _ in 0..<(seed % 2 == 0 ? 0 : 5) where !torn.isEmpty {
            torn[Int.random(in: torn.indices, using: &seeded)] = UInt8.random(in: 0...255, using: &seeded)
        }
        let reading = await Self.read(files, with: torn)
        for finding in reading.diagnostics { #expect(!finding.message.chinese.isEmpty) }
        if seed % 2 == 0 { #expect(Self.said(reading) == Self.said(await Self.read(files, with: nil))) }
    }
}
