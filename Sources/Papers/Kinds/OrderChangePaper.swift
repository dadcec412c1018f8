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
    let previous: Activation
    private var activation: Activation { frame.response.activation }

    var paper: Paper {
        let title = "\(part.name.text)街道\(levels)变更通知单"
        let enterprises = activation.enterprises(of: part.name).compactMap { item -> PaperSection? in
            let before = previous.enterprises(of: part.name).first {
                $0.enterprise.id.value == item.enterprise.id.value
            }
            return before.flatMap { section(item, $0) }
        }
        let sources = activation.sources(of: part.name).compactMap { item -> PaperSection? in
            let before = previous.sources(of: part.name).first { $0.source.id.value == item.source.id.value }
            return before.flatMap { section(item, $0) }
        }
        let sections = enterprises + sources
        guard sections.isEmpty else { return frame.paper(title, sections) }
        return frame.paper(
            title, [frame.section(title, frame.order.paperText, [.paragraph("本街道没有措施变化的企业和点位。")])])
    }

    private var effective: String { "\((frame.changed ?? frame.order.effective).paperText) 起" }

    private var levels: String {
        "\(previous.order.level.title.chinese)\(previous.order.level < frame.order.level ? "升" : "降")\(frame.order.level.title.chinese)"
    }

    private enum Change: Int, CaseIterable {
        case released, altered, new

        var title: String {
            switch self {
            case .released: "解除"
            case .altered: "调整"
            case .new: "新增"
            }
        }
    }

    private struct Line {
        let change: Change
        let name: String
        let before: String
        let now: String
        let time: String

        /// nil where nothing changes.
        init?(_ name: String, _ before: Told, _ now: Told, time: String) {
            guard before.words != now.words else { return nil }
            change =
                !now.isOrdered && before.isOrdered
                ? .released : !before.isOrdered && now.isOrdered ? .new : .altered
            self.name = name
            self.before = before.words
            self.now = now.words
            self.time = time
        }
    }

    /// What somebody is told, and whether that is more than to go on.
    private struct Told {
        let words: String
        let isOrdered: Bool
    }

    private func told(_ line: EnterpriseActivation.LineActivation, _ item: EnterpriseActivation) -> Told {
        Told(
            words: OrderWords.instruction(line, under: item.exemption),
            isOrdered: item.exemption == nil && !line.measures.isEmpty)
    }

    private func transport(_ item: EnterpriseActivation) -> Told? {
        item.transport.map {
            Told(
                words: OrderWords.instruction($0, under: item.exemption),
                isOrdered: item.exemption == nil && !$0.measures.isEmpty)
        }
    }

    private func section(_ item: EnterpriseActivation, _ before: EnterpriseActivation) -> PaperSection? {
        let pairs = zip(item.lines, before.lines).filter { $0.0.line.status == .running }
        var lines = pairs.compactMap { pair -> Line? in
            let (now, old) = pair
            let time =
                frame.changed.map { OrderWords.times(now, changedAt: $0) }
                ?? OrderWords.times(now, from: frame.order.effective)
            return Line(
                "\(now.line.id.text) \(now.line.name)", told(old, before), told(now, item),
                time: time.isEmpty ? effective : time)
        }
        if let old = transport(before), let now = transport(item) {
            lines += [Line("运输", old, now, time: effective)].compactMap(\.self)
        }
        let running = pairs.count + (item.transport == nil ? 0 : 1)
        let enterprise = item.enterprise
        return section(
            enterprise.name, enterprise.id.value.text, enterprise.responsible, lines, of: running,
            guards: (before.isGuarded, item.isGuarded), lead: enterprise.lead.value)
    }

    private func section(_ item: SourceActivation, _ before: SourceActivation) -> PaperSection? {
        let (old, new) = (told(before), told(item))
        let titles =
            old.map(\.title) + new.map(\.title).filter { title in !old.contains { $0.title == title } }
        let none = Told(words: "无", isOrdered: false)
        let released = Told(words: "恢复", isOrdered: false)
        let lines = titles.compactMap { title in
            let (was, now) = (old.first { $0.title == title }?.told, new.first { $0.title == title }?.told)
            return Line(title, was ?? none, now ?? released, time: effective)
        }
        let source = item.source
        return section(
            source.name, source.id.value.text, source.responsible, lines, of: titles.count,
            guards: (before.isGuarded, item.isGuarded), lead: source.lead.value)
    }

    /// Every measure with what the site is told of it: to do it, or that it is exempt.
    private func told(_ item: SourceActivation) -> [(title: String, told: Told)] {
        item.measures.filter { $0.measure.group == .mandatory }.map { one in
            let words = one.exemption.map { "豁免（\($0.approved)，至 \($0.until.isoText)），备好批准文件" }
            return (
                one.measure.title,
                Told(
                    words: words ?? "执行：" + one.measure.checks.joined(separator: "；"),
                    isOrdered: one.exemption == nil)
            )
        }
    }

    /// nil for whoever goes on as before.
    private func section(
        _ name: String, _ id: String, _ responsible: ResponsiblePerson?, _ lines: [Line], of count: Int,
        guards: (before: Bool, now: Bool), lead: Identifier<MemberUnit>
    ) -> PaperSection? {
        guard !lines.isEmpty || guards.before != guards.now else { return nil }
        let rows = Change.allCases.flatMap { change in
            lines.filter { $0.change == change }.map { line in
                PaperTable.Row([
                    PaperTable.Cell(PaperText(change.title, bold: true)),
                    PaperTable.Cell(PaperText(line.name)),
                    PaperTable.Cell(PaperText(line.before, .quiet)),
                    PaperTable.Cell(PaperText(line.now, bold: true)), PaperTable.Cell(PaperText(line.time)),
                ])
            }
        }
        var facts: [(String, PaperText)] = [("单位", PaperText("\(name)（\(id)）", bold: true))]
        if let responsible { facts.append(("责任人", PaperText(responsible.paperText))) }
        if guards.before != guards.now {
            facts.append(("盯守", PaperText(guards.now ? "改派专人盯守" : "不再专人盯守", bold: true)))
        }
        let same = count - lines.count
        var blocks: [PaperBlock] = [.table(.facts(facts))]
        if !rows.isEmpty {
            blocks.append(
                .table(
                    PaperTable(
                        [
                            PaperTable.Column("变更", .millimetres(14)), PaperTable.Column("对象", .share(1)),
                            PaperTable.Column("原来（\(previous.order.level.title.chinese)）", .share(1)),
                            PaperTable.Column("现在（\(frame.order.level.title.chinese)）", .share(1)),
                            PaperTable.Column("何时", .millimetres(36)),
                        ], rows: rows)))
        }
        if same > 0 { blocks.append(.paragraph("其余 \(same) 项不变，照原通知单执行。")) }
        return frame.section(
            "空气重污染\(levels)减排措施变更通知单", "\(name)　\(effective)",
            code: "\(frame.code(part, "change")) \(id)", blocks + frame.receipt(of: part, lead: lead))
    }
}
