package import Activating
package import PlanModel
import Printing

/// An order's words, the same wherever it is printed.
package enum OrderWords {
    /// What a line is told to do.
    package static func instruction(_ line: EnterpriseActivation.LineActivation, isExempt: Bool) -> String {
        if line.line.status != .running { return "保持停用，预警期间不得启用" }
        if !line.measures.isEmpty { return line.measures.map(\.orderText).joined(separator: "；") }
        return isExempt ? "豁免，按批准的负荷运行" : "本级别无强制要求，不得扩大生产"
    }

    package static func instruction(_ transport: EnterpriseActivation.TransportActivation) -> String {
        transport.measures.isEmpty
            ? "无新增要求，出入车辆如实登记" : transport.measures.map(\.orderText).joined(separator: "；")
    }

    /// By when, when the level changes in the middle of a response.
    package static func times(_ line: EnterpriseActivation.LineActivation, changedAt time: CivilTime)
        -> String
    {
        let stops = line.measures.contains { if case .stop = $0.action { true } else { false } }
        guard stops, line.entry.notCounted == nil, let needs = line.line.stopNeeds, needs.minutes > 0 else {
            return "\(time.paperText) 起"
        }
        return "\(time.paperText) 开始停机，\((time + needs).paperText) 前停到位"
    }

    /// By when; empty for what is not told to do anything.
    package static func times(_ line: EnterpriseActivation.LineActivation, from effective: CivilTime)
        -> String
    {
        guard line.entry.notCounted == nil, !line.measures.isEmpty else { return "" }
        let stops = line.measures.contains { if case .stop = $0.action { true } else { false } }
        guard stops, let needs = line.line.stopNeeds, needs.minutes > 0 else {
            return "\(effective.paperText) 起"
        }
        return "\(line.beginBy.paperText) 前开始停机，\(line.doneBy.paperText) 前停到位"
    }
}
