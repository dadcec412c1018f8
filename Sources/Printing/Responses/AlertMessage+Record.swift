import Diagnostics
package import PlanModel
package import Responding

extension AlertMessage {
    /// An event of a response as a message to others: what the district does and from when. nil for a changed roster,
    /// which concerns nobody else, and for an event that is not there.
    /// - Parameters:
    ///   - number: Of the event, from 1.
    ///   - sender: Unique among all who send such messages; without spaces and commas.
    package init?(_ record: ResponseRecord, event number: Int, of area: NamedArea, sender: String) {
        let told = record.events.filter { $0.number <= number && $0.kind != .roster }
        guard let event = told.last, event.number == number else { return nil }
        let kind: Kind =
            switch event.kind {
            case .activate: .alert
            case .raise, .lower, .extend, .roster: .update
            case .lift: .cancel
            // Taken back before anything was in force, the whole alert ends; else it goes on as before.
            case .revoke: record.isRevoked(by: event) ? .cancel : .update
            }
        let title = event.level.alertTitle.chinese
        let deed = event.kind.title.chinese
        self.init(
            identifier: Self.identifier(record.name, number, area), sender: sender, sent: event.issued,
            status: record.isDrill ? .exercise : .actual, kind: kind,
            references: told.dropLast().map {
                Reference(
                    sender: sender, identifier: Self.identifier(record.name, $0.number, area), sent: $0.issued
                )
            },
            content: Content(
                event: .heavyPollution, color: AlertColor(event.level), effective: event.issued,
                onset: max(event.effective, event.issued), expires: kind == .cancel ? nil : event.until,
                senderName: "\(area.name)空气重污染应急指挥部办公室",
                headline: "\(record.isDrill ? "【演练】" : "")\(area.name)空气重污染\(title)响应\(deed)",
                description: Self.description(event), instruction: nil, orderNumber: event.orderNumber,
                areas: [Area(description: area.name, codes: [area.code])]))
    }

    private static func identifier(_ response: String, _ number: Int, _ area: NamedArea) -> String {
        "\(area.code)-\(response)-\(number)"
    }

    private static func description(_ event: ResponseEvent) -> String {
        let end = event.until.map { "至 \($0.isoText)" } ?? "解除时间待定"
        let level = event.level.title.chinese
        return switch event.kind {
        case .activate: "自 \(event.effective.isoText) 起启动\(level)预警响应，\(end)。"
        case .raise, .lower: "自 \(event.effective.isoText) 起响应\(event.kind.title.chinese)为\(level)，\(end)。"
        case .extend, .roster: "\(level)预警响应\(end)。"
        case .lift: "自 \(event.effective.isoText) 起解除\(level)预警响应。"
        case .revoke: "撤回尚未生效的命令。"
        }
    }
}
