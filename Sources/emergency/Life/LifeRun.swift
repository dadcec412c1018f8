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
    /// The response that is written anew, because it was begun wrongly.
    var replaced: ResponseRecord?

    /// - Throws: Exit code 1 after a refusal.
    func perform() async throws {
        let terminal = Terminal.shared
        let (now, isClockGiven) = try life.clock
        guard order.issued <= now else {
            throw ValidationError(
                terminal.say(
                    "发布时间 \(order.issued.isoText) 在现在（\(now.isoText)）之后",
                    "the time of issue, \(order.issued.isoText), lies after now, \(now.isoText)"))
        }
        let state: ResponseState
        do throws(OrderRefusal) {
            state =
                if let record { try responses.history.after(order, of: record) } else {
                    try ResponseRecord.beginning(order)
                }
        } catch {
            throw responses.refused(error, at: now, isDrill: life.drill)
        }
        let folder = try folder(for: state)
        var footing = try record.map {
            try LifeRoster(of: $0, for: order, state, in: responses.shelf.parent)
        }
        let alertOrder = alertOrder(state, footing?.published)
        let (book, provenance) = try await bookOptions.book(
            plans, for: alertOrder, at: life.at)
        if let record, order.kind == .raise || order.kind == .lower {
            footing = try await footing?.bridged(to: state.last, record, in: book, provenance, by: basis)
        }
        let change = footing.map { RosterBasis.Change(published: $0.published, now: $0.time) }
        let response = await StaffedResponse(
            book, order: alertOrder, provenance: provenance,
            basis: try basis.basis(for: alertOrder, of: folder.name, changing: change), only: wanted(state),
            shownOn: terminal)
        let previous = try await previous(for: response)
        let frame = PaperFrame(
            response, after: previous, deed: order.kind, number: order.number)
        let number = (record?.last.number ?? 0) + 1
        let edition = (record?.last.edition ?? 0) + 1
        let event = ResponseEvent(
            number: number, kind: order.kind, level: state.last.level, orderNumber: order.number,
            alert: alert, isWhole: order.isWhole, issued: order.issued, effective: order.effective,
            until: state.until,
            isDrill: life.drill,
            recorded: now, isClockGiven: isClockGiven, by: life.recorder, plans: provenance,
            verdict: ResponseEvent.Verdict(response.activation.balance), edition: edition,
            papers: "\(number)-\(EventPapers.name(of: order.kind, level: state.last.level))", sums: "")
        let roster = roster(response, footing, state, as: folder.name, edition: edition)
        let written = try await EventFiles(
            event: event, frame: frame, roster: roster, isPrinted: output.pdf, earlier: record?.events ?? [],
            log: record.flatMap { responses.shelf.log(of: $0.name) }
        ).write(
            to: folder, on: responses.shelf,
            replacing: replaced.map { ResponseFolder(parent: responses.shelf.parent, name: $0.name) })
        try LifeReport(
            run: self, event: written.event, frame: frame, previous: previous, folder: folder,
            files: written.files,
            head: written.head
        ).put(as: output.format)
        // What ends has nothing to reach.
        let isEnd = order.kind == .lift || state.ending == .revoked
        if !isEnd, !response.activation.balance.isMet { throw Failure.findings.code }
    }

    /// Nobody serves in a response that was taken back.
    private func wanted(_ state: ResponseState) -> Set<Identifier<SubDistrict>>? {
        state.ending == .revoked ? [] : nil
    }

    /// The edition that goes with the event; what was served in sub-districts that the plans hold no more stays in it.
    private func roster(
        _ response: StaffedResponse, _ footing: LifeRoster?, _ state: ResponseState, as name: String,
        edition: Int
    ) -> PublishedRoster? {
        guard let footing else {
            return response.published(as: name, edition: edition, drawnUp: order.issued)
        }
        guard state.ending != .revoked else {
            return footing.published.emptied(edition: edition, drawnUp: order.issued)
        }
        let next = response.published(as: name, edition: edition, drawnUp: footing.time)
        let gone = footing.published.parts.map(\.subDistrict).filter { part in
            !next.parts.contains { $0.subDistrict == part }
        }
        if !gone.isEmpty {
            let names = gone.map { harmless($0.text) }.joined(separator: "、")
            Terminal.shared.note(
                Terminal.shared.say(
                    "计划里没有 \(names) 了：值到 \(footing.time.isoText) 为止，以后没有人\n",
                    "the plans hold \(names) no more: duty there ends at \(footing.time.isoText)\n"))
        }
        return next.keeping(partsOf: footing.published, until: footing.time)
    }

    private func alertOrder(_ state: ResponseState, _ published: PublishedRoster?) -> AlertOrder {
        let last = state.last
        return AlertOrder(
            level: last.level, issued: last.issued, effective: last.effective, end: state.until,
            number: last.order, began: state.began,
            planned: state.until == nil ? published?.end : nil, isDrill: life.drill)
    }

    /// What was in force before a change of level, by the plans of that hour where git has them.
    private func previous(for response: StaffedResponse) async throws -> Activation? {
        guard let record, order.kind == .raise || order.kind == .lower || order.kind == .revoke else {
            return nil
        }
        let last = record.state.last
        guard last.level != response.activation.order.level else { return nil }
        let order = AlertOrder(
            level: last.level, issued: last.issued, effective: last.effective, end: nil, number: last.order)
        return Activation(
            await formerBook(of: record.lastOrdering.plans, now: response.provenance, order) ?? response.book,
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
        "\(order.effective.date.isoText)-\(order.level?.rawValue ?? "")"
            + (life.drill ? ResponseRecord.drillSuffix : "")
    }

    /// The folder of the response; a new one gets a name that is free.
    private func folder(for state: ResponseState) throws -> ResponseFolder {
        let parent = responses.shelf.parent
        if let record { return ResponseFolder(parent: parent, name: record.name) }
        let name = plainName
        // A response that is over keeps its name; the next of that day gets a number.
        var (free, number) = (name, 2)
        while free != replaced?.name, responses.history.records.contains(where: { $0.name == free }) {
            free = "\(name)-\(number)"
            number += 1
        }
        let folder = ResponseFolder(parent: parent, name: free)
        do throws(PlanFilesError) {
            if free != replaced?.name { try folder.requireFree() }
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
