import Activating
import ArgumentParser
import Diagnostics
import Papers
import PlanFiles
import PlanModel
import PlanReading
import Printing
import Responding
import Sheets
import Staffing

/// An order on its way from the command line to the record: refused as things stand, or answered, written and told.
struct LifeRun {
    let responses: Responses
    let order: ResponseOrder
    /// What it goes on with; nil for the order that begins a response.
    let record: ResponseRecord?
    let life: LifeOptions
    let plans: PlanOptions
    let bookOptions: BookOptions
    let basis: HistoryOptions
    let output: LifeOutputOptions
    /// The alert message that brought the order.
    var alert: AlertMessage.Reference?
    /// Whether a response of the same name is written anew.
    var replacing = false

    /// - Throws: Exit code 1 after a refusal.
    func perform() async throws {
        let terminal = Terminal.shared
        let (now, isClockGiven) = try life.clock
        let state: ResponseState
        do throws(OrderRefusal) {
            state =
                if let record { try record.after(order) } else { try ResponseRecord.beginning(order) }
        } catch {
            throw responses.refused(error, at: now, isDrill: life.drill)
        }
        let folder = try folder(for: state)
        let published = try record.map { try lastEdition(of: $0) }
        let alertOrder = alertOrder(state, published)
        let (book, provenance) = try await bookOptions.book(
            plans, for: alertOrder, at: life.at)
        let changeTime = changeTime(state)
        let change = published.map { RosterBasis.Change(published: $0, now: changeTime) }
        let response = await StaffedResponse(
            book, order: alertOrder, provenance: provenance,
            basis: try basis.basis(for: alertOrder, of: folder.name, changing: change), only: wanted(state),
            shownOn: terminal)
        let previous = try await previous(for: response)
        let frame = PaperFrame(response, after: previous, deed: order.kind)
        let number = (record?.last.number ?? 0) + 1
        let edition = (record?.last.edition ?? 0) + 1
        let event = ResponseEvent(
            number: number, kind: order.kind, level: state.last.level, orderNumber: order.number,
            alert: alert, issued: order.issued, effective: order.effective, until: state.until,
            isDrill: life.drill,
            recorded: now, isClockGiven: isClockGiven, by: life.recorder, plans: provenance,
            verdict: ResponseEvent.Verdict(response.activation.balance), edition: edition,
            papers: "\(number)-\(EventPapers.name(of: order.kind, level: state.last.level))", sums: "")
        let roster =
            state.ending == .revoked
            ? published.map { $0.emptied(edition: edition, drawnUp: order.issued) }
            : response.published(
                as: folder.name, edition: edition, drawnUp: published == nil ? order.issued : changeTime)
        let written = try await EventFiles(
            event: event, frame: frame, roster: roster, isPrinted: output.pdf, earlier: record?.events ?? [],
            log: record.flatMap { responses.shelf.log(of: $0.name) }
        ).write(to: folder, on: responses.shelf, replacing: replacing)
        try LifeReport(
            run: self, event: written.event, frame: frame, previous: previous, folder: folder,
            files: written.files,
            head: written.head
        ).put(as: output.format)
        if !response.activation.balance.isMet { throw Failure.findings.code }
    }

    /// Nobody serves in a response that was taken back.
    private func wanted(_ state: ResponseState) -> Set<Identifier<SubDistrict>>? {
        state.ending == .revoked ? [] : nil
    }

    private func lastEdition(of record: ResponseRecord) throws -> PublishedRoster {
        let editions = RosterEditions(of: "\(responses.shelf.parent)/\(record.name)")
        guard let roster = try editions.roster() else {
            Terminal.shared.complain(
                Phrase(
                    zh: "\(editions.folder) 的值班表读不了，没有记录",
                    en: "the roster of \(editions.folder) cannot be read; nothing was recorded"),
                help: Phrase(
                    zh: "查看 emergency verify \(record.name)", en: "see emergency verify \(record.name)"))
            throw Failure.outside.code
        }
        return roster
    }

    /// From when the roster changes: nothing before a change of level that is yet to come.
    private func changeTime(_ state: ResponseState) -> CivilTime {
        switch order.kind {
        case .lift: order.effective
        case .activate, .raise, .lower: state.last.effective
        case .extend, .revoke, .roster: max(order.issued, state.last.effective)
        }
    }

    private func alertOrder(_ state: ResponseState, _ published: PublishedRoster?) -> AlertOrder {
        let last = state.last
        return AlertOrder(
            level: last.level, issued: last.issued, effective: last.effective, end: state.until,
            number: order.number ?? last.order, began: state.began,
            planned: state.until == nil ? published?.end : nil, isDrill: life.drill)
    }

    /// What was in force before a change of level, by the plans of that hour where git has them.
    private func previous(for response: StaffedResponse) async throws -> Activation? {
        guard let record, order.kind == .raise || order.kind == .lower || order.kind == .revoke else {
            return nil
        }
        let last = record.state.last
        let order = AlertOrder(
            level: last.level, issued: last.issued, effective: last.effective, end: nil, number: last.order)
        return Activation(
            await formerBook(of: record.last.plans, now: response.provenance, order) ?? response.book,
            order: order)
    }

    /// The plans by which people were told last; nil where they are those of now, or git does not have them.
    private func formerBook(of former: Provenance, now: Provenance, _ order: AlertOrder) async -> PlanBook? {
        let terminal = Terminal.shared
        guard former.contentHash != now.contentHash else { return nil }
        if let commit = former.commit, former.isClean,
            let (_, reading, _) = try? await plans.read(on: order.effective.date, at: commit),
            let book = reading.book
        {
            terminal.note(
                terminal.say(
                    "计划在这之间有改动：变更对照 \(commit.prefix(12)) 的计划\n",
                    "the plans have changed since: changes are from those of \(commit.prefix(12))\n"))
            return book
        }
        terminal.note(
            terminal.say(
                "计划在这之间有改动，而当时的计划不在 git 里：变更只按现在的计划对照\n",
                "the plans have changed since, and git does not have those of then: changes are by those of now alone\n"
            ))
        return nil
    }

    /// The name of the response that the order begins, before another of that day has it.
    var plainName: String {
        "\(order.effective.date.isoText)-\(order.level?.rawValue ?? "")" + (life.drill ? "-drill" : "")
    }

    /// The folder of the response; a new one gets a name that is free.
    private func folder(for state: ResponseState) throws -> ResponseFolder {
        let parent = responses.shelf.parent
        if let record { return ResponseFolder(parent: parent, name: record.name) }
        let name = plainName
        // A response that is over keeps its name; the next of that day gets a number.
        var (free, number) = (name, 2)
        while !replacing, responses.history.records.contains(where: { $0.name == free }) {
            free = "\(name)-\(number)"
            number += 1
        }
        let folder = ResponseFolder(parent: parent, name: free)
        do throws(PlanFilesError) {
            if !replacing { try folder.requireFree() }
        } catch {
            throw Terminal.shared.told(error)
        }
        return folder
    }
}

extension ResponseEvent.Verdict {
    init(_ balance: ReductionBalance) {
        self.init(
            isMet: balance.isMet,
            figures: PerPollutant { pollutant in
                let figure = balance.figures[pollutant]
                return Figure(
                    base: figure.base, cut: figure.cut, target: figure.target, isMet: balance.isMet(pollutant)
                )
            })
    }
}
