import Diagnostics
import MarkedYAML
import PlanModel

/// One file after reading: what it says, as far as it could be read, and what is wrong with it.
/// A class, because there are many thousands and they are handed on.
final class ReadFile: Sendable {
    let file: SourceFile
    /// nil when the text could not be read so far as to say.
    let kind: PlanFileKind?
    /// nil when it could not be read, or need not be kept.
    let content: PlanFileContent?
    /// What the whole plan's checks need to know of an enterprise.
    let summary: EnterpriseSummary?
    /// Without what is known within the file only.
    let names: NameLedger
    let diagnostics: [Diagnostic]
    let allowances: [Allowance]

    /// - Parameters:
    ///   - basis: What an enterprise's plan is held against; without it the enterprise is read, not checked.
    ///   - keepsEnterprise: Whether the enterprise itself is wanted, not only its summary.
    init(_ file: SourceFile, basis: CheckBasis? = nil, keepsEnterprise: Bool = true) {
        self.file = file
        do throws(YAMLFault) {
            let context = ReadingContext()
            let tree = try YAMLReader.read(file)
            let (kind, content) = tree.withRoot { root in
                let kind = Self.kind(of: root, in: file, context)
                return (kind, root.flatMap { kind?.read($0, context) })
            }
            for finding in LocalNames.findings(in: context.names) { context.report(finding) }
            var found = context.finished(in: file) + tree.warnings
            if case .enterprise(let enterprise) = content {
                summary = EnterpriseSummary(enterprise)
                if let basis { found += EnterpriseChecks.findings(in: enterprise, basis) }
                self.content = keepsEnterprise ? content : nil
            } else {
                summary = nil
                self.content = content
            }
            self.kind = kind
            names = context.names.withoutLocal()
            allowances = Allowance.all(in: tree)
            diagnostics = found
        } catch {
            kind = nil
            content = nil
            summary = nil
            names = NameLedger()
            allowances = []
            diagnostics = [error.diagnostic]
        }
    }

    /// An enterprise without findings that is known from before.
    init(_ file: SourceFile, names: NameLedger, summary: EnterpriseSummary) {
        self.file = file
        self.names = names
        self.summary = summary
        kind = .enterprise
        content = nil
        diagnostics = []
        allowances = []
    }

    /// Whether a line among the first says `kind: enterprise`: a guess that costs nothing, to be made good by reading.
    static func looksLikeEnterprise(_ file: SourceFile) -> Bool {
        file.bytes.withUnsafeBufferPointer { bytes in
            var start = file.markLength
            let end = min(bytes.count, 600)
            while start < end {
                for key in kindKeys where bytes[start..<end].starts(with: key) {
                    var value = start + key.count
                    while value < end, bytes[value] == 0x20 { value += 1 }
                    return enterpriseWords.contains { bytes[value..<end].starts(with: $0) }
                }
                while start < end, bytes[start] != 0x0A { start += 1 }
                start += 1
            }
            return false
        }
    }

    private static let kindKeys = ["kind:", "类型:"].map { Array($0.utf8) }
    private static let enterpriseWords = [PlanFileKind.enterprise.rawValue, PlanFileKind.enterprise.title].map
    {
        Array($0.utf8)
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
            !swallowed ? .notAPlan : text.contains("：") ? .fullWidthColon : .missingSpace,
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
