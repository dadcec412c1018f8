import ArgumentParser
import PlanReading
import Printing

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Terminal.shared.say(
            "检查全部计划文件，一次列出所有错误。", "Check all plan files and list every fault at once."),
        discussion: Terminal.shared.say(
            "每个错误写明文件、行、列、原因和改法。没有错误退出码为 0，有错误为 1。",
            "Each fault comes with file, line, column, reason and remedy. Exit code 0 without errors, 1 with."
        ))

    @OptionGroup var options: PlanOptions

    func run() async throws {
        let terminal = Terminal.shared
        let (_, reading) = try await options.read()
        try terminal.put(reading.text(in: terminal.outputStyle))
        // Leaving at once: taking thousands of plans apart piece by piece would keep people waiting for nothing.
        Terminal.shared.leave(with: reading.hasErrors ? Failure.findings.code : .success)
    }
}
