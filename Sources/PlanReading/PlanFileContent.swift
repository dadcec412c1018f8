import Diagnostics
import MarkedYAML
import PlanModel

/// What one plan file says, by its kind. Indirect, because an enterprise is large and this is passed around.
indirect enum PlanFileContent: Sendable {
    case district(District)
    case measures([Measure])
    case patrol(PatrolRules)
    case duty(DutyRules)
    case subDistrict(SubDistrict)
    case people(Staff)
    case enterprise(Enterprise)
}

/// The kinds of plan file, by the word behind `kind:`.
package enum PlanFileKind: String, CaseIterable, Sendable {
    case district
    case measures
    case patrol
    case duty
    case subDistrict = "sub-district"
    case people
    case enterprise

    package var title: String {
        switch self {
        case .district: "区"
        case .measures: "措施目录"
        case .patrol: "巡查要点"
        case .duty: "值守规则"
        case .subDistrict: "街道清单"
        case .people: "人员"
        case .enterprise: "一厂一策"
        }
    }

    /// What a file that cannot be read was most likely meant to be, by where it lies.
    init(path: String) {
        let name = path.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? ""
        let known: [Substring: PlanFileKind] = [
            "district": .district, "patrol": .patrol, "duty": .duty, "list": .subDistrict, "people": .people,
        ]
        self = known[name] ?? (path.contains("measures/") ? .measures : .enterprise)
    }

    /// Every key that such a file may have, in canonical order.
    package var form: Form {
        switch self {
        case .district: District.shape.form
        case .measures: MeasureCatalogue.shape.form
        case .patrol: PatrolRules.shape.form
        case .duty: DutyRules.shape.form
        case .subDistrict: SubDistrict.shape.form
        case .people: Staff.shape.form
        case .enterprise: Enterprise.shape.form
        }
    }

    func read(_ node: YAMLNode, _ context: ReadingContext) -> PlanFileContent? {
        switch self {
        case .district: District.shape.read(node, context).map(PlanFileContent.district)
        case .measures: MeasureCatalogue.shape.read(node, context).map(PlanFileContent.measures)
        case .patrol: PatrolRules.shape.read(node, context).map(PlanFileContent.patrol)
        case .duty: DutyRules.shape.read(node, context).map(PlanFileContent.duty)
        case .subDistrict: SubDistrict.shape.read(node, context).map(PlanFileContent.subDistrict)
        case .people: Staff.shape.read(node, context).map(PlanFileContent.people)
        case .enterprise: Enterprise.shape.read(node, context).map(PlanFileContent.enterprise)
        }
    }
}

/// One file after reading: what it says, as far as it could be read, and what is wrong with it.
struct ReadFile: Sendable {
    let file: SourceFile
    /// nil when the text could not be read so far as to say.
    let kind: PlanFileKind?
    let content: PlanFileContent?
    let names: NameLedger
    let diagnostics: [Diagnostic]

    init(_ file: SourceFile) {
        self.file = file
        do throws(YAMLFault) {
            let context = ReadingContext()
            let tree = try YAMLReader.read(file)
            (kind, content) = tree.withRoot { root in
                let kind = Self.kind(of: root, in: file, context)
                return (kind, root.flatMap { kind?.read($0, context) })
            }
            names = context.names
            diagnostics = context.finished(in: file)
        } catch {
            kind = nil
            content = nil
            names = NameLedger()
            diagnostics = [error.diagnostic]
        }
    }

    private static func kind(of root: YAMLNode?, in file: SourceFile, _ context: ReadingContext)
        -> PlanFileKind?
    {
        guard let root, !root.isNull else {
            context.report(
                .emptyFile, Phrase(zh: "文件里没有内容", en: "the file says nothing"),
                at: SourceSpan(wholeOf: file), help: kindHelp)
            return nil
        }
        guard root.kind == .mapping else {
            reportNoPlan(root, context)
            return nil
        }
        guard let value = root.pairs.first(where: { $0.key.equals("kind") || $0.key.equals("类型") })?.value
        else {
            context.report(
                .notAPlan, Phrase(zh: "没有 kind，不知道这是哪种文件", en: "no 'kind' says what file this is"),
                at: SourceSpan(wholeOf: file), help: kindHelp)
            return nil
        }
        return Shape<PlanFileKind>.choice(PlanFileKind.self) { $0.title }.read(value, context)
    }

    private static func reportNoPlan(_ root: YAMLNode, _ context: ReadingContext) {
        let text = root.kind == .scalar ? root.text : ""
        let swallowed = text.contains("：") || text.contains(":")
        context.report(
            .notAPlan,
            swallowed
                ? Phrase(zh: "整个文件被读成了一段文字", en: "the whole file reads as one piece of text")
                : Phrase(zh: "文件不是一组“键: 值”", en: "the file is no mapping of keys and values"),
            at: SourceSpan(file: root.span.file, start: root.span.start, end: root.span.start),
            help: swallowed
                ? Phrase(
                    zh: "键后面要用半角冒号加一个空格“: ”，不是全角“：”，也不能少空格",
                    en: "write ': ' (an ASCII colon and a space) behind every key, neither '：' nor ':' alone")
                : kindHelp)
    }

    private static var kindHelp: Phrase {
        let kinds = PlanFileKind.allCases
        return Phrase(
            zh: "第一行写 kind: 加 " + kinds.map { "\($0.rawValue)（\($0.title)）" }.joined(separator: "、") + " 之一",
            en: "start with 'kind:' and one of " + kinds.map(\.rawValue).joined(separator: ", "))
    }
}
