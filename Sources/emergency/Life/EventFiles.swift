import Activating
import Diagnostics
import Papers
import PlanFiles
import PlanModel
import Printing
import Sheets
import Staffing

/// All files of one event: its papers, its roster, what is cut from then on, and their sums; then the record.
struct EventFiles {
    let event: ResponseEvent
    let frame: PaperFrame
    let roster: PublishedRoster?
    let isPrinted: Bool
    let earlier: [ResponseEvent]
    /// The record so far.
    let log: EventLog?

    struct Written {
        let event: ResponseEvent
        let files: Int
        /// The hash of the record's last entry.
        let head: String
    }

    func write(to folder: ResponseFolder, on shelf: ResponseShelf, replacing old: ResponseFolder? = nil)
        async throws -> Written
    {
        let isOver = event.kind == .revoke && frame.response.subDistricts.isEmpty
        let kinds = EventPapers.kinds(of: event.kind, isOver: isOver, isChange: frame.isChange)
        let wanted = isPrinted ? kinds.filter(frame.hasPaper) : []
        // An alert is answered also by a machine that cannot print.
        let papers = await PrintRun(frame, kinds: wanted).files(asOne: false)
        let printed = papers == nil ? [] : wanted
        let sheets = await ResponseSheets(frame, printed: printed, kinds: kinds)
        var files: [ResponseFile] = []
        if let name = event.papers {
            files = sheets.files.map { ResponseFile(path: "\(name)/\($0.path)", text: $0.text) }
            files += (papers ?? []).map {
                ResponseFile(path: "\(name)/\($0.file.path)", bytes: $0.file.bytes)
            }
        }
        if let roster {
            files.append(ResponseFile(path: RosterEditions.path(of: event.edition), text: roster.yaml))
        }
        // Who is on duty changes nothing that is cut, and what ends cuts nothing more.
        if event.kind != .roster, event.kind != .lift {
            let cuts = isOver ? [] : frame.response.activation.schedule
            files.append(
                ResponseFile(
                    path: "cuts/\(event.number).yaml",
                    text: ScheduledCut.yaml(cuts, of: folder.name, event: event.number)))
        }
        let sums = FileSums(files)
        files.append(ResponseFile(path: FileSums.path(of: event.number), text: sums.text))
        let whole = event.vouching(for: sums.hash)
        let start =
            log
            ?? EventLog(
                path: "\(folder.path)/\(EventLog.name)",
                bytes: Array(ResponseEvent.yamlHead(of: folder.name).utf8))
        let longer = start.appending(whole.yaml)
        // What could not be read again would be no record.
        let faults = RecordReading.read(longer, of: folder.name).faults
        guard faults.isEmpty else {
            let terminal = Terminal.shared
            for fault in faults { terminal.note(fault.text(in: terminal.errorStyle) + "\n") }
            terminal.complain(
                Phrase(zh: "记录写出来读不回去，没有写", en: "the record could not be read back; nothing was written"))
            throw Failure.outside.code
        }
        let front = ResponseSheets.frontPage(
            frame, in: event.papers ?? "", printed: printed, kinds: kinds, after: earlier + [whole])
        let page = ResponseFile(path: "index.html", text: front)
        do throws(PlanFilesError) {
            if log == nil {
                try shelf.begin(folder, files + [page], log: longer, replacing: old)
            } else {
                try shelf.goOn(with: folder, files, page: page, log: longer)
            }
        } catch {
            throw Terminal.shared.told(error)
        }
        return Written(event: whole, files: files.count + 2, head: longer.head ?? "")
    }
}
