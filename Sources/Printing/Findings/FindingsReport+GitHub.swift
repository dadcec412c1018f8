import Diagnostics

extension FindingsReport {
    /// Workflow commands that GitHub shows beside the lines of a pull request.
    package func gitHubText(in style: TextStyle) -> String {
        findings.map { finding in
            let level =
                switch finding.severity {
                case .error: "error"
                case .warning: "warning"
                case .note: "notice"
                }
            var properties = [("file", finding.place.file.path)]
            if let region = finding.region {
                properties += [
                    ("line", String(region.start.line)), ("col", String(region.start.column)),
                    ("endLine", String(region.end.line)), ("endColumn", String(region.end.column)),
                ]
            }
            properties.append(("title", finding.rule.rawValue))
            let listed = properties.map { "\($0.0)=\(Self.escaped($0.1, isProperty: true))" }
            let message = Self.escaped(finding.sentence(in: style.language), isProperty: false)
            return "::\(level) \(listed.joined(separator: ","))::\(message)\n"
        }.joined()
    }

    /// What could end a command or begin another one is written by its number.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": out.append(contentsOf: "%25".unicodeScalars)
            case "\r": out.append(contentsOf: "%0D".unicodeScalars)
            case "\n": out.append(contentsOf: "%0A".unicodeScalars)
            case ":" where isProperty: out.append(contentsOf: "%3A".unicodeScalars)
            case "," where isProperty: out.append(contentsOf: "%2C".unicodeScalars)
            default: out.append(contentsOf: harmless(String(scalar)).unicodeScalars)
            }
        }
        return String(out)
    }
}
