import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: Terminal.shared.say(
            "列出规则集（目标、分级、指数、豁免、绩效），或打印一套的原文。",
            "List the rule sets (targets, grading, index, exemptions, ratings), or print one."),
        discussion: Terminal.shared.say(
            """
            规则集写明依据和把握，用哪几套由 district.yaml 的 rules 定。要改一套，存进 Plans/ 再改：
              emergency rules national-2019 > Plans/targets/national-2019.yaml
            编号不变，Plans/ 里的就取代随程序的。
            """,
            """
            Each says on which document it stands and how sure it is; 'rules' in
            district.yaml says which are in use. To change one, save it in Plans/:
              emergency rules national-2019 > Plans/targets/national-2019.yaml
            Under the same id it takes the place of the shipped one.
            """))

    @Argument(
        help: ArgumentHelp(
            Terminal.shared.say(
                "打印这一套的原文；两种规则同名时写 种类/编号。",
                "Print this set; KIND/ID where sets of two kinds have the same id."), valueName: "id"),
        completion: .list(RuleSetListing.shipped.compactMap { $0.label.id?.text }))
    var id: String?

    @OptionGroup var options: PlanOptions

    func run() async throws {
        let terminal = Terminal.shared
        let (sets, haveErrors) = try await sets()
        guard let id else {
            try terminal.put(sets.text(in: terminal.outputStyle))
            if haveErrors {
                terminal.complain(
                    Phrase(
                        zh: "计划有错误，有错的文件没有算进来",
                        en: "the plans have errors; files that have them do not count here"),
                    help: Phrase(zh: "运行 emergency check", en: "run emergency check"))
            }
            return
        }
        // With faults in its own file, a set is best begun anew from the shipped one.
        let own = sets.filter { $0.answers(to: id) }
        let found = own.isEmpty ? RuleSetListing.shipped.filter { $0.answers(to: id) } : own
        guard let first = found.first else {
            let near = Nearest.name(to: id, among: sets.compactMap { $0.label.id?.text })
            throw ValidationError(
                terminal.say("没有规则集“\(id)”。", "There is no rule set '\(id)'. ")
                    + (near.map { terminal.say("是不是 \($0)？", "Did you mean \($0)?") }
                        ?? terminal.say("全部规则集：emergency rules", "All rule sets: emergency rules")))
        }
        guard found.count == 1 else {
            throw ValidationError(
                terminal.say("“\(id)”不止一套：", "There is more than one '\(id)': ")
                    + found.map(\.fullName).joined(separator: terminal.say("、", ", ")))
        }
        try terminal.put(first.text)
    }

    /// Those of the plans and of the program; without a plan folder, which nobody needs to look rules up, the latter.
    private func sets() async throws -> (sets: [RuleSetListing], haveErrors: Bool) {
        guard PlanFileWriter.exists(options.plans) else { return (RuleSetListing.shipped, false) }
        let (_, reading) = try await options.read(on: Terminal.shared.now.date)
        return (reading.ruleSets, reading.hasErrors)
    }
}
