import Diagnostics
import PlanReading

extension FindingsReport {
    /// Everything, in both languages; docs/findings.schema.json describes it.
    package var json: JSONValue {
        .object([
            ("format", .string("emergency-findings")), ("formatVersion", .integer(1)),
            ("program", .string(programVersion)),
            (
                "since",
                since.map {
                    .object([
                        ("revision", .string($0.revision)), ("commit", .string($0.commit)),
                        ("earlier", .integer(Int64($0.earlier))),
                    ])
                } ?? .null
            ),
            ("failed", .flag(hasFailed)),
            (
                "counts",
                .object(
                    [Severity.error, .warning, .note].map {
                        ($0.rawValue, .integer(Int64(findings.count(of: $0))))
                    })
            ),
            (
                "read",
                .object([
                    ("files", .integer(Int64(tally.files))), ("measures", .integer(Int64(tally.measures))),
                    ("subDistricts", .integer(Int64(tally.subDistricts))),
                    ("enterprises", .integer(Int64(tally.enterprises))),
                    ("sources", .integer(Int64(tally.sources))), ("people", .integer(Int64(tally.people))),
                ])
            ),
            ("findings", .array(findings.map(\.json))),
        ])
    }
}
