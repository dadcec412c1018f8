import Diagnostics
import MarkedXML
import PlanModel

/// The areas of one `<info>`, and whether ours is among them.
struct StatedAreas {
    enum Verdict {
        case covers, elsewhere, disagrees
        /// Neither a code nor a name is said.
        case unsaid
    }

    let areas: [AlertMessage.Area]
    let verdict: Verdict
    /// Of the first area; of the info where it has none.
    let place: SourceSpan
}

extension AlertReader {
    /// Held against the district by code first, and by name second.
    mutating func areas(of info: XMLElement) -> StatedAreas {
        let elements = info.children("area")
        var stated: [AlertMessage.Area] = []
        var verdicts: [StatedAreas.Verdict] = []
        for element in elements {
            let name = optional(in: element, "areaDesc")
            let codes = codes(of: element)
            stated.append(AlertMessage.Area(description: name?.text ?? "", codes: codes))
            let verdict = verdict(names: name?.text ?? "", codes: codes)
            if verdict == .disagrees {
                ledger.add(
                    .alertDisagrees,
                    Phrase(
                        zh: "范围的代码是 \(codes.joined(separator: "、"))，名称却是“\(name?.text ?? "")”",
                        en:
                            "the area's code is \(codes.joined(separator: ", ")), but its name is '\(name?.text ?? "")'"
                    ), at: name?.textPlace ?? element.place, help: Self.disagreementHelp)
            }
            verdicts.append(verdict)
        }
        let verdict =
            [StatedAreas.Verdict.disagrees, .covers, .elsewhere].first(where: verdicts.contains) ?? .unsaid
        return StatedAreas(areas: stated, verdict: verdict, place: elements.first?.place ?? info.place)
    }

    static let disagreementHelp = Phrase(
        zh: "向发送方核实；要按其中一个办，直接用 emergency activate --level",
        en: "ask the sender; to act on either, use emergency activate --level")

    /// Digits of GB/T 2260, six where the rest is zeros.
    private func codes(of area: XMLElement) -> [String] {
        area.children("geocode").flatMap { code -> [String] in
            guard let value = code.children("value").first else {
                return code.text.split { $0 == "," || $0 == "，" || $0.isWhitespace }.map(String.init)
            }
            // Other countries number their areas too, some of them with six digits.
            let system = code.children("valueName").first?.text.uppercased() ?? ""
            return ["SAME", "FIPS6", "FIPS", "UGC"].contains(system) ? [] : [value.text]
        }.filter {
            $0.utf8.count >= 6 && $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        }
        .map { code in
            code.utf8.count == 12 && code.hasSuffix("000000") ? String(code.prefix(6)) : code
        }
    }

    private func verdict(names text: String, codes: [String]) -> StatedAreas.Verdict {
        let names = text.split { ",，、;；".contains($0) || $0.isWhitespace }.map(String.init)
        guard let area else { return names.isEmpty && codes.isEmpty ? .unsaid : .covers }
        guard !codes.isEmpty else {
            guard !names.isEmpty else { return .unsaid }
            return names.contains { area.relation(toName: $0) != .elsewhere } ? .covers : .elsewhere
        }
        let relations = codes.map(area.relation(toCode:))
        guard relations.contains(where: { $0 != .elsewhere }) else {
            // The name is ours and the code is not: one of them is wrong, and nobody here knows which.
            return names.contains { area.relation(toName: $0) != .elsewhere } ? .disagrees : .elsewhere
        }
        guard !names.isEmpty else { return .covers }
        let agrees =
            names.count == codes.count
            ? zip(names, relations).allSatisfy { $1 == .elsewhere || area.agrees($0, with: $1) }
            : names.contains { name in relations.contains { $0 != .elsewhere && area.agrees(name, with: $0) }
            }
        return agrees ? .covers : .disagrees
    }
}
