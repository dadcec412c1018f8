package import Diagnostics
import MarkedYAML
package import PlanModel

extension ResponseEvent {
    /// Reads a record as the program wrote it; people may have changed it since.
    /// - Returns: The name of its response and the events when nothing is wrong with it, and what is wrong.
    package static func read(_ file: SourceFile) -> (
        record: (response: String, events: [ResponseEvent])?, findings: [Diagnostic]
    ) {
        do throws(YAMLFault) {
            let context = ReadingContext()
            let tree = try YAMLReader.read(file)
            let record = tree.withRoot { root in root.flatMap { EventFile.shape.read($0, context) } }
            let findings = context.finished(in: file) + tree.warnings
            if let record, !findings.contains(where: { $0.severity == .error }) {
                return ((record.response, record.events), findings)
            }
            let empty = Diagnostic(
                .notAFile, Phrase(zh: "这不是一份响应记录", en: "this is no record of a response"),
                at: SourceSpan(wholeOf: file))
            return (nil, findings.isEmpty ? [empty] : findings)
        } catch {
            return (nil, [error.diagnostic])
        }
    }
}

private struct EventFile {
    let response: String
    let events: [ResponseEvent]

    private static let kind = Field("kind", "类型", .text)
    private static let response = Field("response", "响应", .text)
    private static let events = Field("events", "事件", ResponseEvent.shape.list())

    static let shape = Shape<EventFile>.record(fields(kind, response, events)) { record in
        let (response, events) = (record(response), record(events))
        guard let response, let events else { return nil }
        return EventFile(response: response, events: events)
    }
}

extension ResponseEvent {
    private static let event = Field("event", "事件", .choice(Kind.self) { $0.title.chinese })
    private static let number = Field("number", "序号", .integer(1...100_000, example: "1"))
    private static let level = Field("level", "级别", .level)
    private static let order = Field("order", "文号", .text, optional: true)
    private static let alert = Field("alert", "预警信息", AlertMessage.Reference.shape, optional: true)
    private static let issued = Field("issued", "发布", .moment)
    private static let effective = Field("effective", "生效", .moment)
    private static let until = Field("until", "至", .moment, optional: true)
    private static let drill = Field("drill", "演练", .flag, optional: true)
    private static let whole = Field("whole", "整次", .flag, optional: true)
    private static let recorded = Field("recorded", "记录", .moment)
    private static let clock = Field("clock", "时钟", .text, optional: true)
    private static let by = Field("by", "记录人", .text)
    private static let program = Field("program", "程序", .text)
    private static let commit = Field("commit", "提交", .text, optional: true)
    private static let clean = Field("clean", "无改动", .flag, optional: true)
    private static let contentHash = Field("contentHash", "内容", .text)
    private static let leftOut = Field(
        "leftOut", "未计入", Shape<String>.text.list(), optional: true)
    private static let met = Field("met", "达到", .flag)
    private static let verdict = Field("verdict", "结论", .everyPollutant(Verdict.Figure.shape))
    private static let edition = Field("edition", "版次", .integer(1...100_000, example: "1"))
    private static let papers = Field("papers", "文书", .text, optional: true)
    private static let sums = Field("sums", "校验", .text)
    private static let previous = Field("previous", "前一条", .text, optional: true)
    private static let hash = Field("hash", "本条", .text)

    fileprivate static let shape = Shape<ResponseEvent>.record(
        fields(
            event, number, level, order, alert, issued, effective, until, whole, drill, recorded, clock, by,
            program,
            commit,
            clean, contentHash, leftOut, met, verdict, edition, papers, sums, previous, hash)
    ) { record in
        let (kind, number, level, order) = (record(event), record(number), record(level), record(order))
        let (alert, whole) = (record(alert), record(whole) ?? false)
        let (issued, effective, until) = (record(issued), record(effective), record(until))
        let (recorded, clock, by, drill) = (record(recorded), record(clock), record(by), record(drill))
        let (program, commit, clean) = (record(program), record(commit), record(clean))
        let (contentHash, leftOut) = (record(contentHash), record(leftOut))
        let (met, figures) = (record(met), record(verdict))
        let (edition, papers, sums) = (record(edition), record(papers), record(sums))
        guard let kind, let number, let level, let issued, let effective, let recorded, let by, let program,
            let contentHash, let met, let figures, let edition, let sums
        else { return nil }
        return ResponseEvent(
            number: number, kind: kind, level: level, orderNumber: order, alert: alert, isWhole: whole,
            issued: issued,
            effective: effective,
            until: until, isDrill: drill ?? false, recorded: recorded, isClockGiven: clock != nil, by: by,
            plans: Provenance(
                folder: "", commit: commit, isClean: clean ?? false, contentHash: contentHash,
                leftOut: leftOut ?? [], programVersion: program),
            verdict: Verdict(isMet: met, figures: figures), edition: edition, papers: papers, sums: sums,
            place: record.place)
    }
}

extension ResponseEvent.Verdict.Figure {
    private static let base = Field("base", "全社会", .massRate)
    private static let cut = Field("cut", "削减", .massRate)
    private static let target = Field("target", "目标", .percent)
    private static let met = Field("met", "达到", .flag)

    static let shape = Shape<Self>.record(fields(base, cut, target, met)) { record in
        let (base, cut, target, met) = (record(base), record(cut), record(target), record(met))
        guard let base, let cut, let target, let met else { return nil }
        return Self(base: base, cut: cut, target: target, isMet: met)
    }
}

extension AlertMessage.Reference {
    private static let identifier = Field("identifier", "标识", .text)
    private static let sender = Field("sender", "发布者", .text, optional: true)
    private static let sent = Field("sent", "发出", .moment, optional: true)

    fileprivate static let shape = Shape<Self>.record(fields(identifier, sender, sent)) { record in
        let (identifier, sender, sent) = (record(identifier), record(sender), record(sent))
        guard let identifier else { return nil }
        return Self(sender: sender, identifier: identifier, sent: sent)
    }
}
