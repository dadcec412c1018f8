import Activating
import Diagnostics
package import PlanModel

/// One place that a patrol looks at, with all that it looks for.
package struct PatrolStop: Sendable {
    package let id: String
    package let name: String
    /// 工业企业, or the title of the source's kind, with its rating where it has one.
    package let kind: String
    package let community: SubDistrict.Community
    package let address: String
    package let location: Coordinates?
    package let responsible: ResponsiblePerson?
    /// The member unit to call (街道吹哨、部门报到).
    package let lead: MemberUnit
    package let isGuarded: Bool
    package let items: [Item]
    package let evidence: [String]
    package let statutes: [String]

    /// A box to tick.
    package struct Item: Sendable, Equatable {
        package let text: String
        package let origin: Origin

        package enum Origin: String, Sendable {
            /// From the kind of place.
            case kind
            /// From a measure in force there.
            case measure
            /// From the enterprise's own plan.
            case plan
        }
    }

    init(_ item: EnterpriseActivation, _ book: PlanBook, measures: [ActiveMeasure]) {
        let enterprise = item.enterprise
        let grade = enterprise.rating.grade.rawValue
        let common = measures.map(\.measure).filter { measure in
            if case .enterprises(let selection) = measure.scope {
                selection.includes(rating: grade)
            } else {
                false
            }
        }
        id = enterprise.id.value.text
        name = enterprise.name
        kind = "工业企业（\(enterprise.industry.category)，绩效 \(enterprise.rating.grade.rawValue)）"
        community = enterprise.community.value
        address = enterprise.address
        location = enterprise.location?.value
        responsible = enterprise.responsible
        lead = book.member(enterprise.lead.value)
        isGuarded = item.isGuarded
        items = Self.unique(
            Self.planItems(item) + book.patrol.enterprise.items.map { Item(text: $0, origin: .kind) }
                + common.flatMap(\.checks).map { Item(text: $0, origin: .measure) })
        evidence = Self.unique(book.patrol.enterprise.evidence + common.flatMap(\.evidence))
        statutes = book.patrol.enterprise.statutes
    }

    init?(_ item: SourceActivation, _ book: PlanBook) {
        let source = item.source
        guard let community = source.community?.value else { return nil }
        let inForce = item.measures.filter { $0.measure.group == .mandatory }
        id = source.id.value.text
        name = source.name
        kind = item.kind.title + (source.rating.map { "（\($0)）" } ?? "")
        self.community = community
        address = source.address ?? ""
        location = source.location?.value
        responsible = source.responsible
        lead = book.member(source.lead.value)
        isGuarded = item.isGuarded
        let status: [Item] =
            source.status == .running
            ? [] : [Item(text: "登记为“\(source.status.title.chinese)”，是否确未开工", origin: .plan)]
        items = Self.unique(
            status
                + inForce.flatMap { one -> [Item] in
                    if let exemption = one.exemption {
                        return [
                            Item(
                                text:
                                    "豁免“\(one.measure.title)”（\(exemption.reason)，\(exemption.approved)，至 \(exemption.until.isoText)），现场有无批准文件",
                                origin: .plan)
                        ]
                    }
                    let checks =
                        one.measure.checks.isEmpty ? ["是否落实“\(one.measure.title)”"] : one.measure.checks
                    return checks.map { Item(text: $0, origin: .measure) }
                } + item.kind.guidance.items.map { Item(text: $0, origin: .kind) })
        evidence = Self.unique(item.kind.guidance.evidence + inForce.flatMap(\.measure.evidence))
        statutes = item.kind.guidance.statutes
    }

    /// What the enterprise's own plan promises, as questions.
    private static func planItems(_ item: EnterpriseActivation) -> [Item] {
        var texts: [String] = []
        if let exemption = item.exemption {
            let load = exemption.maxLoad.map { "，负荷是否不超过 \($0.percentText)" } ?? ""
            texts.append(
                "豁免（\(exemption.kind)，\(exemption.approved)，至 \(exemption.until.isoText)）：现场有无批准文件\(load)")
        }
        for line in item.lines {
            let meter = line.line.meter.map { meter in
                "；电表 \(meter.number)" + (meter.normal.map { "（正常 \($0.text)）" } ?? "") + " 读数 ______"
            }
            if line.line.status != .running {
                texts.append("\(line.line.name)登记为“\(line.line.status.title.chinese)”，是否确未开动" + (meter ?? ""))
            } else if item.exemption != nil {
                // What the exemption allows is asked above; the plan's measures are not in force.
                if let meter { texts.append("\(line.line.name)：豁免运行" + meter) }
            } else if !line.measures.isEmpty {
                texts.append(
                    "\(line.line.name)：\(line.measures.map(\.orderText).joined(separator: "；"))，是否做到"
                        + (meter ?? ""))
            }
        }
        if let transport = item.transport, !transport.measures.isEmpty, item.exemption == nil {
            let gate = transport.transport.hasGate ? "（核对门禁记录和视频）" : ""
            texts.append("运输：\(transport.measures.map(\.orderText).joined(separator: "；"))，是否做到\(gate)")
        }
        return texts.map { Item(text: $0, origin: .plan) }
    }

    private static func unique(_ items: [Item]) -> [Item] {
        var seen: Set<String> = []
        return items.filter { seen.insert($0.text).inserted }
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
