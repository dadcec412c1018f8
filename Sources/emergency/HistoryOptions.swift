import Activating
import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing
import Solving
import Staffing

/// Where responses are kept: what people have served counts for the fairness of the next roster.
struct HistoryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "响应的文件夹；历次值守从这里读。", "The folder of responses; what people served is read from it."),
            valueName: "folder"),
        completion: .directory)
    var responses = "Responses"

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say("不计历次值守，人人从零算起。", "Leave out what was served before: all begin at nothing.")))
    var noHistory = false

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            Terminal.shared.say(
                "排不满的街道按 people.yaml 的 borrowsFrom 向相邻街道借人；改班时省略则照上一版。",
                "Sub-districts that lack people borrow as borrowsFrom of people.yaml says; on a change as the edition did."
            )))
    var lend: Bool?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "每个街道每一步最多算几秒；省略则按固定的步数算，每台机器结果相同。",
                "The most seconds for each step of a sub-district; by a count that is the same on every machine when left out."
            ),
            valueName: "seconds"))
    var seconds: Int?

    /// Of the search tree, for each step: what more of them gain on the sample is nothing in ten times the time.
    private static let nodes = 200
    /// The seconds after which even a search by count ends.
    private static let patience = 300.0

    func validate() throws {
        guard (0...3600).contains(seconds ?? 0) else {
            throw ValidationError(
                Terminal.shared.say("--seconds 在 0 到 3600 之间", "--seconds lies between 0 and 3600"))
        }
    }

    /// What rosters go by beside the plans.
    /// - Parameters:
    ///   - response: Whose own roster does not count as served before.
    ///   - change: A published roster that is changed.
    func basis(
        for order: AlertOrder, of response: String = "", changing change: RosterBasis.Change? = nil,
        asksRemedies: Bool = false
    ) throws -> RosterBasis {
        RosterBasis(
            earlier: try earlier(than: order.began, without: change?.published.response ?? response),
            change: change, limits: limits, asksRemedies: asksRemedies,
            lends: lends(after: change?.published))
    }

    /// Whether people are lent between sub-districts.
    private func lends(after published: PublishedRoster?) -> Bool {
        lend ?? (published?.parts ?? []).contains { $0.duties.contains { $0.lender != nil } }
    }

    /// By nodes of the search tree unless seconds are asked for, so that every machine makes the same roster.
    private var limits: Program.Limits {
        seconds.map { Program.Limits(seconds: Double($0)) }
            ?? Program.Limits(seconds: Self.patience, nodes: Self.nodes)
    }

    /// The last editions of all responses that began before a time, but for one. An edition that cannot be read is told
    /// of and does not count.
    private func earlier(than start: CivilTime, without response: String) throws -> [PublishedRoster] {
        guard !noHistory else { return [] }
        return try RosterEditions.all(below: responses).filter { $0.response != response }.compactMap {
            try $0.roster()
        }.filter { $0.start < start && !$0.isDrill }.sorted {
            ($0.start, $0.response) < ($1.start, $1.response)
        }
    }
}

extension RosterEditions {
    /// The last edition; what is wrong with it is said on standard error.
    func roster() throws -> PublishedRoster? {
        let terminal = Terminal.shared
        do throws(PlanFilesError) {
            guard let file = try last() else { return nil }
            let roster = Self.read(file)
            if roster == nil {
                terminal.note(
                    terminal.say(
                        "\(file.path) 没有计入历次值守\n", "\(file.path) does not count as duty served\n"))
            }
            return roster
        } catch {
            throw terminal.told(error)
        }
    }

    /// An edition by its number; nil where it is not there or, as is said on standard error, cannot be read.
    func roster(_ number: Int) throws -> PublishedRoster? {
        do throws(PlanFilesError) {
            guard numbers.contains(number) else { return nil }
            return Self.read(try file(of: number))
        } catch {
            throw Terminal.shared.told(error)
        }
    }

    /// All editions, rising.
    /// - Throws: When one of them cannot be read, with what is wrong with it said on standard error.
    func rosters() throws -> [PublishedRoster] {
        let files: [SourceFile]
        do throws(PlanFilesError) {
            files = try self.files()
        } catch {
            throw Terminal.shared.told(error)
        }
        return try files.map { file in
            guard let roster = Self.read(file) else { throw Failure.findings.code }
            return roster
        }
    }

    private static func read(_ file: SourceFile) -> PublishedRoster? {
        let terminal = Terminal.shared
        let (roster, findings) = PublishedRoster.read(file)
        for finding in findings { terminal.note(finding.text(in: terminal.errorStyle) + "\n") }
        return roster
    }
}
