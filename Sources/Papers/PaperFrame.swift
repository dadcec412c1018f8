package import Activating
import Diagnostics
package import PlanModel
import Printing
package import Staffing

/// What all papers of a response have in common: level, number, which plans they stand on.
package struct PaperFrame: Sendable {
    package let response: StaffedResponse
    /// What is otherwise than before; orders then say only that.
    package let changes: ActivationChanges?

    /// What the district does: it begins, raises, lowers, extends or lifts.
    let deed: ResponseEvent.Kind

    /// The number of the order that is answered; nil where it has none.
    let orderNumber: String?

    /// - Parameters:
    ///   - previous: What was in force before.
    ///   - number: Of the order that goes on with a response; that of the level's own order where one begins.
    package init(
        _ response: StaffedResponse, after previous: Activation? = nil,
        deed: ResponseEvent.Kind = .activate, number: String? = nil
    ) {
        orderNumber = deed == .activate ? response.activation.order.number : number
        self.response = response
        self.deed = deed
        changes = previous.map { ActivationChanges(from: $0, to: response.activation) }
    }

    /// How the cover of a change is called; nil where a response begins.
    var deedName: String? {
        switch deed {
        case .extend: "延长令"
        case .revoke: "撤回令"
        case .activate, .raise, .lower, .lift, .roster: isChange ? "变更令" : nil
        }
    }

    /// Whether orders say only what changes.
    package var isChange: Bool { changes != nil }

    var order: AlertOrder { response.activation.order }
    var level: String { "\(order.level.title.chinese)预警" }

    /// A section with the response's corner and foot, and the number of the city's order unless it gets one of its own; assumptions and plan files with errors stand first.
    func section(
        _ title: String, _ subtitle: String, code: String? = nil, numbered isNumbered: Bool = true,
        _ blocks: [PaperBlock]
    ) -> PaperSection {
        let drill = order.isDrill ? ["演练，不是真的预警，不作为执法和停限产的依据"] : []
        let caveats = (drill + response.provenance.caveats).map {
            PaperBlock.paragraph(PaperText($0, bold: true, .bad))
        }
        return PaperSection(
            marked(title), subtitle,
            corner: [
                marked(level),
                isNumbered ? order.number.map { "预警 \($0)" } ?? "文号 ____________" : "文号 ____________",
            ],
            code: code,
            footer: footer, blocks: caveats + blocks)
    }

    private var footer: String {
        let provenance = response.provenance
        let commit = provenance.commit.map {
            "提交 \($0.prefix(8))" + (provenance.isClean ? "" : "（有未提交的改动）")
        }
        return
            "\(response.book.district.name)　\(order.effective.paperText) 起\(level)响应　计划 \(commit ?? "未入库") \(provenance.contentHash.prefix(15))"
    }

    func paper(_ title: String, size: PaperSize = .a4, _ sections: [PaperSection]) -> Paper {
        Paper(marked(title), size: size, level: order.level, sections: sections)
    }

    /// A title that says so when it is a drill's.
    func marked(_ title: String) -> String { order.isDrill ? "【演练】\(title)" : title }

    /// What codes on the pages begin with: response, sub-district, what it is.
    func code(_ part: StaffedResponse.Part, _ kind: String) -> String {
        "\(order.began.date.isoText)-\(order.level.rawValue)/\(part.number)/\(kind)"
    }
}
