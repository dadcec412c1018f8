import ArgumentParser
import Diagnostics
import Responding

/// Which response a command looks at.
struct RecordOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            Terminal.shared.say(
                "哪次响应；省略即最近一次（verify 省略即全部）。",
                "Which response; the last when left out (for verify, all)."),
            valueName: "response"))
    var response: String?

    @OptionGroup var place: ResponsesOptions

    @Flag(help: ArgumentHelp(Terminal.shared.say("演练，不是真的响应。", "Drills, not real responses.")))
    var drill = false

    /// The record of that response.
    func record() throws -> ResponseRecord {
        let found = try Responses(in: place.responses)
        return try found.record(named: response, isDrill: drill)
    }
}

/// Where responses are kept.
struct ResponsesOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("响应的文件夹。", "The folder of responses."), valueName: "folder"),
        completion: .directory)
    var responses = "Responses"
}
