import Activating
import Diagnostics
import PlanFiles
import PlanModel
import Printing
import Responding
import Staffing

/// The roster that people have been told, as an order finds it: what the next edition goes on from.
struct LifeRoster {
    let published: PublishedRoster
    /// From when it changes: nothing before a change of level that is yet to come.
    let time: CivilTime

    /// - Throws: When the edition that the record names is not there, or is not as it was written.
    init(of record: ResponseRecord, for order: ResponseOrder, _ state: ResponseState, in parent: String)
        throws
    {
        let folder = "\(parent)/\(record.name)"
        let last = try Self.edition(record.last.edition, of: record, in: folder)
        published = try Self.restored(by: order, record, in: folder) ?? last
        time =
            switch order.kind {
            case .activate, .raise, .lower: state.last.effective
            case .lift: min(order.effective, max(order.issued, state.last.effective))
            case .extend, .revoke, .roster: max(order.issued, state.last.effective)
            }
    }

    private init(published: PublishedRoster, time: CivilTime) {
        self.published = published
        self.time = time
    }

    /// What is taken back leaves the roster as before it, unless somebody has been exchanged since.
    private static func restored(by order: ResponseOrder, _ record: ResponseRecord, in folder: String) throws
        -> PublishedRoster?
    {
        guard order.kind == .revoke, let taken = record.standingOrders.last,
            taken.number == record.last.number,
            taken.number > 1
        else { return nil }
        return try edition(record.events[taken.number - 2].edition, of: record, in: folder)
    }

    private static func edition(_ number: Int, of record: ResponseRecord, in folder: String) throws
        -> PublishedRoster
    {
        let path = RosterEditions.path(of: number)
        let event = record.events.first { $0.edition == number } ?? record.last
        let faults = RecordedFiles(in: folder, event: event.number).faults(vouchedBy: event.sums, only: path)
        let terminal = Terminal.shared
        for fault in faults {
            let fault = RecordFault(path: fault.path, line: nil, message: fault.message)
            terminal.note(fault.text(in: terminal.errorStyle) + "\n")
        }
        if faults.isEmpty, let roster = try RosterEditions(of: folder).roster(number) { return roster }
        terminal.complain(
            Phrase(
                zh: "\(folder)/\(path) 靠不住，没有记录",
                en: "\(folder)/\(path) cannot be believed; nothing was recorded"),
            help: Phrase(
                zh: "查看 emergency verify \(record.name)；在 git 里的，用 git checkout 取回",
                en: "see emergency verify \(record.name); where git has it, git checkout brings it back"))
        throw Failure.findings.code
    }

    /// With the shifts between the end of what was planned, while the end is open, and a change of level that comes
    /// later: they go on at the level before.
    func bridged(
        to change: ResponseState.LevelChange, _ record: ResponseRecord, in book: PlanBook,
        _ provenance: Provenance, by basis: HistoryOptions
    ) async throws -> LifeRoster {
        let last = record.state.last
        guard published.end < change.effective, last.effective < change.effective else { return self }
        let order = AlertOrder(
            level: last.level, issued: last.issued, effective: last.effective, end: change.effective,
            number: last.order, began: record.state.began, isDrill: record.isDrill)
        let response = await StaffedResponse(
            book, order: order, provenance: provenance,
            basis: try basis.basis(
                for: order, of: record.name,
                changing: RosterBasis.Change(published: published, now: max(published.end, last.effective))),
            shownOn: Terminal.shared)
        let longer = response.published(as: record.name, edition: published.edition, drawnUp: change.issued)
            .keeping(partsOf: published, until: change.effective)
        return LifeRoster(published: longer, time: time)
    }
}
