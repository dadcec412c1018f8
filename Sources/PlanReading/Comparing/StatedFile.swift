import Diagnostics
import MarkedYAML
import PlanModel

/// The things that one plan file states.
struct StatedFile: Sendable {
    let file: SourceFile
    /// nil where the text could not be read so far as to say.
    let things: [StatedThing]?

    init(_ file: SourceFile) {
        self.file = file
        guard let tree = try? YAMLReader.read(file) else {
            things = nil
            return
        }
        things = tree.withRoot { root in
            guard let root, root.kind == .mapping,
                let word = root.pairs.first(where: { $0.key.equals("kind") || $0.key.equals("类型") })?.value,
                let kind = PlanFileKind.allCases.first(where: {
                    [$0.rawValue, $0.title].contains(word.text)
                }),
                case .record(let record) = Statement(root, as: kind.form, in: tree)
            else { return nil }
            return Self.things(kind, record.without("kind"), in: file)
        }
    }

    private static func things(
        _ kind: PlanFileKind, _ record: StatedRecord, in file: SourceFile
    ) -> [StatedThing] {
        func alone(_ kind: ChangedKind, id: String = "") -> StatedThing {
            StatedThing(kind, id: id, record)
        }
        switch kind {
        case .enterprise: return [StatedThing(.enterprise, record)]
        case .district:
            return [StatedThing(.district, id: "", record.without("sources"))]
                + record.items("sources").map { StatedThing(.source, $0) }
        case .subDistrict:
            let name = record.word("name")
            return [
                StatedThing(
                    .subDistrict, id: name?.meaning ?? "", record.without("sources"),
                    of: name?.shown.chinese ?? "")
            ] + record.items("sources").map { StatedThing(.source, $0.in(name)) }
        case .people:
            let name = record.word("subDistrict")
            return [
                StatedThing(
                    .staff, id: name?.meaning ?? "", record.without("people"), of: name?.shown.chinese ?? "")
            ] + record.items("people").map { StatedThing(.person, $0.in(name)) }
        case .measures:
            let sector = record.entries.first { $0.name.english == "sector" }
            return record.items("measures").map { item in
                StatedThing(.measure, sector.map(item.with) ?? item)
            }
        case .patrol: return [alone(.patrol)]
        case .duty: return [alone(.duty)]
        case .holidays: return [alone(.holidays, id: record.word("year")?.shown.chinese ?? "")]
        case .ratings:
            // A table without a name is known by its file.
            return [alone(.ratings, id: record.word("id")?.meaning ?? file.path)]
        case .targets: return [StatedThing(.targets, record)]
        case .grading: return [StatedThing(.grading, record)]
        case .airQuality: return [StatedThing(.airQuality, record)]
        case .exemptions: return [StatedThing(.exemptions, record)]
        }
    }
}

/// A thing of the plan as one state of it states it.
struct StatedThing: Sendable {
    let kind: ChangedKind
    let id: String
    let name: String?
    let subDistrict: String?
    let record: StatedRecord

    /// - Parameters:
    ///   - id: What it is known by; its own `id` when left out.
    ///   - subDistrict: Where it belongs; by its own word when left out.
    init(_ kind: ChangedKind, id: String? = nil, _ record: StatedRecord, of subDistrict: String? = nil) {
        self.kind = kind
        self.id = id ?? record.word("id")?.meaning ?? ""
        name = (record.word("name") ?? record.word("title"))?.shown.chinese
        self.subDistrict = subDistrict ?? record.word("subDistrict")?.shown.chinese
        self.record = record
    }

    /// Where its id stands, or where it begins.
    var place: SourceSpan { record.word("id")?.place ?? record.place }
}

extension StatedRecord {
    fileprivate func items(_ name: String) -> [StatedRecord] {
        guard case .items(let items, _) = self[name] else { return [] }
        return items.map(\.record)
    }

    /// On the list of a sub-district, as if it said so itself.
    fileprivate func `in`(_ subDistrict: Statement.Word?) -> StatedRecord {
        guard let subDistrict else { return self }
        return with(
            Entry(
                name: ChangedName(english: "subDistrict", chinese: "街道"), rank: -1, value: .word(subDistrict))
        )
    }
}
