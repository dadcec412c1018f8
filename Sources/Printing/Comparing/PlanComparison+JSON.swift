import Activating
import Diagnostics
import PlanModel
import PlanReading

extension PlanComparison {
    /// Everything, in both languages; docs/diff.schema.json describes it.
    package var json: JSONValue {
        .object([
            ("format", .string("emergency-diff")), ("formatVersion", .integer(1)),
            ("program", .string(programVersion)),
            ("before", before.json), ("after", after.json),
            ("differs", .flag(differs)),
            ("balances", balances.map { .array($0.map(\.json)) } ?? .null),
            ("changes", .array(changes.changes.map(\.json))),
            ("sameMeaning", .array(changes.sameMeaning.map { .string($0) })),
            ("notCompared", .array(changes.notCompared.map { .string($0) })),
        ])
    }
}

extension PlanComparison.Side {
    fileprivate var json: JSONValue {
        let (revision, commit, isClean): (String?, String?, Bool?) =
            switch origin {
            case .commit(let revision, let commit): (revision, commit, true)
            case .workingTree(let commit, let isClean): (nil, commit, isClean)
            case .folder: (nil, nil, nil)
            }
        return .object([
            ("folder", .string(folder)), ("revision", .text(revision)), ("commit", .text(commit)),
            ("clean", isClean.map { .flag($0) } ?? .null),
            ("files", .integer(Int64(tally?.files ?? 0))),
            ("denominator", district.map(\.denominatorPhrase.json) ?? .null),
            (
                "ruleSets",
                .array(
                    (rules?.labels ?? []).map { label in
                        .object([("id", .text(label.id?.text)), ("source", .string(label.source))])
                    })
            ),
            ("errors", .array(errors.map(\.json))),
            ("leftOut", .array(faultyFiles.map { .string($0) })),
        ])
    }
}

extension BalanceChange {
    fileprivate var json: JSONValue {
        .object([
            ("level", .string(level.rawValue)),
            ("met", .object([("before", .flag(before.isMet)), ("after", .flag(after.isMet))])),
            ("worse", .array(pollutants.filter(isWorse).map { .string($0.symbol) })),
            ("better", .array(pollutants.filter(isBetter).map { .string($0.symbol) })),
            (
                "sentences",
                .array((pollutants.map { sentence(on: $0) } + [poolSentence].compactMap { $0 }).map(\.json))
            ),
            (
                "pollutants",
                .object(
                    Pollutant.allCases.map { pollutant in
                        (
                            pollutant.symbol,
                            .object([
                                ("before", before.json(of: pollutant)), ("after", after.json(of: pollutant)),
                            ])
                        )
                    })
            ),
            ("pool", .object([("before", before.poolJSON), ("after", after.poolJSON)])),
        ])
    }
}

extension PlanChange {
    fileprivate var json: JSONValue {
        .object([
            ("kind", .string(kind.rawValue)), ("id", .string(id)), ("name", .text(name)),
            ("subDistrict", .text(subDistrict)), ("change", .string(nature.rawValue)),
            ("before", before?.placeJSON ?? .null), ("after", after?.placeJSON ?? .null),
            ("fields", .array(fields.map(\.json))),
        ])
    }
}

extension FieldChange {
    fileprivate var json: JSONValue {
        .object([
            ("path", .array(path.map(\.json))), ("before", before?.json ?? .null),
            ("after", after?.json ?? .null),
        ])
    }
}

extension ChangedStep {
    fileprivate var json: JSONValue {
        switch self {
        case .key(let name): .object([("key", .string(name.english)), ("title", .string(name.chinese))])
        case .item(let id, let name): .object([("item", id.json), ("name", .text(name))])
        }
    }
}

extension ChangedValue {
    fileprivate var json: JSONValue {
        .object([
            ("text", text.json), ("words", words.map { .array($0.map(\.json)) } ?? .null),
            ("place", place.placeJSON),
        ])
    }
}

extension SourceSpan {
    fileprivate var placeJSON: JSONValue {
        .object([("file", .string(file.path)), ("span", json)])
    }
}
