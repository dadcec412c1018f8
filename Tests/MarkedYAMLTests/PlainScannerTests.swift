import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import MarkedYAML

/// The one-pass scanner against libyaml: whatever it takes, libyaml takes too and makes the same tree of it.
struct PlainScannerTests {
    @Test func allSamplePlansArePlainEnough() throws {
        let plans = try planFiles(below: samplePlans)
        #expect(plans.count > 90)
        for plan in plans {
            #expect(isAccepted(plan.bytes), "\(plan.path) is left to libyaml")
        }
    }

    @Test func generatedPlansArePlainEnough() throws {
        let folder = try TemporaryFolder()
        let generator = repository.appending(path: "Benchmarks/generate_plans.py").path
        let plans = folder.url.appending(path: "plans")
        let answer = try python([generator, plans.path, "300"])
        #expect(answer.status == 0, "\(answer.errorText)")
        let files = try planFiles(below: plans)
        #expect(files.count > 300)
        for file in files { #expect(isAccepted(file.bytes), "\(file.path) is left to libyaml") }
    }

    @Test func fixturesReadAlike() throws {
        let accepted = try ScannerTexts.seeds().count { isAccepted($0) }
        #expect(accepted > 150)
    }

    @Test(arguments: ScannerTexts.plain)
    func commonWaysOfWritingArePlain(text: String) {
        #expect(isAccepted(Array(text.utf8)))
    }

    @Test(arguments: ScannerTexts.odd)
    func oddWaysOfWritingAreLeftToLibYAML(text: String) {
        #expect(!isAccepted(Array(text.utf8)))
    }

    /// `make fuzz` goes on for some minutes, from a seed of its own.
    @Test func changedTextsReadAlike() throws {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["SCANNER_ROUNDS"].flatMap { Int($0) } ?? 60_000
        let seed = environment["SCANNER_SEED"].flatMap { UInt64($0) } ?? 1
        var seeded = Seeded(seed)
        let seeds = try ScannerTexts.seeds()
        var accepted = 0
        for round in 0..<rounds {
            let text = ScannerTexts.text(round, from: seeds, &seeded)
            if isAccepted(text) { accepted += 1 }
        }
        // Else the texts are so odd that nothing is tested.
        #expect(accepted > rounds / 10, "only \(accepted) of \(rounds) texts from seed \(seed) were plain")
    }

    /// Compares both ways of reading.
    /// - Returns: Whether the scanner took the text.
    private func isAccepted(_ bytes: [UInt8]) -> Bool {
        let file = SourceFile(path: "t.yaml", bytes: bytes)
        let scan = bytes.withUnsafeBufferPointer(TextScan.init)
        guard let ours = PlainScanner.read(file, scan) else { return false }
        guard let theirs = try? YAMLReader.readByLibYAML(file, scan) else {
            Issue.record("libyaml refuses: \(file.text.debugDescription)")
            return true
        }
        let isSame =
            ours.arena == theirs.arena && ours.records.elementsEqual(theirs.records) { $0.isSame(as: $1) }
        if !isSame {
            Issue.record(
                "differs: \(file.text.debugDescription)\n\(lines(ours))\n– libyaml –\n\(lines(theirs))")
        }
        return true
    }

    private func lines(_ tree: YAMLTree) -> String {
        tree.records.map { "\($0)" }.joined(separator: "\n")
    }
}

extension YAMLRecord {
    fileprivate func isSame(as other: YAMLRecord) -> Bool {
        kind == other.kind && isPlain == other.isPlain && next == other.next && text == other.text
            && length == other.length && startLine == other.startLine && startColumn == other.startColumn
            && endLine == other.endLine && endColumn == other.endColumn
    }
}
