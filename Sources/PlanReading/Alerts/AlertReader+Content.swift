import Diagnostics
import MarkedXML
import PlanModel

extension AlertReader {
    private struct Candidate {
        let info: XMLElement
        let language: String
        let areas: StatedAreas
    }

    /// What the message says for our area, in Chinese where it is said in several languages.
    mutating func content(ofMessage kind: AlertMessage.Kind) -> Located<AlertMessage.Content>? {
        // Acknowledgements repeat whatever they answer to; nothing in them is an order.
        guard kind != .acknowledgement, kind != .error else { return nil }
        let infos = root.children("info")
        guard !infos.isEmpty else {
            if kind == .cancel {
                note(Phrase(zh: "没有写范围和级别", en: "it says neither an area nor a level"))
            } else {
                ledger.add(
                    .missingKey, Phrase(zh: "没有“<info>”", en: "there is no '<info>'"), at: root.place)
            }
            return nil
        }
        let candidates = infos.map { info in
            Candidate(
                info: info, language: optional(in: info, "language")?.text.lowercased() ?? "",
                areas: areas(of: info))
        }
        let ours = covering(candidates, kind)
        let contents = ours.map { (content(of: $0, kind), $0) }
        checkAgreement(contents)
        let best = contents.enumerated().min { one, other in
            (Self.rank(one.element.1.language), one.offset) < (
                Self.rank(other.element.1.language), other.offset
            )
        }?.element
        guard let (content, candidate) = best, let content else { return nil }
        return Located(content, at: candidate.info.place)
    }

    private static func rank(_ language: String) -> Int {
        if language == "zh-cn" || language == "zh-hans" { return 0 }
        return language.hasPrefix("zh") ? 1 : language.isEmpty ? 2 : 3
    }

    /// The infos that hold for our area; none after a complaint.
    private mutating func covering(_ candidates: [Candidate], _ kind: AlertMessage.Kind) -> [Candidate] {
        guard !candidates.contains(where: { $0.areas.verdict == .disagrees }) else { return [] }
        let ours = candidates.filter { $0.areas.verdict == .covers }
        if !ours.isEmpty {
            if area == nil {
                note(
                    Phrase(
                        zh: "不知道本区是哪个区（没有读到 district.yaml），范围没有核对",
                        en:
                            "which district this is is not known (no district.yaml was read): the area was not checked"
                    ))
            }
            return ours
        }
        let elsewhere = candidates.filter { $0.areas.verdict == .elsewhere }
        if let first = elsewhere.first, let area {
            let found = elsewhere.flatMap(\.areas.areas).map(Self.words)
            ledger.add(
                .notOurAlert,
                Phrase(
                    zh: "范围是\(found.joined(separator: "、"))，不含\(area.name)（\(area.code)）",
                    en: "it is for \(found.joined(separator: ", ")), and not for \(area.name) (\(area.code))"),
                at: first.areas.place)
            return []
        }
        guard kind == .cancel else {
            ledger.add(
                .missingKey,
                Phrase(
                    zh: "没有写范围：“<areaDesc>”和“<geocode>”都没有",
                    en: "no area is said, neither as '<areaDesc>' nor as '<geocode>'"),
                at: candidates.first?.areas.place ?? root.place)
            return []
        }
        note(Phrase(zh: "没有写范围", en: "it says no area"))
        return candidates
    }

    private static func words(_ area: AlertMessage.Area) -> String {
        let codes = area.codes.joined(separator: "、")
        if area.description.isEmpty { return codes }
        return codes.isEmpty ? "“\(area.description)”" : "“\(area.description)”（\(codes)）"
    }

    /// Several infos for one area must ask for the same thing, whatever their language.
    private mutating func checkAgreement(_ contents: [(AlertMessage.Content?, Candidate)]) {
        let known = contents.compactMap { content, candidate in content.map { ($0, candidate.info) } }
        guard let (first, info) = known.first else { return }
        for (other, otherInfo) in known.dropFirst()
        where other.color != first.color || other.expires != first.expires || other.onset != first.onset {
            ledger.add(
                .alertDisagrees,
                Phrase(
                    zh: "和第 \(info.place.start.line) 行的“<info>”说的级别或时间不一样",
                    en: "this '<info>' says another level or time than that of line \(info.place.start.line)"),
                at: otherInfo.place, help: Self.disagreementHelp)
        }
    }

    private mutating func content(of candidate: Candidate, _ kind: AlertMessage.Kind) -> AlertMessage.Content?
    {
        let info = candidate.info
        let before = ledger.findings.count
        let event = event(of: info)
        let color = color(of: info, isNeeded: kind != .cancel)
        let effective = time(of: optional(in: info, "effective"), roundingUp: false)
        let onset = time(of: optional(in: info, "onset"), roundingUp: false)
        let expires = time(of: optional(in: info, "expires"), roundingUp: true)
        guard let event, ledger.findings.count == before else { return nil }
        return AlertMessage.Content(
            event: event, color: color, effective: effective, onset: onset, expires: expires,
            senderName: optional(in: info, "senderName")?.text,
            headline: optional(in: info, "headline")?.text,
            description: optional(in: info, "description")?.text,
            instruction: optional(in: info, "instruction")?.text,
            orderNumber: value(of: Self.orderNumberNames, in: info)?.text, areas: candidate.areas.areas)
    }

    private static let orderNumberNames: Set<String> = ["文号", "命令文号", "ordernumber"]

    /// The value of the first `<parameter>` that goes by one of these names.
    func value(of names: Set<String>, in info: XMLElement) -> XMLElement? {
        info.children("parameter").first { parameter in
            names.contains(parameter.children("valueName").first?.text.lowercased() ?? "")
        }?.children("value").first { !$0.text.isEmpty && $0.children.isEmpty }
    }
}
