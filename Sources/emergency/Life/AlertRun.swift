import Activating
import ArgumentParser
import Diagnostics
import PlanModel
import PlanReading
import Printing
import Responding

/// An alert message on its way to the record: what it asks, given how things stand, is done like any other order.
struct AlertRun {
    let file: String
    let options: PlanOptions
    let bookOptions: BookOptions
    let history: HistoryOptions
    let life: LifeOptions
    let output: LifeOutputOptions

    /// - Throws: Exit code 1 when the message cannot be used, or asks for nothing as things stand.
    func perform() async throws {
        let terminal = Terminal.shared
        let (message, reading) = try await AlertFile.read(file, for: options)
        guard message.isDrill || !life.drill else {
            throw ValidationError(
                terminal.say(
                    "信息是真的预警，不能加 --drill", "the message is of a real alert, which --drill does not go with"))
        }
        var life = life
        life.drill = message.isDrill
        let responses = try Responses(in: history.responses)
        let record = responses.history.current(at: message.sent, isDrill: message.isDrill)
        try requireNew(message, among: responses.history)
        let view = AlertView(message, reading, given: record?.inForce)
        for note in view.notes {
            terminal.note(terminal.say("留意：", "note: ") + harmless(terminal.errorStyle.say(note)) + "\n")
        }
        guard case .success(let request) = view.answer else {
            terminal.complain(view.meaning)
            if let record { terminal.note(record.statusText(at: message.sent, in: terminal.errorStyle)) }
            throw Failure.findings.code
        }
        terminal.note(harmless(terminal.errorStyle.say(view.meaning)) + "\n")
        let order = self.order(request, message, record)
        if record == nil {
            try responses.requireReadable(near: order.effective, isDrill: message.isDrill)
            do throws(OrderRefusal) {
                try responses.history.requireFree(for: order, isDrill: message.isDrill)
            } catch {
                throw responses.refused(error, at: order.effective, isDrill: message.isDrill)
            }
        }
        try await LifeRun(
            responses: responses, order: order, record: record, life: life, plans: options,
            bookOptions: bookOptions, basis: history, output: output,
            alert: AlertMessage.Reference(
                sender: message.sender, identifier: message.identifier, sent: message.sent)
        ).perform()
    }

    /// A message is followed once, and none that is older than one that was followed, whatever became of the response.
    private func requireNew(_ message: AlertMessage, among history: ResponseHistory) throws {
        let followed = history.records.filter { $0.isDrill == message.isDrill }.flatMap(\.events).compactMap(
            \.alert)
        let refusal: AlertRequest.Refusal
        if followed.contains(where: { $0.identifier == message.identifier }) {
            refusal = .alreadyDone
        } else if let last = followed.compactMap(\.sent).max(), message.sent < last {
            refusal = .outdated(lastSent: last)
        } else {
            return
        }
        Terminal.shared.complain(refusal.words)
        throw Failure.findings.code
    }

    private func order(_ request: AlertRequest, _ message: AlertMessage, _ record: ResponseRecord?)
        -> ResponseOrder
    {
        let (sent, number) = (message.sent, message.content?.orderNumber)
        func order(_ kind: ResponseEvent.Kind, _ order: AlertOrder) -> ResponseOrder {
            ResponseOrder(
                kind, level: order.level, number: number, issued: order.issued, effective: order.effective,
                until: order.end, opensEnd: order.end == nil)
        }
        switch request {
        case .begin(let alert): return order(.activate, alert)
        case .change(let alert):
            let isRaise = (record?.state.last.level ?? .yellow) < alert.level
            return order(isRaise ? .raise : .lower, alert)
        case .extend(let until):
            return ResponseOrder(.extend, number: number, issued: sent, effective: sent, until: until)
        case .lift(let time):
            // Called off before it took effect.
            if let state = record?.state, sent < state.began, time <= state.began {
                return ResponseOrder(.revoke, number: number, issued: sent, effective: sent, isWhole: true)
            }
            return ResponseOrder(.lift, number: number, issued: sent, effective: time)
        }
    }
}

extension ResponseRecord {
    /// What an alert message meets.
    var inForce: AlertRequest.InForce {
        let messages = events.compactMap(\.alert)
        return AlertRequest.InForce(
            level: state.last.level, end: state.until, isDrill: isDrill,
            messages: messages.map(\.identifier), lastSent: messages.compactMap(\.sent).max())
    }
}
