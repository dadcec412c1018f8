package import Activating
import Diagnostics
package import PlanModel

/// An order's words, the same wherever it is printed.
package enum OrderWords {
    /// What a line is told to do: what an exemption allows comes before what the plan would ask.
    package static func instruction(
        _ line: EnterpriseActivation.LineActivation, under exemption: EnterpriseExemption?
    ) -> String {
        if line.line.status != .running { return "保持停用，预警期间不得启用" }
        if let exemption { return instruction(under: exemption) }
        return line.measures.isEmpty
            ? "本级别无强制要求，不得扩大生产" : line.measures.map(\.orderText).joined(separator: "；")
    }

    package static func instruction(
        _ transport: EnterpriseActivation.TransportActivation, under exemption: EnterpriseExemption?
    ) -> String {
        if let exemption { return instruction(under: exemption) }
        return transport.measures.isEmpty
            ? "无新增要求，出入车辆如实登记" : transport.measures.map(\.orderText).joined(separator: "；")
    }

    /// What changes, in words: its name, what was told before and what is told now.
    package static func change(_ item: ItemChange.Item) -> (name: String, before: String, now: String) {
        switch item {
        case .line(let before, let now):
            let line = (now ?? before)?.line.line
            func words(_ one: ItemChange.LineOrder?) -> String {
                one.map { instruction($0.line, under: $0.exemption) } ?? "不在计划内"
            }
            return (line.map { "\($0.id.text) \($0.name)" } ?? "", words(before), words(now))
        case .transport(let before, let now):
            func words(_ one: ItemChange.TransportOrder?) -> String {
                one.map { instruction($0.transport, under: $0.exemption) } ?? "不在计划内"
            }
            return ("运输", words(before), words(now))
        case .measure(let before, let now):
            return (
                (now ?? before)?.measure.title ?? "", before.map(instruction) ?? "无",
                now.map(instruction) ?? "恢复"
            )
        }
    }

    private static func instruction(_ one: SourceActivation.InForce) -> String {
        one.exemption.map { "豁免（\($0.approved)，至 \($0.until.isoText)），备好批准文件" }
            ?? "执行：" + one.measure.checks.joined(separator: "；")
    }

    private static func instruction(under exemption: EnterpriseExemption) -> String {
        "豁免，" + (exemption.maxLoad.map { "负荷不超过 \($0.percentText)" } ?? "照批准文件运行，不得扩大生产")
    }
}
