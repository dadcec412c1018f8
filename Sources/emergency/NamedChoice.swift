import ArgumentParser
import Diagnostics
import PlanReading
import Printing

/// One of a few things that the command line names in either language.
enum NamedChoice {
    /// - Parameters:
    ///   - names: Of each value, in English and in Chinese; capitals make no difference.
    ///   - unknown: What is said where none is named so, before what may have been meant.
    /// - Throws: A usage error with the nearest name, or with all of them.
    static func find<Value>(
        _ text: String, in names: [[String]], _ values: [Value], unknown: String
    ) throws -> Value {
        let low = text.lowercased()
        if let found = zip(names, values).first(where: { $0.0.contains { $0.lowercased() == low } }) {
            return found.1
        }
        let near = Nearest.name(to: text, among: names.flatMap(\.self))
        let known = names.map { Terminal.shared.say($0[1], $0[0]) }
        let hint =
            near.map { Terminal.shared.say("是不是“\($0)”？", "Did you mean '\($0)'?") }
            ?? Terminal.shared.say("可用：", "Known: ") + known.joined(separator: Terminal.shared.say("、", ", "))
        throw ValidationError(unknown + hint)
    }
}
