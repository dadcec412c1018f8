package import Activating
import Diagnostics
package import PlanModel
package import Printing

extension OrderWords {
    /// The exemption in one sentence.
    static func sentence(of exemption: EnterpriseExemption) -> String {
        let load = exemption.maxLoad.map { "，负荷不得超过 \($0.percentText)" } ?? ""
        return
            "豁免：\(exemption.kind)（\(exemption.approved)，至 \(exemption.until.isoText)）\(load)。现场备好批准文件；到期后按方案的措施执行。"
    }

    /// By when; empty for what is not told to do anything.
    package static func times(
        _ line: EnterpriseActivation.LineActivation, from effective: CivilTime
    ) -> String {
        guard line.entry.notCounted == nil, !line.measures.isEmpty else { return "" }
        guard let needs = needs(of: line) else { return "\(effective.paperText) 起" }
        return needs.minutes > 0
            ? "\(line.beginBy.paperText) 前开始停机，\(line.doneBy.paperText) 前停到位" : "\(effective.paperText) 起"
    }

    /// How long an ordered stop takes; nil where none is ordered.
    private static func needs(of line: EnterpriseActivation.LineActivation) -> Span? {
        line.isToStop ? line.line.stopNeeds ?? Span(minutes: 0) : nil
    }
}
