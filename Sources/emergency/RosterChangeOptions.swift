import Activating
import ArgumentParser
import Diagnostics
import Papers
import PlanFiles
import PlanModel
import Printing
import Responding
import Staffing

/// Changing a roster that people have been told. Of a response with a record only people are exchanged for good; what
/// another level or end would mean is shown.
struct RosterChangeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "改这个响应已发布的值班表，如 Responses/2026-11-24-orange：已值的不动，已通知的尽量少改。",
                "Change the published roster of this response: what was served stays, few who were told are moved."
            ),
            valueName: "folder"),
        completion: .directory)
    var change: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "从什么时候起改；省略即现在。只和 --change 连用。", "From when it changes; now when left out. With --change."),
            valueName: "time"))
    var at: String?

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say("从那时起解除响应。只和 --change 连用。", "The response is lifted then. With --change.")))
    var lift = false

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "把改后的值班表发布为下一版；不加只看。只和 --change 连用。",
                "Publish the changed roster as the next edition; else it is only shown. With --change.")))
    var publish = false

    func validate() throws {
        guard change != nil || at == nil && !lift && !publish else {
            throw ValidationError(
                Terminal.shared.say(
                    "--at、--lift、--publish 要和 --change 连用：写明改哪个响应",
                    "--at, --lift and --publish go with --change: say which response is changed"))
        }
    }

    /// - Throws: When a part of the sub-districts is to be published.
    func requireAll(_ areAll: Bool) throws {
        guard areAll || !publish else {
            throw ValidationError(
                Terminal.shared.say(
                    "发布要所有街道一起：去掉 --sub-district",
                    "all sub-districts are published together: leave --sub-district out"))
        }
    }

    /// A published edition, and what is to become of it.
    struct Wanted {
        let editions: RosterEditions
        let published: PublishedRoster
        let now: CivilTime
        let order: AlertOrder
        let isLifted: Bool

        var change: RosterBasis.Change { RosterBasis.Change(published: published, now: now) }
        var edition: Int { published.edition + 1 }
    }

    /// The record of a response that has one.
    private func record(of editions: RosterEditions) throws -> ResponseRecord? {
        try Responses(in: editions.parent).history.records.first { $0.name == editions.response }
    }

    /// What is in force goes on as ordered: its own times, and an end that stays open where it is.
    private static func order(_ state: ResponseState, _ published: PublishedRoster, until: CivilTime?)
        -> AlertOrder
    {
        AlertOrder(
            level: state.last.level, issued: state.last.issued, effective: state.last.effective,
            end: state.until.map { until ?? $0 }, number: state.last.order, began: state.began,
            planned: state.until == nil ? until ?? published.end : nil, isDrill: published.isDrill)
    }

    /// - Returns: nil when nothing is changed.
    /// - Throws: When the response has no roster, or the change makes no sense as things stand.
    func wanted(_ order: OrderOptions) throws -> Wanted? {
        guard let change else { return nil }
        let terminal = Terminal.shared
        let editions = RosterEditions(of: change)
        guard let published = try editions.roster() else {
            terminal.complain(
                Phrase(zh: "\(change) 里没有可改的值班表", en: "\(change) holds no roster that could be changed"),
                help: Phrase(
                    zh: "--change 后面写响应的文件夹，如 Responses/2026-11-24-orange，由 emergency activate 写出",
                    en:
                        "name a response's folder after --change, such as Responses/2026-11-24-orange, as activate writes it"
                ))
            throw Failure.outside.code
        }
        guard order.effective == nil else {
            throw ValidationError(
                terminal.say(
                    "改班用 --at 写明从何时起改，不用 --effective",
                    "say with --at from when it changes, not with --effective"))
        }
        let now = try OrderOptions.time(at, "--at") ?? terminal.now
        let until = try OrderOptions.time(order.until, "--until")
        guard now >= published.drawnUp else {
            throw ValidationError(
                terminal.say(
                    "第 \(published.edition) 版是 \(published.drawnUp.isoText) 编的，改班时间不能更早",
                    "edition \(published.edition) was drawn up at \(published.drawnUp.isoText); a change cannot be earlier"
                ))
        }
        guard !lift || until == nil else {
            throw ValidationError(terminal.say("--lift 和 --until 只用一个", "use --lift or --until, not both"))
        }
        if lift, now <= published.start {
            throw ValidationError(
                terminal.say(
                    "响应 \(published.start.isoText) 才生效，还谈不上解除",
                    "the response takes effect at \(published.start.isoText); it cannot be lifted before"))
        }
        guard now < published.end || until.map({ now < $0 }) ?? false else {
            throw ValidationError(
                terminal.say(
                    "这份值班表排到 \(published.end.isoText)；要接着排，用 --until 写明到何时",
                    "this roster ends at \(published.end.isoText); to go on, say with --until how long"))
        }
        let end = lift ? now : until ?? published.end
        guard published.start < end, now <= end,
            (end - published.start).minutes <= ResponseRecord.mostDays * 1440
        else {
            throw ValidationError(
                terminal.say(
                    "解除时间要在改班时间之后，一次应急最长 31 天",
                    "--until lies after the time of the change; a response lasts at most 31 days"))
        }
        let level = try order.alertLevel(default: published.level)
        guard !lift || level == published.level else {
            throw ValidationError(terminal.say("--lift 不和 --level 连用", "--lift does not go with --level"))
        }
        // What goes on at its level goes on as ordered.
        let effective = level == published.level ? published.start : max(now, published.start)
        guard effective < end else {
            throw ValidationError(
                terminal.say(
                    "结束时间 \(end.isoText) 要在变更之后", "the end, \(end.isoText), lies after the change"))
        }
        if level == published.level, !lift, let state = try record(of: editions)?.state {
            return Wanted(
                editions: editions, published: published, now: now,
                order: Self.order(state, published, until: until), isLifted: false)
        }
        return Wanted(
            editions: editions, published: published, now: now,
            order: AlertOrder(
                level: level, issued: effective, effective: effective, end: end,
                number: order.orderNumber, began: published.start,
                isDrill: published.isDrill), isLifted: lift)
    }
}

extension RosterChangeOptions.Wanted {
    /// Keeps the changed roster as the next edition; where the response has a record, as an event with its papers.
    /// - Throws: When the change is more than one of the roster: levels and ends are the city's to order.
    func publish(_ response: StaffedResponse) async throws {
        let next = response.published(as: editions.response, edition: edition, drawnUp: now)
            .keeping(partsOf: published, until: now)
        let responses = try Responses(in: editions.parent)
        guard let record = responses.history.records.first(where: { $0.name == editions.response }),
            let log = responses.shelf.log(of: record.name)
        else {
            do throws(PlanFilesError) {
                try editions.add(next.yaml, as: edition)
            } catch {
                throw Terminal.shared.told(error)
            }
            return
        }
        let state = record.state
        try requireSame(state, response.activation.order, record.name)
        let request = ResponseOrder(.roster, issued: max(now, state.issued), effective: now)
        do throws(OrderRefusal) {
            _ = try record.after(request)
        } catch {
            throw responses.refused(error, at: now, isDrill: record.isDrill)
        }
        let number = record.last.number + 1
        let event = ResponseEvent(
            number: number, kind: .roster, level: state.last.level, orderNumber: nil, issued: request.issued,
            effective: now, until: state.until, isDrill: record.isDrill, recorded: Terminal.shared.now,
            isClockGiven: false, by: LifeOptions.login, plans: response.provenance,
            verdict: ResponseEvent.Verdict(response.activation.balance), edition: edition,
            papers: "\(number)-\(EventPapers.name(of: .roster, level: state.last.level))", sums: "")
        _ = try await EventFiles(
            event: event, frame: PaperFrame(response, deed: .roster), roster: next, isPrinted: true,
            earlier: record.events, log: log
        ).write(
            to: ResponseFolder(parent: responses.shelf.parent, name: record.name), on: responses.shelf)
    }

    private func requireSame(_ state: ResponseState, _ order: AlertOrder, _ name: String) throws {
        let isSameEnd = !isLifted && state.until == order.end
        guard state.last.level != order.level || !isSameEnd else { return }
        throw ValidationError(
            Terminal.shared.say(
                "\(harmless(name)) 有记录：级别和结束时间用 emergency raise、lower、extend、lift 变更，值班表随着改；--publish 只发布换人",
                "\(harmless(name)) has a record: its level and end are changed by emergency raise, lower, extend or lift, which change the roster too; --publish is for people alone"
            ))
    }
}
