import Diagnostics
import MarkedYAML
import Testing

struct SpanTests {
    private func read<Result>(_ text: String, _ body: (YAMLNode) throws -> Result) throws -> Result {
        let tree = try YAMLReader.read(SourceFile(path: "t.yaml", bytes: Array(text.utf8)))
        return try tree.withRoot { try body(try #require($0)) }
    }

    private func span(_ node: YAMLNode) -> String {
        "\(node.span.start.line):\(node.span.start.column)-\(node.span.end.line):\(node.span.end.column)"
    }

    @Test(arguments: [
        ("a: {b: c}\n", "1:4-1:10"), ("甲: {乙: 丙}\n", "1:4-1:10"), ("a:\n  b: c\n  d: e\n\n# x\n", "2:3-3:7"),
        ("甲:\n  乙: 丙\n  丁: 戊\n\n# 注\n", "2:3-3:7"), ("a: [1, 2]\n", "1:4-1:10"),
        ("a:\n- x\n- yy\nb: 1\n", "2:1-3:5"),
    ])
    func containersEndWherePeopleSeeThemEnd(text: String, expected: String) throws {
        let found = try read(text) { root in try span(#require(root.pairs.first { _ in true }).value) }
        #expect(found == expected)
    }

    /// Where the last line has no line break, a fault at the end stands at the end and not on a line behind it.
    @Test(arguments: [("{", 1, 2), ("甲: [", 1, 5), ("甲: [\n", 2, 1), ("a: b\n乙: {丙: \"", 2, 8)])
    func aFaultAtTheEndStandsInTheText(text: String, line: Int, column: Int) {
        #expect {
            _ = try YAMLReader.read(SourceFile(path: "t.yaml", bytes: Array(text.utf8)))
        } throws: { error in
            (error as? YAMLFault)?.diagnostic.place.start == SourcePosition(line: line, column: column)
        }
    }

    @Test func anAliasAnswersAsItsTargetFromItsOwnPlace() throws {
        try read("a: &x {k: v}\nb: *x\n") { root in
            let pairs = Array(root.pairs)
            #expect(pairs[1].value.kind == .mapping)
            #expect(span(pairs[1].value) == "2:4-2:6")
            #expect(pairs[1].value.pairs.first { _ in true }?.value.text == "v")
        }
    }

    @Test(arguments: [
        ("a:\n", true), ("a: ~\n", true), ("a: null\n", true), ("a: ''\n", false), ("a: '~'\n", false),
        ("a: 无\n", false),
    ])
    func onlyPlainNothingIsNothing(text: String, expected: Bool) throws {
        #expect(try read(text) { $0.pairs.first { _ in true }?.value.isNull } == expected)
    }

    @Test func manyAliasesThatStaySmallAreFine() throws {
        let text =
            "a: &x [1, 2, 3]\nb: [" + Array(repeating: "*x", count: 2000).joined(separator: ", ") + "]\n"
        let count = try read(text) { root in
            root.pairs.first { $0.key.equals("b") }?.value.items.reduce(0) { count, _ in count + 1 }
        }
        #expect(count == 2000)
    }
}
