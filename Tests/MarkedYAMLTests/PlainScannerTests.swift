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

    @Test(arguments: ScannerTexts.plain)
    func commonWaysOfWritingArePlain(text: String) {
        #expect(isAccepted(Array(text.utf8)))
    }

    @Test(arguments: ScannerTexts.odd)
    func oddWaysOfWritingAreLeftToLibYAML(text: String) {
        #expect(!isAccepted(Array(text.utf8)))
    }

    /// `SCANNER_ROUNDS=1000000 swift test --filter PlainScanner` goes on for many minutes.
    @Test func changedTextsReadAlike() throws {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["SCANNER_ROUNDS"].flatMap { Int($0) } ?? 30_000
        var seeded = Seeded(environment["SCANNER_SEED"].flatMap { UInt64($0) } ?? 1)
        let seeds = try ScannerTexts.seeds()
        var accepted = 0
        for round in 0..<rounds {
            let text = ScannerTexts.text(round, from: seeds, &seeded)
            if isAccepted(text) { accepted += 1 }
        }
        // Else the texts are so odd that nothing is tested.
        #expect(accepted > rounds / 10, "only \(accepted) of \(rounds) texts were plain")
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
