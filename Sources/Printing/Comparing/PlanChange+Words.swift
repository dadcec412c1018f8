import Diagnostics
import PlanReading

extension PlanChange {
    /// 企业 XC-YT-001 北京示例彩印有限公司.
    var title: Phrase {
        let words = [id, name ?? ""].filter { !$0.isEmpty && $0 != subDistrict }
        func text(_ kind: String) -> String { ([kind] + words).joined(separator: " ") }
        return Phrase(zh: text(kind.title.chinese), en: text(kind.title.english))
    }

    /// Where it stands, or stood.
    var place: SourceSpan? { after ?? before }

    /// What became of each line of an enterprise of which anything differs.
    var lines: [Nature] {
        var natures: [(id: String, nature: Nature)] = []
        for field in fields {
            guard field.path.count >= 2, case .key(let key) = field.path[0], key.english == "lines",
                case .item(let id, _) = field.path[1], natures.last?.id != id.english
            else { continue }
            let isWhole = field.path.count == 2
            natures.append(
                (
                    id.english,
                    isWhole && field.before == nil
                        ? .added : isWhole && field.after == nil ? .removed : .changed
                ))
        }
        return natures.map(\.nature)
    }
}

extension PlanChange.Nature {
    var sign: String {
        switch self {
        case .added: "+"
        case .removed: "−"
        case .changed: "~"
        }
    }

    var title: Phrase {
        switch self {
        case .added: Phrase(zh: "新增", en: "added")
        case .removed: Phrase(zh: "删去", en: "removed")
        case .changed: Phrase(zh: "改动", en: "changed")
        }
    }
}

extension FieldChange {
    /// 生产线 L1（四色胶印线） 状态.
    var name: Phrase {
        Phrase(
            zh: path.map { $0.text(in: .chinese) }.joined(separator: " "),
            en: path.map { $0.text(in: .english) }.joined(separator: " "))
    }

    /// Where the plan says so, or said so.
    var place: SourceSpan? { (after ?? before)?.place }

    /// 运行 → 备用; of a list what has come and gone.
    func course(_ quote: (Phrase) -> Phrase) -> Phrase {
        func said(_ value: ChangedValue) -> Phrase { quote(value.text) }
        switch (before, after) {
        case (let old?, let new?):
            if let old = old.words, let new = new.words, let phrase = Self.course(old, new, quote) {
                return phrase
            }
            let (old, new) = (said(old), said(new))
            return Phrase(zh: "\(old.chinese) → \(new.chinese)", en: "\(old.english) → \(new.english)")
        case (nil, let new?):
            return Phrase(zh: "新增 \(said(new).chinese)", en: "added \(said(new).english)")
        case (let old?, nil):
            return Phrase(zh: "删去 \(said(old).chinese)", en: "removed \(said(old).english)")
        case (nil, nil): return Phrase("")
        }
    }

    /// nil where the words are the same and only their order is another one, or where all of them are new.
    private static func course(
        _ old: [Phrase], _ new: [Phrase], _ quote: (Phrase) -> Phrase
    ) -> Phrase? {
        var left = old
        let come = new.filter { word in
            guard let index = left.firstIndex(of: word) else { return true }
            left.remove(at: index)
            return false
        }
        guard !come.isEmpty || !left.isEmpty, left.count < old.count else { return nil }
        func part(_ sign: (zh: String, en: String), _ words: [Phrase]) -> Phrase? {
            guard !words.isEmpty else { return nil }
            return Phrase(
                zh: sign.zh + " " + words.map { quote($0).chinese }.joined(separator: "、"),
                en: sign.en + " " + words.map { quote($0).english }.joined(separator: ", "))
        }
        let parts = [part(("加", "adds"), come), part(("去", "drops"), left)].compactMap { $0 }
        return Phrase(
            zh: parts.map(\.chinese).joined(separator: "；"), en: parts.map(\.english).joined(separator: "; "))
    }
}

extension ChangedStep {
    func text(in language: Language) -> String {
        switch self {
        case .key(let name): return name.both.text(in: language)
        case .item(let id, let name):
            let id = id.text(in: language)
            guard let name else { return id }
            return language == .chinese ? "\(id)（\(name)）" : "\(id) (\(name))"
        }
    }
}

extension SourceSpan {
    /// `path:line`.
    var line: String { "\(file.path):\(start.line)" }
}
