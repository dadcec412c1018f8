import ArgumentParser
import Diagnostics
import Glibc
import PlanFiles
import PlanModel
import Printing

/// The outside of the program: arguments, environment, clock and streams, looked at once.
struct Terminal: Sendable {
    static let shared = Terminal()

    /// By `--lang`, else by the locale: Chinese where it is `zh…`, English elsewhere.
    let language: Language
    /// Whether a GitHub workflow reads what we print.
    let isGitHubWorkflow: Bool
    /// Whether people watch standard error, on a terminal that can take a line back.
    let showsProgress: Bool
    private let colorsOutput: Bool
    private let colorsErrors: Bool

    private init() {
        let environment = Self.environment
        // The help itself is said in the language asked for, so `--lang` is looked for before parsing.
        language =
            Self.languageArgument(CommandLine.arguments)
            ?? (environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG")).flatMap {
                $0.hasPrefix("zh") ? .chinese : nil
            } ?? .english
        isGitHubWorkflow = environment("GITHUB_ACTIONS") == "true"
        let mayColor = environment("NO_COLOR") == nil && environment("TERM") != "dumb"
        colorsOutput = mayColor && isatty(STDOUT_FILENO) == 1
        colorsErrors = mayColor && isatty(STDERR_FILENO) == 1
        showsProgress =
            isatty(STDERR_FILENO) == 1 && environment("CI") == nil
            && environment("TERM").map { $0 != "dumb" } ?? false
    }

    /// A variable that is set and not empty.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    private static func languageArgument(_ arguments: [String]) -> Language? {
        for (index, argument) in arguments.enumerated() {
            if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
            if argument == "--lang", index + 1 < arguments.count {
                return Language(rawValue: arguments[index + 1])
            }
        }
        return nil
    }

    func say(_ chinese: String, _ english: String) -> String {
        language == .chinese ? chinese : english
    }

    var outputStyle: TextStyle { TextStyle(language: language, usesColor: colorsOutput) }
    var errorStyle: TextStyle { TextStyle(language: language, usesColor: colorsErrors) }

    /// How wide the terminal is to which standard error goes; 80 where it does not say.
    var errorColumns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// The current minute in Beijing time (UTC+8 all year).
    var now: CivilTime {
        CivilTime(minuteNumber: (time(nil) + 8 * 3600) / 60)
    }

    /// Writes to standard output, where results go.
    func put(_ text: String) throws {
        guard Self.write(text, to: STDOUT_FILENO) else {
            let reason = String(cString: strerror(errno))
            complain(
                Phrase(zh: "写不到标准输出：\(reason)", en: "cannot write to standard output: \(reason)"))
            throw Failure.outside.code
        }
    }

    /// Ends the program; everything said has been written already.
    func leave(with code: ExitCode) -> Never {
        exit(code.rawValue)
    }

    /// Writes to standard error, where everything goes that is no result.
    func note(_ text: String) {
        _ = Self.write(text, to: STDERR_FILENO)
    }

    /// One sentence on standard error in the manner of every command: `emergency: …`.
    func complain(_ message: Phrase, help: Phrase? = nil) {
        note(errorStyle.paint("emergency: ", .bad) + harmless(message.text(in: language)) + "\n")
        if let help { note(say("提示：", "help: ") + harmless(help.text(in: language)) + "\n") }
    }

    /// Says the one sentence of what the outside did not let us do, and gives the exit code for it.
    func told(_ error: PlanFilesError) -> ExitCode {
        complain(error.message, help: error.help)
        return Failure.outside.code
    }

    private static func write(_ text: String, to file: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let put = Glibc.write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                if put < 0, errno == EINTR { continue }
                if put < 0 { return false }
                done += put
            }
            return true
        }
    }
}
