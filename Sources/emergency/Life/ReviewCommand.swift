import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing
import Responding
import Sheets

typealias ReviewFace = OutputFace<ReviewForm>

/// The forms of a review.
enum ReviewForm: String, CaseIterable {
    case markdown, html, json
}

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: Terminal.shared.say(
            "解除后的总结评估：各级别时长、减排量、每人值守、期间计划变更。",
            "After a lift: hours at each level, what was avoided, who served, what the plans became."),
        discussion: Terminal.shared.say(
            """
            数字都从记录和当时写下的削减、值班表算出，不看现在的计划；减排量按核算，不是实测。
            例：emergency review > 总结评估.md
            　　emergency review 2026-11-24-orange --format html=总结评估.html --format json=总结评估.json
            """,
            """
            All figures come from the record and from what was written then, not from the plans of today; what was avoided is
            reckoned, not measured.
            Examples: emergency review > review.md
                      emergency review 2026-11-24-orange --format html=review.html --format json=review.json
            """))

    @OptionGroup var chosen: RecordOptions

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "还没结束的，算到这个时间；省略即现在。", "Up to when one is reckoned that is not over; now when left out."),
            valueName: "time"))
    var at: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            Terminal.shared.say(
                "输出形式，可写几个：markdown、html、json；写进文件用 形式=文件。",
                "Output, several at will: markdown, html, json; FORMAT=FILE writes a file."),
            valueName: "format[=file]"))
    var format: [ReviewFace] = []

    @OptionGroup var options: PlanOptions

    func validate() throws {
        try ReviewFace.requireSound(
            format, ("总结评估", "a review is"), example: ("markdown=review.md", "markdown=review.md"))
    }

    func run() async throws {
        let terminal = Terminal.shared
        let now = try OrderOptions.time(at, "--at") ?? terminal.now
        let record = try chosen.record()
        let folder = "\(chosen.place.responses)/\(record.name)"
        try requireSound(
            RosterEditions.path(of: record.last.edition), of: record.last.number, record, in: folder)
        let review = ResponseReview(
            record, cuts: try cuts(of: record, in: folder), roster: try RosterEditions(of: folder).roster(),
            now: now)
        if !review.isOver {
            terminal.note(
                terminal.say(
                    "\(harmless(record.name)) 还没有结束，算到 \(review.until.isoText)\n",
                    "\(harmless(record.name)) is not over: reckoned up to \(review.until.isoText)\n"))
        }
        let district = try await districtName(on: record.state.began.date)
        let lines = await planLines(of: record)
        for face in format.isEmpty ? [ReviewFace(.markdown)] : format {
            try face.put { _ in
                switch face.kind {
                case .markdown: review.markdown(of: district, planChanges: lines)
                case .html: ReviewSheet(review, of: district, planChanges: lines).text
                case .json: review.json(of: district).text
                }
            }
            face.tellWritten()
        }
    }

    private func cuts(of record: ResponseRecord, in folder: String) throws -> [Int: [ScheduledCut]] {
        let terminal = Terminal.shared
        var cuts: [Int: [ScheduledCut]] = [:]
        for event in record.ordersInForce.map(\.event) {
            try requireSound("cuts/\(event).yaml", of: event, record, in: folder)
            let file: SourceFile
            do throws(PlanFilesError) {
                file = try InputFile.read("\(folder)/cuts/\(event).yaml", most: EventLog.largestFile)
            } catch {
                throw terminal.told(error)
            }
            let (read, findings) = ScheduledCut.read(file)
            guard let read else {
                for finding in findings { terminal.note(finding.text(in: terminal.errorStyle) + "\n") }
                terminal.complain(
                    Phrase(
                        zh: "\(file.path) 读不了，算不出减排量", en: "\(file.path) cannot be read; nothing was reckoned"
                    ),
                    help: Phrase(
                        zh: "查看 emergency verify \(record.name)", en: "see emergency verify \(record.name)"))
                throw Failure.findings.code
            }
            cuts[event] = read
        }
        return cuts
    }

    /// - Throws: When a file is not as it was written: what is reckoned from it would be nobody's word.
    private func requireSound(_ path: String, of event: Int, _ record: ResponseRecord, in folder: String)
        throws
    {
        let terminal = Terminal.shared
        let sums = record.events[event - 1].sums
        let faults = RecordedFiles(in: folder, event: event).faults(vouchedBy: sums, only: path)
        guard !faults.isEmpty else { return }
        for fault in faults {
            let fault = RecordFault(path: fault.path, line: nil, message: fault.message)
            terminal.note(fault.text(in: terminal.errorStyle) + "\n")
        }
        terminal.complain(
            Phrase(zh: "算不出总结评估", en: "nothing was reckoned"),
            help: Phrase(zh: "查看 emergency verify \(record.name)", en: "see emergency verify \(record.name)"))
        throw Failure.findings.code
    }

    /// The district's name by the plans as they are; a review does without it.
    private func districtName(on day: CivilDate) async throws -> String {
        guard PlanFileWriter.exists(options.plans) else { return "" }
        let (_, reading) = try await options.read(on: day)
        return reading.book?.district.name ?? ""
    }

    /// What the plans became between the first event and the last, where git has both.
    private func planLines(of record: ResponseRecord) async -> [String]? {
        guard let first = record.events[0].plans.commit, let last = record.last.plans.commit, first != last,
            let pair = try? await PlanFolderPair.read(options.plans, from: first, to: last)
        else { return nil }
        let comparison = await PlanComparison.whole(
            of: pair, levels: AlertLevel.allCases, on: record.state.began.date, stamp: "", progress: nil
        ).comparison
        let style = TextStyle(language: .chinese, usesColor: false)
        let isDirty = [record.events[0], record.last].contains { !$0.plans.isClean }
        return comparison.text(in: style).split(separator: "\n").map(String.init)
            + (isDirty ? ["有的时候有未提交的改动：这里只比较了提交。"] : [])
    }
}
