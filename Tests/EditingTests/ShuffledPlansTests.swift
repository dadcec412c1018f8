import Diagnostics
import Editing
import Foundation
import TestSupport
import Testing

/// Plans that are shuffled and scribbled over, formatted, and judged by a YAML reader that is not ours.
struct ShuffledPlansTests {
    @Test func formattingLosesNothing() throws {
        let base = repository.appending(path: "Tests/PlanReadingTests/Fixtures/base")
        let files = try planFiles(below: samplePlans) + planFiles(below: base)
        #expect(files.count > 100)
        var cases: [(seed: UInt64, before: String, after: String)] = []
        for (index, file) in files.enumerated() {
            for round in 0..<4 as Range<UInt64> {
                let seed = UInt64(index) * 10 + round
                var scribbler = Scribbler(seeded: Seeded(seed))
                let before = scribbler.scribble(over: file.text)
                guard case .rewritten(let bytes) = PlanFormatting.format(file.with(before)) else {
                    Issue.record("seed \(seed): \(file.path) was not formatted")
                    continue
                }
                let after = String(decoding: bytes, as: UTF8.self)
                cases.append((seed, before, after))
                guard case .canonical = PlanFormatting.format(file.with(after)) else {
                    Issue.record("seed \(seed): \(file.path) is not canonical after formatting")
                    continue
                }
                #expect(Self.notes(after) == Self.notes(before), "seed \(seed): comments")
                #expect(
                    !after.contains("\n\n\n") && !after.contains("\r") && !after.contains(" \n"),
                    "seed \(seed)")
            }
        }
        try judge(cases)
    }

    /// The sample plans, shuffled and put into form again, are the sample plans: the form does not depend on
    /// where an entry stood.
    @Test func theFormOfShuffledEntriesIsTheSame() throws {
        for (index, file) in try planFiles(below: samplePlans).enumerated() {
            var scribbler = Scribbler(seeded: Seeded(UInt64(index)), adds: false)
            let shuffled = scribbler.scribble(over: file.text)
            let isSame = formatted(shuffled) == file.text
            #expect(isSame, "\(file.path): \(Self.firstDifference(formatted(shuffled), file.text))")
        }
    }

    @Test func theSamplePlansAreCanonical() throws {
        for file in try planFiles(below: samplePlans) {
            guard case .canonical = PlanFormatting.format(file) else {
                Issue.record("\(file.path) is not canonical")
                continue
            }
        }
    }

    /// The scribbled comments, by their mark; the plans' own are held by the program's own proof.
    private static func notes(_ text: String) -> [String] {
        text.split { $0.isNewline }.compactMap { line in
            line.range(of: "# ✎").map { String(line[$0.lowerBound...]).trimmingCharacters(in: .whitespaces) }
        }.sorted()
    }

    private static func firstDifference(_ one: String, _ other: String) -> String {
        let lines = (one.split(separator: "\n"), other.split(separator: "\n"))
        return zip(lines.0, lines.1).first { $0 != $1 }.map { "«\($0)» instead of «\($1)»" }
            ?? "one ends early"
    }

    private func judge(_ cases: [(seed: UInt64, before: String, after: String)]) throws {
        let scratch = try TemporaryFolder()
        var paths: [String] = []
        for (index, example) in cases.enumerated() {
            for (name, text) in [("a", example.before), ("b", example.after)] {
                try scratch.write(Data(text.utf8), to: "\(index)\(name).yaml")
                paths.append(scratch.url.appending(path: "\(index)\(name).yaml").path)
            }
        }
        let answer = try python(
            ["-X", "utf8", repository.appending(path: "Tests/Judges/data.py").path] + paths)
        #expect(answer.status == 0, "\(answer.errorText)")
        let lines = answer.text.split(separator: "\n")
        try #require(lines.count == cases.count * 2)
        for (index, example) in cases.enumerated() {
            let (before, after) = (lines[index * 2], lines[index * 2 + 1])
            let (isRead, isSame) = (before != "\"fault\"", before == after)
            #expect(isRead, "seed \(example.seed)")
            #expect(isSame, "seed \(example.seed) says something else")
        }
    }
}

/// Turns a canonical plan into one that says the same in disorder.
private struct Scribbler {
    var seeded: Seeded
    /// Whether it adds comments and white space, or only moves entries.
    var adds = true
    private var notes = 0

    init(seeded: Seeded, adds: Bool = true) {
        (self.seeded, self.adds) = (seeded, adds)
    }

    mutating func scribble(over text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.removeLast()
        let head = Array(lines.prefix { $0.hasPrefix("#") })
        let body = shuffled(Array(lines.dropFirst(head.count)), indent: 0)
        let mark = adds && chance(10) ? "\u{FEFF}" : ""
        let ends = adds && chance(6) ? "\r\n" : "\n"
        let tail = adds ? ["", "\n\n", "\n# ✎ 文末\n"].randomElement(using: &seeded) ?? "" : ""
        return mark + ((head + body).joined(separator: "\n") + "\n" + tail).replacing("\n", with: ends)
    }

    private mutating func chance(_ oneIn: Int) -> Bool {
        Int.random(in: 0..<oneIn, using: &seeded) == 0
    }

    /// Moves the entries of a mapping about, the items of a list not; goes into both.
    private mutating func shuffled(_ lines: [String], indent: Int) -> [String] {
        var entries: [[String]] = []
        var isNote = false
        for line in lines {
            let isStart = line.prefix { $0 == " " }.count == indent && !line.isEmpty && !isNote
            isNote = line.dropFirst(indent).hasPrefix("#")
            if isStart || entries.isEmpty {
                entries.append([line])
            } else {
                entries[entries.count - 1].append(line)
            }
        }
        let isList = entries.contains { $0[0].dropFirst(indent).hasPrefix("- ") }
        if !isList { entries.shuffle(using: &seeded) }
        // A comment above the first entry of a file would be the file's own.
        if indent == 0, let plain = entries.firstIndex(where: { !$0[0].hasPrefix("#") }) {
            entries.swapAt(0, plain)
        }
        return entries.flatMap { decorated($0, indent: indent, isItem: isList) }
    }

    private mutating func decorated(_ entry: [String], indent: Int, isItem: Bool) -> [String] {
        var entry = entry
        if entry[0].dropFirst(indent).hasPrefix("#") { return entry }
        if isItem, !entry[0].dropFirst(indent + 2).hasPrefix("{"), entry[0].contains(": ") {
            // An item's own entries: the dash goes to whichever comes first.
            entry[0] = .init(repeating: " ", count: indent + 2) + entry[0].dropFirst(indent + 2)
            entry = shuffledItem(entry, indent: indent + 2)
        } else if entry.count > 1 {
            entry = [entry[0]] + shuffled(Array(entry.dropFirst()), indent: indent + 2)
        }
        if adds {
            entry[0] = spaced(entry[0])
            if chance(5), !isItem || chance(2) {
                entry.insert(.init(repeating: " ", count: indent) + note(), at: 0)
            }
            if chance(8) {
                entry.insert(contentsOf: ["", "  "].prefix(Int.random(in: 1...2, using: &seeded)), at: 0)
            }
        }
        return entry
    }

    private mutating func shuffledItem(_ lines: [String], indent: Int) -> [String] {
        let keptAdding = adds
        // Above the dash's own line nothing may be put: it would part the dash from its entry.
        adds = false
        var entry = shuffled(lines, indent: indent)
        adds = keptAdding
        entry[0] = .init(repeating: " ", count: indent - 2) + "- " + entry[0].dropFirst(indent)
        return entry
    }

    /// A line with more white space, or with a comment behind it.
    private mutating func spaced(_ line: String) -> String {
        var line = line
        if chance(4) { line = line.replacing(", ", with: " ,   ", maxReplacements: 1) }
        if chance(4), !line.contains("\""), line.contains(": {") {
            line = line.replacing(": {", with: ":   { ")
        }
        if chance(4) { line += "   " }
        let isClosed = line.last == "]" || line.last == "}" || line.last == ":"
        if chance(4), isClosed || !line.contains("#") { line += " " + note() }
        return line
    }

    private mutating func note() -> String {
        notes += 1
        return "# ✎\(notes) a: [\"'{ 注 #"
    }
}
