package import Diagnostics
package import Explaining

extension FindingsReport {
    /// SARIF 2.1.0, the exchange format of code scanning services.
    /// - Parameter pages: What the rules mean, for those that have a page.
    package func sarif(in language: Language, pages: [RulePage]) -> JSONValue {
        let rules = Self.rulesInUse(findings)
        let driver = JSONValue.object([
            ("name", .string("emergency")), ("version", .string(programVersion)),
            (
                "rules",
                .array(
                    rules.map { rule in
                        Self.descriptor(of: rule, page: pages.first { $0.rule == rule }, language)
                    })
            ),
        ])
        let run = JSONValue.object([
            ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
            (
                "results",
                .array(
                    findings.map { finding in
                        finding.sarif(rule: rules.firstIndex(of: finding.rule) ?? 0, in: language)
                    })
            ),
        ])
        return .object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", .string("2.1.0")), ("runs", .array([run])),
        ])
    }

    private static func rulesInUse(_ findings: [Diagnostic]) -> [RuleID] {
        let used = Set(findings.map(\.rule))
        return RuleID.allCases.filter(used.contains)
    }

    private static func descriptor(of rule: RuleID, page: RulePage?, _ language: Language) -> JSONValue {
        var members: [(String, JSONValue)] = [("id", .string(rule.rawValue))]
        if let text = page?.text.text(in: language), !text.isEmpty {
            members.append(("fullDescription", .object([("text", .string(text))])))
        }
        return .object(members)
    }
}

extension Diagnostic {
    fileprivate func sarif(rule index: Int, in language: Language) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("ruleId", .string(rule.rawValue)), ("ruleIndex", .integer(Int64(index))),
            ("level", .string(severity.rawValue)),
            ("message", .object([("text", .string(sentence(in: language)))])),
            ("locations", .array([Self.location(place, region)])),
        ]
        if !related.isEmpty {
            members.append(
                (
                    "relatedLocations",
                    .array(
                        related.map { other in
                            Self.location(
                                other.place, other.place.file.bytes.isEmpty ? nil : other.place,
                                other.message.text(in: language))
                        })
                ))
        }
        return .object(members)
    }

    private static func location(_ place: SourceSpan, _ region: SourceSpan?, _ message: String? = nil)
        -> JSONValue
    {
        var physical: [(String, JSONValue)] = [
            ("artifactLocation", .object([("uri", .string(uri(place.file.path)))]))
        ]
        if let region {
            let numbers = [
                ("startLine", region.start.line), ("startColumn", region.start.column),
                ("endLine", region.end.line), ("endColumn", region.end.column),
            ]
            physical.append(("region", .object(numbers.map { ($0.0, .integer(Int64($0.1))) })))
        }
        var members = [("physicalLocation", JSONValue.object(physical))]
        if let message { members.append(("message", .object([("text", .string(message))]))) }
        return .object(members)
    }

    /// A path as a relative URI reference: every byte beyond the unreserved ones by its number.
    private static func uri(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return path.utf8.reduce(into: "") { out, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                out += "%"
                out.append(digits[Int(byte >> 4)])
                out.append(digits[Int(byte & 15)])
            }
        }
    }
}
