import ArgumentParser
import Diagnostics
import PlanModel
import PlanReading
import Printing

/// What a name on the command line means to `explain` once it is no rule.
enum ExplainedThing {
    case pollutant(Pollutant)
    case owner(ListedOwner)

    /// - Throws: A usage error with the nearest name, or with the ids of all that share the name.
    init(called name: String, in book: PlanBook) throws {
        let terminal = Terminal.shared
        let owners = book.owners(called: name)
        if let pollutant = Self.pollutant(called: name) {
            if let owner = owners.first {
                terminal.complain(
                    Phrase(
                        zh: "“\(name)”也是 \(owner.id) \(owner.name)；这里说的是污染物",
                        en: "'\(name)' is also \(owner.id) \(owner.name); this is the pollutant"))
            }
            self = .pollutant(pollutant)
            return
        }
        guard let owner = owners.first else { throw Self.unknown(name, in: book) }
        guard owners.count == 1 else {
            let ids = owners.map { harmless($0.id) }.joined(separator: terminal.say("、", ", "))
            throw ValidationError(
                terminal.say(
                    "有 \(owners.count) 个叫“\(name)”，写编号：\(ids)",
                    "\(owners.count) are called '\(name)'; say which id: \(ids)"))
        }
        self = .owner(owner)
    }

    private static func pollutant(called name: String) -> Pollutant? {
        Pollutant.allCases.first { $0.symbol.lowercased() == name.lowercased() || $0.title.chinese == name }
    }

    private static func unknown(_ name: String, in book: PlanBook) -> ValidationError {
        let terminal = Terminal.shared
        if RuleID(rawValue: name) != nil {
            return ValidationError(
                terminal.say(
                    "\(name) 是规则，没有级别：emergency explain \(name)",
                    "\(name) is a rule and has no level: emergency explain \(name)"))
        }
        // Somebody types a short name for a long one: the only owner whose name has it is meant.
        let owners = book.owners
        let within = owners.filter { $0.name.contains(name) }
        let near =
            within.count == 1
            ? within[0].name
            : Nearest.name(
                to: name,
                among: RuleID.allCases.map(\.rawValue)
                    + Pollutant.allCases.flatMap { [$0.symbol, $0.title.chinese] }
                    + owners.map(\.id) + owners.map(\.name))
        return ValidationError(
            terminal.say(
                "没有规则、污染物、企业或点位叫“\(name)”。", "No rule, pollutant, enterprise or source is called '\(name)'. ")
                + (near.map {
                    terminal.say("是不是“\(harmless($0))”？", "Did you mean '\(harmless($0))'?")
                } ?? terminal.say("全部规则：emergency explain", "All rules: emergency explain")))
    }
}
