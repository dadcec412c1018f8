package import Diagnostics
package import PlanModel

/// What became of a message that was read.
package struct AlertReading: Sendable {
    /// In whose words a message is written.
    package enum Dialect: Sendable {
        case cap12
        case cap11
        /// Elements without a namespace, as the national system (12379) sends them.
        case national

        package var title: Phrase {
            switch self {
            case .cap12: Phrase("CAP 1.2")
            case .cap11: Phrase("CAP 1.1")
            case .national: Phrase(zh: "国家预警信息（12379）", en: "the national dialect (12379)")
            }
        }
    }

    /// nil where anything is wrong with it.
    package let message: AlertMessage?
    /// nil where the text is no alert message.
    package let dialect: Dialect?
    /// All errors, in reading order.
    package let findings: [Diagnostic]
    /// What was taken on trust.
    package let notes: [Phrase]
}
