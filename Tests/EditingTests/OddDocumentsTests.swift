import Diagnostics
import Editing
import Foundation
import TestSupport
import Testing

/// Documents that nobody would write, grown from seeds: whatever is done to them, they say what they said.
struct OddDocumentsTests {
    @Test func nothingIsLostAndFewAreLeftAlone() throws {
        let scratch = try TemporaryFolder()
        var paths: [String] = []
        var (rewritten, leftAlone) = (0, 0)
        for seed in 0..<3000 as Range<UInt64> {
            var writer = OddWriter(seeded: Seeded(seed))
            let before = writer.document()
            switch PlanFormatting.format(file(before)) {
            case .canonical: break
            case .leftAlone(let finding) where finding.rule == .aliasCycle: break
            case .leftAlone(let finding):
                #expect(finding.rule == .notRewritten, "seed \(seed): \(finding.message.english)")
                leftAlone += 1
            case .rewritten(let bytes):
                rewritten += 1
                let after = String(decoding: bytes, as: UTF8.self)
                for (name, text) in [("a", before), ("b", after)] {
                    try scratch.write(Data(text.utf8), to: "\(seed)\(name).yaml")
                    paths.append(scratch.url.appending(path: "\(seed)\(name).yaml").path)
                }
                #expect(Self.notes(before) == Self.notes(after), "seed \(seed)")
                guard case .canonical = PlanFormatting.format(file(after)) else {
                    Issue.record("seed \(seed) is not canonical after formatting")
                    continue
                }
            }
        }
        #expect(rewritten > 2500)
        #expect(leftAlone < 5, "\(leftAlone) were left alone")
        let judge = repository.appending(path: "Tests/Judges/data.py").path
        let lines = try python(["-X", "utf8", judge] + paths).text.split(separator: "\n")
        try #require(lines.count == paths.count)
        var read = 0
        for index in stride(from: 0, to: lines.count, by: 2) {
            if lines[index] != "\"fault\"" { read += 1 }
            let isSame = lines[index] == lines[index + 1]
            #expect(isSame, "\(paths[index])")
        }
        #expect(read > 2500, "the judge read \(read)")
    }

    private static func notes(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            line.range(of: "# ✎").map { line[$0.lowerBound...].trimmingCharacters(in: .whitespaces) }
        }.sorted()
    }
}

/// Mappings, lists, brackets, block scalars, anchors, comments, odd indentation.
private struct OddWriter {
    var seeded: Seeded
    private var anchors: [String] = []
    private var notes = 0
    private var names = 0

    init(seeded: Seeded) { self.seeded = seeded }

    mutating func document() -> String {
        let kinds = ["sub-district", "people", "enterprise", "patrol", "duty", "measures", "district", "别的"]
        let kind = kinds.randomElement(using: &seeded) ?? "people"
        var text = chance(3) ? note() + "\n" : ""
        if chance(8) { text += "---\n" }
        text += mapping(indent: chance(6) ? 3 : 0, depth: 0, extra: "kind: \(kind)")
        return text + (chance(6) ? "\n\n" : "") + (chance(6) ? note() + "\n" : "")
    }

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &seeded) == 0 }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &seeded) ?? "" }

    private mutating func note() -> String {
        notes += 1
        return "# ✎\(notes)" + pick(["", " a: 1", " \"'", " [", " | #", "   - x"])
    }

    private mutating func between(_ indent: Int) -> String {
        var text = ""
        while chance(5) {
            let column = Int.random(in: 0...indent + 4, using: &seeded)
            text += pick(["\n", "   \n", String(repeating: " ", count: column) + note() + "\n"])
        }
        return text
    }

    private mutating func mapping(indent: Int, depth: Int, extra: String? = nil, isOpen: Bool = false)
        -> String
    {
        let names = [
            "id", "name", "phone", "people", "sources", "lines", "measures", "emissions", "NOx", "SO2", "姓名",
            "编号",
            "subDistrict", "responsible", "posts", "x y", "\"引 # 号\"", "'单: 引'", "measures", "items", "kinds",
        ].shuffled(using: &seeded).prefix(Int.random(in: 1...5, using: &seeded))
        var keys = Array(names)
        if let extra { keys.insert(extra, at: Int.random(in: 0...keys.count, using: &seeded)) }
        var text = ""
        for (index, key) in keys.enumerated() {
            if !(isOpen && index == 0) { text += between(indent) + String(repeating: " ", count: indent) }
            if key == extra {
                text += key + end()
            } else {
                text += key + pick([":", ":", ":", " :"]) + value(indent, depth)
            }
        }
        return text
    }

    private mutating func list(indent: Int, depth: Int) -> String {
        (0..<Int.random(in: 1...4, using: &seeded)).map { _ in
            let head = between(indent) + String(repeating: " ", count: indent) + "-"
            if depth < 4, chance(2) {
                let gap = Int.random(in: 1...4, using: &seeded)
                return head + String(repeating: " ", count: gap)
                    + mapping(indent: indent + 1 + gap, depth: depth + 1, isOpen: true)
            }
            return head + value(indent, depth)
        }.joined()
    }

    /// What stands behind a colon or a dash, with the line break.
    private mutating func value(_ indent: Int, _ depth: Int) -> String {
        let pad = String(repeating: " ", count: indent + Int.random(in: 1...5, using: &seeded))
        switch Int.random(in: 0..<12, using: &seeded) {
        case 0...1 where depth < 4:
            // An anchor can be referred to only behind what it names.
            let before = anchors
            let head = anchor() + end()
            let named = anchors
            anchors = before
            defer { if named.count > before.count { anchors.append(named[before.count]) } }
            return head
                + (chance(2)
                    ? mapping(indent: pad.count, depth: depth + 1)
                    : list(indent: pad.count, depth: depth + 1))
        case 2 where depth < 4: return end() + list(indent: pad.count, depth: depth + 1)
        case 3: return end()
        case 4:
            let style = pick(["|", ">", "|-", ">+", "|+", ">-"])
            let lines = (0..<Int.random(in: 1...4, using: &seeded)).map { index in
                index == 0 ? "\(pad)文 # 不是注释" : pick(["\(pad)a: b  ", "", "\(pad)  深", "\(pad)- c"])
            }
            return anchor() + " " + style + (chance(4) ? "  " + note() : "") + "\n"
                + lines.joined(separator: "\n") + "\n"
        case 5: return " " + pick(["\"双 # : \\\"\n\(pad)行\"", "'单  \n\n\(pad)行 # '", "平 文\n\(pad)行"]) + end()
        case 6: return " [ a,  # " + "✎ 内\n\(pad){b: 1,\n\(pad) c: 2} ]" + end()
        case 7 where !anchors.isEmpty: return " *" + pick(anchors) + end()
        case 8: return end() + pad + pick(["平文", "\"引\"", "[a]"]) + end()
        default: return anchor() + " " + flow(depth) + end()
        }
    }

    private mutating func anchor() -> String {
        guard chance(6) else { return "" }
        // Now and then a name is given a second time.
        names += chance(8) ? 0 : 1
        let name = "a\(names)"
        anchors.append(name)
        return " &" + name
    }

    private mutating func end() -> String {
        pick(["\n", "\n", "\n", "  \n", " " + note() + "\n", "     " + note() + "\n"])
    }

    private mutating func flow(_ depth: Int) -> String {
        switch Int.random(in: 0..<8, using: &seeded) {
        case 0 where depth < 6: "[\(flow(depth + 1)) ,\(flow(depth + 1)),]"
        case 1 where depth < 6: "{name : \(flow(depth + 1)),id:   \(flow(depth + 1)) , NOx: 1, SO2: 2}"
        case 2: "\"转义 \\t # , ]\""
        case 3: "'单''引, }'"
        case 4: pick(["{}", "[ ]", "{a}", "[a: b]", "{\"a\":1}", "{a: , b: 1}", "[{? a : b}]"])
        case 5: "x#y:z"
        default: "8.6 kg/d"
        }
    }
}
