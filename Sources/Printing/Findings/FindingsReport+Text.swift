import Diagnostics
import PlanReading

extension FindingsReport {
    /// Every finding with its line, then one line that says what was read and what was found.
    package func text(in style: TextStyle) -> String {
        findings.map { $0.text(in: style) + "\n" }.joined() + tallyText(in: style) + "\n"
    }

    /// `365 files, 31 measures, 66 enterprises, …: 1 error, 0 warnings`.
    package func tallyText(in style: TextStyle) -> String {
        let (errors, warnings) = (findings.count(of: .error), findings.count(of: .warning))
        let seen = style.say(
            "\(tally.files) 个文件，\(tally.measures) 条措施，\(tally.subDistricts) 个街道，\(tally.enterprises) 家企业，\(tally.sources) 个点位，\(tally.people) 人",
            [
                Self.count(tally.files, "file"), Self.count(tally.measures, "measure"),
                Self.count(tally.subDistricts, "sub-district"), Self.count(tally.enterprises, "enterprise"),
                Self.count(tally.sources, "source"),
                tally.people == 1 ? "1 person" : "\(tally.people) people",
            ].joined(separator: ", ")
        )
        let found = style.say(
            "\(errors) 个错误，\(warnings) 个警告",
            "\(Self.count(errors, "error")), \(Self.count(warnings, "warning"))")
        let tone: TextStyle.Tone = errors > 0 ? .bad : warnings > 0 ? .warning : .good
        return seen + style.say("：", ": ") + style.paint(found, tone) + sinceText(in: style)
    }

    private func sinceText(in style: TextStyle) -> String {
        guard let since else { return "" }
        let revision = harmless(since.revision)
        return style.say(
            "（\(revision) 以来新有的；另有 \(since.earlier) 处原来就有，没有列出）",
            " (new since \(revision); \(since.earlier) older not listed)")
    }

    private static func count(_ number: Int, _ name: String) -> String {
        "\(number) \(name)\(number == 1 ? "" : "s")"
    }
}
