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

    /// - Throws: When a response whose record cannot be believed may still be going on: there would be two.
    func requireReadable(near time: CivilTime, isDrill: Bool) throws {
        let suspect = broken.first { name in
            guard name.hasSuffix(ResponseRecord.drillSuffix) == isDrill,
                let day = CivilDate(String(name.prefix(10)))
            else {
                return false
            }
            return abs(time.date.dayNumber - day.dayNumber) <= ResponseRecord.mostDays
        }
        guard let suspect else { return }
        Terminal.shared.complain(
            Phrase(
                zh: "\(suspect) 的记录靠不住，不知道它是否还在进行，没有启动",
                en: "the record of \(suspect) cannot be believed, and it may be going on; nothing was begun"),
            help: Phrase(
                zh: "先修好它（emergency verify，或用 git checkout 取回 events.yaml）；来不及时把那个文件夹改名为 \(suspect).replaced",
                en:
                    "mend it first (emergency verify, or git checkout of events.yaml); in need rename that folder to \(suspect).replaced"
            ))
        throw Failure.findings.code
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
            let record = try ResponseRecord(read.response, read.events)
            guard record.name == name else {
                let message = Phrase(
                    zh: "记录的是 \(record.name)，文件夹改过名",
                    en: "it is the record of \(record.name); the folder was renamed")
                return (nil, [RecordFault(path: log.path, line: 3, message: message)])
            }
            return (record, [])
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
