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

    /// Bytes at the borders of what UTF-8 and YAML allow, inside a word, inside quotes and inside a comment.
    @Test func oddBytesReadAlike() {
        let edges: [UInt8] =
            [0x00, 0x1F, 0x20, 0x7E, 0x7F, 0x80, 0x85, 0x8B, 0x8F, 0x90, 0x9F, 0xA0, 0xA8, 0xAD]
            + [0xAF, 0xBB, 0xBE, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF]
        let one: [[UInt8]] = (0...255).map { [$0] }
        let two: [[UInt8]] = edges.flatMap { first in edges.map { [first, $0] } }
        let leads: [UInt8] = [0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5]
        let more: [[UInt8]] = leads.flatMap { lead in two.flatMap { [[lead] + $0, [lead] + $0 + [0x80]] } }
        for odd in one + two + more {
            for (before, behind) in [("甲: 乙", "丙"), ("a: \"x", "\""), ("a: b # c", "\nd: e")] {
                _ = isAccepted(before.utf8 + odd + behind.utf8)
            }
        }
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
