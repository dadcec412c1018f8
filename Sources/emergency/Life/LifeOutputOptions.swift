import ArgumentParser

/// What an event of a response is told and written as.
struct LifeOutputOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            Terminal.shared.say(
                "也排出要打印的 A4 PDF。", "Also set the A4 PDF for the printer.")))
    var pdf = true

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say("在终端上也列出每条生产线、每个点位。", "Also list every line and source on the terminal.")))
    var details = false

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("终端输出格式：text 或 json。", "Terminal output format, text or json.")))
    var format = OutputFormat.text
}
