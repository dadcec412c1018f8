import ArgumentParser

@main
struct Emergency: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emergency",
        abstract: Terminal.shared.say(
            "区空气重污染应急：从计划文件到启动、核算、排班和巡查单。",
            "Heavy-pollution emergency response of a district: from plan files to orders, balance, rosters and checklists."
        ),
        discussion: Terminal.shared.say(
            """
            计划是 Plans/ 文件夹里的 YAML 文件（写法见 docs/plan-format.md）。常用的三步：
              emergency check                        计划有没有错
              emergency balance --level orange       各污染物够不够比例
              emergency activate --level orange      启动：写出通知单、值班表、巡查单
            退出码：0 正常；1 有错误、未达到比例，或命令不合现状；2 读不了或写不了；64 用法不对。
            """,
            """
            Plans are the YAML files in the folder Plans/ (docs/plan-format.md says how to write them). Three steps:
              emergency check                        whether the plans are in order
              emergency balance --level orange       whether every pollutant reaches its target
              emergency activate --level orange      respond: write orders, rosters and checklists
            Exit codes: 0 fine; 1 findings, a target missed, or an order that makes no sense now; 2 could not read or
            write; 64 wrong usage.
            """),
        version: Version.text,
        subcommands: [
            CheckCommand.self, DiffCommand.self, ActivateCommand.self, RaiseCommand.self, LowerCommand.self,
            ExtendCommand.self, LiftCommand.self, RevokeCommand.self, StatusCommand.self, LogCommand.self,
            VerifyCommand.self, ReviewCommand.self, BalanceCommand.self, ProposeCommand.self,
            RosterCommand.self, PrintCommand.self, CalendarCommand.self,
            ChecklistCommand.self, FormatCommand.self, NewCommand.self, ExplainCommand.self,
            SchemaCommand.self, RulesCommand.self, AssessCommand.self, AlertCommand.self, ExportCommand.self,
        ])
}

enum Version {
    /// The program's own version, as every response records it.
    static let text = "0.1.0"
}
