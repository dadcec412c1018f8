import ArgumentParser
import Diagnostics
import Glibc
import PlanModel
import Printing

/// For whatever a response's record tells of: whether it is a drill, who writes it down, and when.
struct LifeOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "演练：一切都标明“演练”，与真的响应互不影响。",
                "A drill: everything is marked as one, and real responses know nothing of it.")))
    var drill = false

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "用 git 里这个版本的计划，如 HEAD~1、v2026.11；省略即盘上的。",
                "Take the plans of this revision of git, such as HEAD~1 or v2026.11; those on disk when left out."
            ),
            valueName: "revision"))
    var at: String?

    @Option(
        name: .customLong("recorded-by"),
        help: ArgumentHelp(
            Terminal.shared.say(
                "记录人，写进记录；省略即登录名@主机名。", "Who writes the record; login@host when left out."),
            valueName: "name"))
    var by: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "把这个时间当作现在（演练按想定时间，或补录）；记录里会写明时钟是给定的。",
                "Take this time for now, for drills at a set hour or late entries; the record says that it was given."
            ),
            valueName: "time"))
    var now: String?

    func validate() throws {
        _ = try OrderOptions.time(now, "--now")
        if let by, by.allSatisfy(\.isWhitespace) {
            throw ValidationError(
                Terminal.shared.say("--recorded-by 后面写名字", "name somebody after --recorded-by"))
        }
    }

    /// The present minute, and whether it was given.
    var clock: (now: CivilTime, isGiven: Bool) {
        get throws {
            guard let time = try OrderOptions.time(now, "--now") else { return (Terminal.shared.now, false) }
            return (time, true)
        }
    }

    /// Who writes.
    var recorder: String { by ?? Self.login }

    static var login: String {
        let user =
            Terminal.environment("USER") ?? Terminal.environment("LOGNAME") ?? getpwuid(getuid()).map {
                String(cString: $0.pointee.pw_name)
            } ?? "\(getuid())"
        var host = [CChar](repeating: 0, count: 256)
        guard gethostname(&host, host.count - 1) == 0 else { return user }
        let name = String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return "\(user)@\(name)"
    }
}
