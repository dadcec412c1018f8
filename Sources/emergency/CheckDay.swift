import ArgumentParser
import PlanModel

/// `--on DATE`: the day for which plans have to be right.
enum CheckDay {
    /// - Returns: Today when nothing was asked for.
    static func day(_ on: String?) throws -> CivilDate {
        guard let on else { return Terminal.shared.now.date }
        guard let day = CivilDate(on) else {
            throw ValidationError(
                Terminal.shared.say(
                    "--on 的日期“\(on)”不对，写成 2026-11-24", "--on '\(on)' is no date; write 2026-11-24"))
        }
        return day
    }
}
