import Diagnostics
import Foundation
import MarkedYAML
import TestSupport
import Testing

/// PyYAML's own scanner, written in Python and independent of libyaml, as judge of texts and places.
struct PeerTests {
    private struct Answer: Decodable {
        let path: String
        let scalars: [Scalar]?
        let fault: Bool?
    }

    private struct Scalar: Decodable, Equatable, CustomStringConvertible {
        let startLine: Int, startColumn: Int, endLine: Int, endColumn: Int
        let text: String

        init(_ node: YAMLNode) {
            let span = node.span
            (startLine, startColumn) = (span.start.line, span.start.column)
            (endLine, endColumn) = (span.end.line, span.end.column)
            text = node.text
        }

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            startLine = try values.decode(Int.self)
            startColumn = try values.decode(Int.self)
            endLine = try values.decode(Int.self)
            endColumn = try values.decode(Int.self)
            text = try values.decode(String.self)
        }

        var description: String { "\(startLine):\(startColumn)-\(endLine):\(endColumn) \(text)" }
    }

    @Test func everyScalarOfTheSamplePlansStandsWhereThePeerSaysItDoes() throws {
        let plans = repository.appending(path: "Plans")
        let files =
            FileManager.default.enumerator(at: plans, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" } ?? []
        #expect(files.count > 90)
        #expect(try compare(files) > 10_000)
    }

    @Test func oddTextsReadAlike() throws {
        let folder = try TemporaryFolder()
        let texts = [
            "a: b\n", "甲: 乙\n", "- [一, 二, {三: 四}]\n", "a: \"x\\n\\u4e2d\"\n", "a: 'it''s'\n",
            "a: |\n  块\n  文\nb: 1\n",
            "a: >-\n  折\n  行\n\nb: 2\n", "a:\nb: ~\n", "? 键\n: 值\n", "a: 多行\n  平文\n", "\"引号键\": 1\n",
            "a: &x 一\nb: *x\n",
            "# 只有注释\na: 1 # 尾注\n", "a: [ ]\nb: { }\n", "a: b: c\n", "\ta: 1\n", "a: [1\n", "a: 'x\n",
            "{a: 1}}\n", "a: 😀 b\n",
            "- a\n- \n- - b\n  - c\n", "a: !!str 1\n", "a: x#y\nb: x #y\n", "a: '一\n  二'\n", "甲：1\n乙：2\n",
            "a:1\n",
        ]
        var files: [URL] = []
        for (index, text) in texts.enumerated() {
            try folder.write(Data(text.utf8), to: "\(index).yaml")
            files.append(folder.url.appending(path: "\(index).yaml"))
        }
        _ = try compare(files)
    }

    /// Documents grown from seeds: mappings, sequences, quotes, Chinese, both styles.
    @Test func documentsFromSeedsReadAlike() throws {
        let folder = try TemporaryFolder()
        var files: [URL] = []
        for seed in 0..<400 as Range<UInt64> {
            var seeded = Seeded(seed)
            try folder.write(Data(Self.block(&seeded, indent: 0, depth: 0).utf8), to: "\(seed).yaml")
            files.append(folder.url.appending(path: "\(seed).yaml"))
        }
        #expect(try compare(files) > 1000)
    }

    private static func block(_ seeded: inout Seeded, indent: Int, depth: Int) -> String {
        let pad = String(repeating: " ", count: indent)
        let isList = Bool.random(using: &seeded)
        return (0..<Int.random(in: 1...4, using: &seeded)).map { index in
            let key =
                ["键\(index)", "key\(index)", "a b\(index)", "\"引 \(index)\""].randomElement(using: &seeded)
                ?? "k"
            let head = isList ? "\(pad)-" : "\(pad)\(key):"
            if depth < 3, Int.random(in: 0..<3, using: &seeded) == 0 {
                return head + "\n" + block(&seeded, indent: indent + 2, depth: depth + 1)
            }
            return head + " " + flow(&seeded, depth: depth) + "\n"
        }.joined()
    }

    private static func flow(_ seeded: inout Seeded, depth: Int) -> String {
        switch Int.random(in: 0..<8, using: &seeded) {
        case 0 where depth < 4:
            return "[\(flow(&seeded, depth: depth + 1)), \(flow(&seeded, depth: depth + 1))]"
        case 1 where depth < 4:
            return "{甲: \(flow(&seeded, depth: depth + 1)), b: \(flow(&seeded, depth: depth + 1))}"
        case 2: return "\"转义 \\t\\u00e9 \\\"\""
        case 3: return "'单''引'"
        case 4: return "8.6 kg/d"
        case 5: return "重污染天气应急"
        default: return depth == 0 ? "2026-11-24 # 注" : "x"
        }
    }

    /// - Returns: How many scalars were compared.
    private func compare(_ files: [URL]) throws -> Int {
        let judge = repository.appending(path: "Tests/Judges/marks.py").path
        let answer = try python(["-X", "utf8", judge] + files.map(\.path))
        #expect(answer.status == 0, "\(answer.errorText)")
        let lines = answer.text.split(separator: "\n")
        #expect(lines.count == files.count)
        var count = 0
        for line in lines {
            let theirs = try JSONDecoder().decode(Answer.self, from: Data(line.utf8))
            let file = SourceFile(
                path: theirs.path, bytes: Array(try Data(contentsOf: URL(filePath: theirs.path))))
            let ours = try? YAMLReader.read(file).withRoot { $0.map(Self.scalars) }
            #expect((ours == nil) == (theirs.fault == true), "\(file.path): \(file.line(1) ?? "")")
            guard let ours, let expected = theirs.scalars else { continue }
            #expect(ours == expected, "\(file.path)")
            count += expected.count
        }
        return count
    }

    private static func scalars(_ node: YAMLNode) -> [Scalar] {
        if node.isAlias { return [] }
        switch node.kind {
        case .scalar: return [Scalar(node)]
        case .sequence: return node.items.flatMap(scalars)
        case .mapping: return node.pairs.flatMap { scalars($0.key) + scalars($0.value) }
        }
    }
}
