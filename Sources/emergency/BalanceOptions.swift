import Activating
import ArgumentParser
import Diagnostics
import PlanModel
import PlanReading
import Printing

/// What of a balance is asked for.
struct BalanceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "按什么列：污染物、行业、街道、企业、生产线、措施。",
                "Rows by: pollutant, sector, sub-district, enterprise, line or measure."),
            valueName: "word"),
        completion: .list(BalanceTable.Grouping.allCases.map(\.rawValue)))
    var by: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "只看一种污染物，列全：SO2、NOx、PM、VOCs，或中文名称。", "One pollutant in full: SO2, NOx, PM or VOCs."),
            valueName: "name"),
        completion: .list(Pollutant.allCases.map(\.symbol)))
    var pollutant: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "只看一个街道，比例以其清单内排放量为分母；结论和退出码仍是全区的。",
                "One sub-district, against its own list; the verdict and the exit code remain the district's."
            ),
            valueName: "name"))
    var subDistrict: String?

    @Flag(help: ArgumentHelp(Terminal.shared.say("没有削减的行也列出。", "List rows without a cut too.")))
    var all = false

    func validate() throws {
        _ = try grouping
        _ = try chosenPollutant
    }

    /// nil when no rows are asked for.
    private var grouping: BalanceTable.Grouping? {
        get throws {
            try by.map { text in
                try NamedChoice.find(
                    text, in: BalanceTable.Grouping.allCases.map { [$0.rawValue, $0.title.chinese] },
                    BalanceTable.Grouping.allCases,
                    unknown: Terminal.shared.say("不能按“\(text)”列。", "There are no rows by '\(text)'. "))
            }
        }
    }

    private var chosenPollutant: Pollutant? {
        get throws {
            try pollutant.map { text in
                try NamedChoice.find(
                    text, in: Pollutant.allCases.map { [$0.symbol, $0.title.chinese] }, Pollutant.allCases,
                    unknown: Terminal.shared.say("没有污染物“\(text)”。", "There is no pollutant '\(text)'. "))
            }
        }
    }

    /// nil when nothing beyond the usual balance is asked for.
    func choice() throws -> BalanceChoice? {
        guard by != nil || pollutant != nil || subDistrict != nil || all else { return nil }
        return BalanceChoice(
            by: try grouping ?? .pollutant, pollutant: try chosenPollutant, listsUncut: all)
    }
}
