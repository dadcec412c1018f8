package import Diagnostics
import PlanReading

extension FindingsReport {
    /// JUnit XML, which every CI shows as a list of tests: one test a finding, or one that passed when there is none.
    package func jUnitText(in language: Language) -> String {
        let failures = findings.count(where: fails)
        let tests = max(findings.count, 1)
        let counts = "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\""
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"emergency check\" \(counts)>\n"
        text += "  <testsuite name=\"emergency check\" \(counts)>\n"
        if findings.isEmpty {
            text += "    <testcase name=\"\(tally.files) files\" classname=\"emergency\"/>\n"
        }
        for finding in findings { text += testCase(finding, in: language) }
        return text + "  </testsuite>\n</testsuites>\n"
    }

    private func testCase(_ finding: Diagnostic, in language: Language) -> String {
        let name = Self.escaped("\(finding.rule.rawValue) \(finding.place.location)")
        let path = Self.escaped(finding.place.file.path)
        let head =
            "    <testcase name=\"\(name)\" classname=\"\(path)\" file=\"\(path)\" line=\"\(finding.place.start.line)\">\n"
        let sentence = Self.escaped(finding.sentence(in: language))
        let message = Self.escaped(finding.message.text(in: language))
        let body =
            fails(finding)
            ? "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(message)\">\(sentence)</failure>\n"
            : "      <system-out>\(finding.severity.rawValue): \(sentence)</system-out>\n"
        return head + body + "    </testcase>\n"
    }

    /// For text and for attributes in double quotes; what XML cannot carry at all shows as U+FFFD.
    private static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            case "\n": out.append(contentsOf: "&#10;".unicodeScalars)
            case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value & 0xFFFF):
                out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
