import Diagnostics
import PlanModel

/// One district, one set of patrol rules, one set of duty rules; one file of holidays a year; one list and one staff a sub-district.
enum OneOfEachFile: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        single(draft.districts.map(\.place), title: "district")
            + single(draft.patrols.map(\.place), title: "patrol")
            + single(draft.duties.map(\.place), title: "duty")
            + perYear(draft.holidays)
            + perSubDistrict(draft.subDistricts.map(\.name), title: Phrase(zh: "街道清单", en: "list"))
            + perSubDistrict(draft.staffs.map(\.subDistrict), title: Phrase(zh: "人员", en: "people file"))
    }

    /// The files without which there is no district to speak of. While some file cannot even be told its kind,
    /// nothing is called missing: it may be that one.
    static func missing(from files: [ReadFile], in folder: String) -> [Diagnostic] {
        guard files.allSatisfy({ $0.kind != nil }) else { return [] }
        let needed: [PlanFileKind] = [.district, .patrol, .duty]
        return needed.filter { kind in !files.contains { $0.kind == kind } }.map { kind in
            Diagnostic(
                .missingFile,
                Phrase(
                    zh: "没有 kind: \(kind.rawValue)（\(kind.title)）的文件",
                    en: "there is no file of kind '\(kind.rawValue)'"),
                at: SourceSpan(wholeOf: SourceFile(path: folder, bytes: [])),
                help: Phrase(
                    zh: "写法见 docs/plan-format.md", en: "docs/plan-format.md says how to write one"))
        }
    }

    private static func single(_ places: [SourceSpan], title: String) -> [Diagnostic] {
        guard let first = places.first else { return [] }
        return places.dropFirst().map { place in
            Diagnostic(
                .duplicateFile,
                Phrase(zh: "第二个 kind: \(title) 文件", en: "a second file of kind '\(title)'"), at: place,
                help: Phrase(zh: "只留一个", en: "keep one of them"),
                related: [.init(Phrase(zh: "第一个在这里", en: "the first is here"), at: first)])
        }
    }

    private static func perYear(_ years: [HolidayYear]) -> [Diagnostic] {
        let first = Dictionary(years.map { ($0.year, $0.place) }, uniquingKeysWith: { first, _ in first })
        return years.compactMap { year in
            guard let earlier = first[year.year], earlier.file.path != year.place.file.path else {
                return nil
            }
            return Diagnostic(
                .duplicateFile,
                Phrase(
                    zh: "\(year.year) 年的第二份节假日", en: "a second file of the holidays of \(year.year)"),
                at: year.place, help: Phrase(zh: "合成一份", en: "make them one"),
                related: [.init(Phrase(zh: "第一份在这里", en: "the first is here"), at: earlier)])
        }
    }

    private static func perSubDistrict(
        _ names: [Located<Identifier<SubDistrict>>], title: Phrase
    ) -> [Diagnostic] {
        var first: [Identifier<SubDistrict>: SourceSpan] = [:]
        var findings: [Diagnostic] = []
        for name in names {
            guard let earlier = first[name.value] else {
                first[name.value] = name.place
                continue
            }
            findings.append(
                Diagnostic(
                    .duplicateFile,
                    Phrase(
                        zh: "\(name.value.text)的第二份\(title.chinese)",
                        en: "a second \(title.english) of '\(name.value.text)'"),
                    at: name.place, help: Phrase(zh: "合成一份", en: "make them one"),
                    related: [.init(Phrase(zh: "第一份在这里", en: "the first is here"), at: earlier)]))
        }
        return findings
    }
}
