package import Activating
package import Diagnostics
package import PlanModel
package import PlanReading

/// A message that was read, and what it asks for, to be shown.
package struct AlertView: Sendable {
    package let message: AlertMessage
    package let dialect: AlertReading.Dialect
    /// Of the reading, and of what is asked for.
    package let notes: [Phrase]
    package let answer: Result<AlertRequest, AlertRequest.Refusal>

    /// - Parameter current: What is in force; nil when nothing is.
    package init(_ message: AlertMessage, _ reading: AlertReading, given current: AlertRequest.InForce?) {
        self.message = message
        dialect = reading.dialect ?? .cap12
        do throws(AlertRequest.Refusal) {
            let (request, more) = try message.request(given: current)
            answer = .success(request)
            notes = reading.notes + more
        } catch {
            answer = .failure(error)
            notes = reading.notes
        }
    }

    /// Whether the message asks for something.
    package var asksForSomething: Bool {
        if case .success = answer { true } else { false }
    }

    /// What it asks for, or why it asks for nothing, in one sentence.
    package var meaning: Phrase {
        switch answer {
        case .success(let request): request.words(isDrill: message.isDrill)
        case .failure(let refusal): refusal.words
        }
    }
}
