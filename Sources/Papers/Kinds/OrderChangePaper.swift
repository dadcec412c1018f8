import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

/// What a raised or lowered response changes for a sub-district's enterprises and sources: what is released first, then
/// what is otherwise than before, then what is new. Whoever goes on as before gets no sheet.
struct OrderChangePaper {
    let frame: PaperFrame
    let part: StaffedResponse.Part
    let changes: ActivationChanges

    var paper: Paper {
        let title = "\(part.name.text)街道\(levels)变更通知单"
        let sections = changes.owners(of: part.name).map(section)
        guard sections.isEmpty else { return frame.paper(title, sections) }
        return frame.paper(
            title, [frame.section(title, frame.order.paperText, [.paragraph("本街道没有措施变化的企业和点位。")])])
    }

    private var effective: String {
        isRevoked ? "接到本单起" : "\(frame.order.effective.paperText) 起"
    }
    private var former: AlertLevel { changes.before.order.level }

    /// What is taken back was never in force: whoever was told of it goes on as ordered before.
    private var isRevoked: Bool { frame.deed == .revoke }

    private var levels: String {
        let level = frame.order.level
        if isRevoked { return "\(former.title.chinese)撤回、仍执行\(level.title.chinese)" }
        guard former != level else { return "\(level.title.chinese)预警计划" }
        return "\(former.title.chinese)\(former < level ? "升" : "降")\(level.title.chinese)"
    }

    private func section(_ owner: OwnerChanges) -> PaperSection {
        let rows = owner.items.map { item in
            let words = OrderWords.change(item.item)
            return PaperTable.Row([
                PaperTable.Cell(PaperText(isRevoked ? "撤回" : item.kind.title.chinese, bold: true)),
                PaperTable.Cell(PaperText(words.name)),
                PaperTable.Cell(PaperText(words.before, .quiet)),
                PaperTable.Cell(PaperText(words.now, bold: true)),
                PaperTable.Cell(PaperText(time(of: item.item))),
            ])
        }
        var facts: [(String, PaperText)] = [("单位", PaperText("\(owner.name)（\(owner.id)）", bold: true))]
        if let responsible = owner.responsible { facts.append(("责任人", PaperText(responsible.paperText))) }
        let guards = owner.guards
        if guards.before != guards.after {
            facts.append(("盯守", PaperText(guards.after ? "改派专人盯守" : "不再专人盯守", bold: true)))
        }
        var blocks: [PaperBlock] = [.table(.facts(facts))]
        if !rows.isEmpty {
            blocks.append(
                .table(
                    PaperTable(
                        [
                            PaperTable.Column("变更", .millimetres(14)), PaperTable.Column("对象", .share(1)),
                            PaperTable.Column(
                                isRevoked ? "撤回（\(former.title.chinese)）" : "原来（\(former.title.chinese)）",
                                .share(1)),
                            PaperTable.Column("现在（\(frame.order.level.title.chinese)）", .share(1)),
                            PaperTable.Column("何时", .millimetres(36)),
                        ], rows: rows)))
        }
        if owner.unchanged > 0 { blocks.append(.paragraph("其余 \(owner.unchanged) 项不变，照原通知单执行。")) }
        return frame.section(
            "空气重污染\(levels)减排措施变更通知单", "\(owner.name)　\(effective)",
            code: "\(frame.code(part, "change")) \(owner.id)",
            blocks + (owner.lead.map { frame.receipt(of: part, lead: $0) } ?? []))
    }

    private func time(of item: ItemChange.Item) -> String {
        if isRevoked { return "照原通知单" }
        guard case .line(_, let now?) = item else { return effective }
        let times = OrderWords.times(now.line, from: frame.order.effective)
        return times.isEmpty ? effective : times
    }
}
