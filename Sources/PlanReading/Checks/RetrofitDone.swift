import Diagnostics
import PlanModel

/// A retrofit that is overdue and undone means stop (西政发〔2018〕12号 二十六).
enum RetrofitDone: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        guard let retrofit = enterprise.retrofit, retrofit.done == nil, retrofit.due < basis.day,
            let running = enterprise.lines.first(where: { $0.status == .running })
        else { return [] }
        return [
            Diagnostic(
                .overdueRetrofit,
                Phrase(
                    zh:
                        "“\(retrofit.item)”已于 \(retrofit.due.isoText) 到期未完成，生产线 \(running.id.text) 仍在运行",
                    en:
                        "'\(retrofit.item)' was due on \(retrofit.due.isoText), yet line \(running.id.text) is running"
                ),
                severity: .warning, at: retrofit.place,
                help: Phrase(
                    zh: "逾期未完成的须停产整治：各线写 status: rectification，或写明 done 日期",
                    en:
                        "an overdue retrofit means stop: write status: rectification for the lines, or say when it was 'done'"
                ),
                related: [.init(Phrase(zh: "运行的生产线在这里", en: "the running line is here"), at: running.place)])
        ]
    }
}
