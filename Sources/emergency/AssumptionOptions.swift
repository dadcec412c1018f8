import Activating
import ArgumentParser
import Diagnostics
import PlanModel
import PlanReading
import Printing

/// What if: changes that are tried without editing any file.
struct AssumptionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "假设：不计这个企业、点位的措施，或这项区级措施不实施（排放仍在分母）。可写几次。",
                "What if: this enterprise or source does nothing, or this measure of the catalogue is not in force. Repeatable."
            ), valueName: "id"))
    var without: [String] = []

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "假设：改一条生产线的措施，如 XC-YT-003.L1=stop、XC-YT-003.L1=\"30 %\"、XC-YT-003=keep（全部生产线）。可写几次。",
                "What if: another measure for a line, such as XC-YT-003.L1=stop, XC-YT-003.L1=\"30 %\", XC-YT-003=keep (all lines). Repeatable."
            ), valueName: "id.line=action"))
    var set: [String] = []

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "假设：全社会排放量乘一个数，如 1.1，或只改一种：NOx=1.1。可写几次。",
                "What if: society's emissions times a number, such as 1.1, or of one pollutant: NOx=1.1. Repeatable."
            ),
            valueName: "factor"))
    var baselineScale: [String] = []

    /// Whether nothing is assumed.
    var isEmpty: Bool { without.isEmpty && set.isEmpty && baselineScale.isEmpty }

    /// What is assumed of these plans.
    func assumptions(of book: PlanBook) throws -> Assumptions {
        Assumptions(
            without: without, settings: try set.map { try setting($0, in: book) }, baseline: try baseline())
    }

    /// The plans as they would be at a level.
    static func apply(_ assumptions: Assumptions, to book: PlanBook, at level: AlertLevel) throws -> PlanBook
    {
        guard !assumptions.isEmpty else { return book }
        do throws(Assumptions.Unknown) {
            return try assumptions.applied(to: book, at: level)
        } catch {
            throw unknown(error.name, among: error.known)
        }
    }

    /// A usage error about a name that nothing has, with the nearest that something has.
    static func unknown(_ name: String, among known: [String]) -> ValidationError {
        let near = Nearest.name(to: name, among: known).map { harmless($0) }
        let terminal = Terminal.shared
        return ValidationError(
            terminal.say("没有编号“\(harmless(name))”。", "Nothing has the id '\(harmless(name))'. ")
                + (near.map { terminal.say("是不是 \($0)？", "Did you mean \($0)?") }
                    ?? terminal.say(
                        "企业、点位、措施的编号在计划文件的 id 里",
                        "Ids of enterprises, sources and measures stand in the plans")))
    }

    /// An id, or an id and a line's: ids may hold full stops themselves, so whole ids are looked for first.
    static func place(_ text: String, in book: PlanBook) throws -> (enterprise: String, part: String?) {
        let ids = book.enterprises.map(\.id.value.text)
        if ids.contains(text) { return (text, nil) }
        if let dot = text.lastIndex(of: "."), ids.contains(String(text[..<dot])) {
            return (String(text[..<dot]), String(text[text.index(after: dot)...]))
        }
        if book.sources.contains(where: { $0.id.value.text == text }) {
            throw ValidationError(
                Terminal.shared.say(
                    "\(harmless(text)) 是点位，没有生产线；要假设它什么都不做，用 --without",
                    "\(harmless(text)) is a source and has no lines; use --without to try it doing nothing"))
        }
        throw unknown(text, among: ids)
    }

    private func setting(_ text: String, in book: PlanBook) throws -> Assumptions.Setting {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let action = Self.action(parts[1]) else {
            throw ValidationError(
                Terminal.shared.say(
                    "--set “\(harmless(text))”写不对：编号.生产线=stop、=keep 或 =\"30 %\"",
                    "--set '\(harmless(text))' should read ID.LINE=stop, =keep or =\"30 %\""))
        }
        let place = try Self.place(parts[0], in: book)
        return Assumptions.Setting(enterprise: place.enterprise, part: place.part, action: action)
    }

    private static func action(_ text: String) -> EnterpriseMeasure.Action? {
        switch text {
        case "stop", "停": .stop
        case "keep", "维持": .keep
        default: ArgumentNumber.share(text).map { .limit(by: $0) }
        }
    }

    private func baseline() throws -> PerPollutant<Assumptions.Factor> {
        var factors = PerPollutant { _ in Assumptions.Factor.one }
        for text in baselineScale {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let symbol = parts.count == 2 ? parts[0].lowercased() : nil
            let pollutants = Pollutant.allCases.filter { symbol == nil || $0.symbol.lowercased() == symbol }
            guard let last = parts.last, let millionths = ArgumentNumber.millionths(last),
                !pollutants.isEmpty,
                (1_000...1_000_000_000).contains(millionths)
            else {
                throw ValidationError(
                    Terminal.shared.say(
                        "--baseline-scale “\(harmless(text))”写不对：0.001 到 1000 的数，如 1.1 或 NOx=1.1",
                        "--baseline-scale '\(harmless(text))' should be a number from 0.001 to 1000, such as 1.1 or NOx=1.1"
                    ))
            }
            for pollutant in pollutants { factors[pollutant] = Assumptions.Factor(millionths: millionths) }
        }
        return factors
    }
}
