import PlanModel
import Responding

extension ResponseEvent {
    /// An event of tests that follows an order.
    static func of(_ order: ResponseOrder, _ state: ResponseState, number: Int) -> ResponseEvent {
        ResponseEvent(
            number: number, kind: order.kind, level: state.last.level, orderNumber: order.number,
            isWhole: order.isWhole,
            issued: order.issued, effective: order.effective, until: state.until, isDrill: false,
            recorded: order.issued, isClockGiven: true, by: "示例",
            plans: Provenance(
                folder: "", commit: nil, isClean: false, contentHash: "sha256:0", leftOut: [],
                programVersion: "0"),
            verdict: ResponseEvent.Verdict(
                isMet: true,
                figures: PerPollutant { _ in
                    ResponseEvent.Verdict.Figure(
                        base: MassRate(gramsPerDay: 1000), cut: MassRate(gramsPerDay: 300),
                        target: Share(1, of: 5), isMet: true)
                }), edition: number, papers: nil, sums: "sha256:0")
    }
}
