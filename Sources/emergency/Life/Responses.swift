import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing
import Responding

/// The folder of all responses, looked at once.
struct Responses {
    let shelf: ResponseShelf
    let history: ResponseHistory
    /// The names of those whose records cannot be believed.
    let broken: [String]

    /// Records that are wrong are told of on standard error, and do not count.
    init(in parent: String) throws {
        let terminal = Terminal.shared
        do throws(PlanFilesError) {
            shelf = try ResponseShelf(parent)
        } catch {
            throw terminal.told(error)
        }
        var (records, broken): ([ResponseRecord], [String]) = ([], [])
        for (name, log) in shelf.logs {
            if let record = Self.record(of: name, log) { records.append(record) } else { broken.append(name) }
        }
        history = ResponseHistory(records)
        self.broken = broken
    }

    private static func record(of name: String, _ log: EventLog) -> ResponseRecord? {
        let terminal = Terminal.shared
        let (record, faults) = RecordReading.read(log, of: name)
        guard faults.isEmpty else {
            for fault in faults.prefix(3) { terminal.note(fault.text(in: terminal.errorStyle) + "\n") }
            terminal.note(
                terminal.say(
                    "\(harmless(name)) 的记录靠不住，没有计入；查看：emergency verify \(harmless(name))\n",
                    "the record of \(harmless(name)) cannot be believed and does not count; see emergency verify \(harmless(name))\n"
                ))
            return nil
        }
        return record
    }

    /// The response of a name, which may be the path of its folder; without a name the last one.
    func record(named name: String?, isDrill: Bool = false) throws -> ResponseRecord {
        let terminal = Terminal.shared
        guard let name else {
            if let last = history.last(isDrill: isDrill) { return last }
            terminal.complain(
                Phrase(
                    zh: "\(shelf.parent) 里还没有\(isDrill ? "演练" : "响应")",
                    en: "there is no \(isDrill ? "drill" : "response") in \(shelf.parent) yet"),
                help: Phrase(
                    zh: "启动一次：emergency activate --level orange",
                    en: "begin one: emergency activate --level orange"))
            throw Failure.outside.code
        }
        let wanted = Self.base(of: name)
        if let found = history.records.first(where: { $0.name == wanted }) { return found }
        guard !broken.contains(wanted) else { throw Failure.findings.code }
        throw ValidationError(
            terminal.say("没有响应“\(name)”。", "There is no response '\(name)'. ")
                + terminal.say("现有：", "There are: ")
                + (history.records.map { harmless($0.name) }.joined(separator: terminal.say("、", ", "))))
    }

    /// `Responses/2026-11-24-orange/` names the same as `2026-11-24-orange`.
    static func base(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Says why an order makes no sense, and how things stand.
    func refused(_ refusal: OrderRefusal, at now: CivilTime, isDrill: Bool) -> ExitCode {
        let terminal = Terminal.shared
        terminal.complain(refusal.message, help: refusal.help)
        terminal.note(
            history.last(isDrill: isDrill).map { $0.statusText(at: now, in: terminal.errorStyle) }
                ?? terminal.say("现在没有进行中的响应\n", "No response is active now\n"))
        return Failure.findings.code
    }
}

/// A record as read, and what is wrong with it.
enum RecordReading {
    static func read(_ log: EventLog, of name: String) -> (record: ResponseRecord?, faults: [RecordFault]) {
        if let fault = log.fault {
            let message = fault.message
            return (
                nil,
                [
                    RecordFault(
                        path: log.path, line: fault.line,
                        message: Phrase(
                            zh: "第 \(fault.entry) 条\(message.chinese)",
                            en: "entry \(fault.entry) \(message.english)"))
                ]
            )
        }
        let (read, findings) = ResponseEvent.read(log.file)
        guard let read else {
            return (
                nil,
                findings.map { RecordFault(path: log.path, line: $0.place.start.line, message: $0.message) }
            )
        }
        do throws(BrokenRecord) {
            return (try ResponseRecord(read.response, read.events), [])
        } catch {
            let message = error.message
            return (
                nil,
                [
                    RecordFault(
                        path: log.path, line: error.place?.start.line ?? 1,
                        message: Phrase(
                            zh: "第 \(error.event) 条：\(message.chinese)",
                            en: "entry \(error.event): \(message.english)"))
                ]
            )
        }
    }
}
