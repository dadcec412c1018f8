import Diagnostics
import MarkedYAML

/// `# emergency: allow rule-id — reason`: silences the warnings of a rule on one line of a plan.
struct Allowance: Sendable {
    let rules: [String]
    /// Whose warnings it silences: its own line, or the next one with content when it stands on a line by itself.
    let line: Int
    let place: SourceSpan
    /// Why it is not taken.
    let fault: Diagnostic?

    init(rules: [String], line: Int, place: SourceSpan, fault: Diagnostic?) {
        self.rules = rules
        self.line = line
        self.place = place
        self.fault = fault
    }

    static func all(in tree: YAMLTree) -> [Allowance] {
        // From the back, so that of many comments in a row each finds its line by the one below it.
        var found: [Allowance] = []
        for remark in tree.remarks.reversed() {
            found.append(Allowance(remark, in: tree.file, above: found.last))
        }
        return found.reversed()
    }

    private init(_ remark: Located<String>, in file: SourceFile, above next: Allowance?) {
        place = remark.place
        line = Self.line(of: remark.place, in: file, above: next)
        let words = remark.value.split(separator: " ", omittingEmptySubsequences: true)
        guard words.first == "allow" else {
            rules = []
            fault = Self.fault(
                at: place, Phrase(zh: "不认识的“emergency:”注释", en: "an unknown 'emergency:' comment"))
            return
        }
        let dashes: Set<Substring> = ["—", "——", "–", "-", "--"]
        let named = words.dropFirst().prefix { !dashes.contains($0) }
        rules = named.flatMap { $0.split(whereSeparator: { ",，、".contains($0) }) }.map(String.init)
        let reason = words.dropFirst(1 + named.count + 1)
        if rules.isEmpty || reason.isEmpty {
            fault = Self.fault(
                at: place,
                rules.isEmpty
                    ? Phrase(zh: "没有写明放过哪条规则", en: "it does not say which rule to allow")
                    : Phrase(zh: "没有写明理由", en: "it gives no reason"))
        } else {
            let known = RuleID.allCases.map(\.rawValue)
            fault = rules.first { !known.contains($0) }.map { name in
                Self.fault(
                    at: remark.place, Phrase(zh: "没有名为“\(name)”的规则", en: "no rule is named '\(name)'"),
                    near: Nearest.name(to: name, among: known))
            }
        }
    }

    private static func line(of place: SourceSpan, in file: SourceFile, above below: Allowance?) -> Int {
        func content(_ number: Int) -> Substring? {
            file.line(number).map { $0.drop { $0 == " " || $0 == "\t" } }
        }
        guard content(place.start.line)?.hasPrefix("#") ?? false else { return place.start.line }
        var next = place.start.line + 1
        while let text = content(next), text.isEmpty || text.hasPrefix("#") {
            if let below, next == below.place.start.line { return below.line }
            next += 1
        }
        return next
    }

    private static func fault(at place: SourceSpan, _ message: Phrase, near: String? = nil) -> Diagnostic {
        Diagnostic(
            .wrongAllow, message, severity: .warning, at: place,
            help: near.map { Phrase(zh: "是不是“\($0)”？", en: "did you mean '\($0)'?") }
                ?? Phrase(
                    zh: "写法：# emergency: allow 规则 — 理由", en: "write: # emergency: allow rule-id — reason"))
    }
}

extension [Diagnostic] {
    /// Without the warnings and notes that the plans allow, and with a warning for each allowance that silenced nothing.
    /// Errors cannot be silenced.
    func applying(_ allowances: [Allowance]) -> [Diagnostic] {
        guard !allowances.isEmpty else { return self }
        let taken = allowances.filter { $0.fault == nil }
        let byLine = Dictionary(grouping: taken, by: \.line)
        var used: Set<String> = []
        func key(_ allowance: Allowance, _ rule: String) -> String { "\(allowance.place.location) \(rule)" }
        let kept = filter { finding in
            guard finding.severity < .error, let some = byLine[finding.place.start.line] else { return true }
            let silencing = some.filter {
                $0.place.file.path == finding.place.file.path && $0.rules.contains(finding.rule.rawValue)
            }
            used.formUnion(silencing.map { key($0, finding.rule.rawValue) })
            return silencing.isEmpty
        }
        let unused = taken.flatMap { allowance in
            allowance.rules.filter { !used.contains(key(allowance, $0)) }.map { rule in
                Diagnostic(
                    .unusedAllow,
                    Phrase(
                        zh: "第 \(allowance.line) 行没有 \(rule) 的警告可放过",
                        en: "line \(allowance.line) has no warning of \(rule) to allow"),
                    severity: .warning, at: allowance.place,
                    help: Phrase(zh: "删去这条注释；错误不能放过", en: "delete the comment; errors cannot be allowed"))
            }
        }
        return kept + allowances.compactMap(\.fault) + unused
    }
}
