import Diagnostics
import PlanModel
import Solving

/// The choice of options as a covering problem: a row a goal that is not reached yet, a part a line.
struct CoveringReserve {
    /// The options in the order in which the problem numbers them.
    let suggestions: [ReserveSuggestion]
    let problem: CoveringProblem
    private let all: [ReserveSuggestion]
    private let goals: [(goal: ReductionGoal, cut: Emissions)]
    /// The row of each goal; nil for those that are reached already: no option takes away from them.
    private let rows: [Int?]

    /// - Parameter goals: With what their accounts cut now.
    init(_ all: [ReserveSuggestion], goals: [(goal: ReductionGoal, cut: Emissions)]) {
        var rows: [Int?] = []
        var required: [Int128] = []
        for (goal, cut) in goals {
            let need = goal.required - goal.value(of: cut)
            rows.append(need > 0 ? required.count : nil)
            if need > 0 { required.append(need) }
        }
        self.init(all, goals: goals, rows: rows, required: required)
    }

    private init(
        _ all: [ReserveSuggestion], goals: [(goal: ReductionGoal, cut: Emissions)], rows: [Int?],
        required: [Int128]
    ) {
        var problem = CoveringProblem(required: required)
        var suggestions: [ReserveSuggestion] = []
        func option(_ suggestion: ReserveSuggestion) -> CoveringProblem.Option {
            CoveringProblem.Option(
                cost: suggestion.option.cost?.millionths ?? 0,
                zip(goals, rows).compactMap { goal, row in
                    guard let row, goal.goal.counts(suggestion) else { return nil }
                    return .init(row: row, goal.goal.value(of: suggestion.extraCut))
                })
        }
        for own in all.byEnterprise {
            let wholes = own.filter { $0.option.measure.target == .allLines }
            let transport = own.filter { $0.option.measure.target == .transport }
            let lines = own.filter { $0.part != "all" && $0.option.measure.target != .transport }.byPart
            if !lines.isEmpty || !wholes.isEmpty {
                problem.add(parts: lines.map { $0.map(option) }, wholes: wholes.map(option))
            }
            if !transport.isEmpty { problem.add(parts: [transport.map(option)]) }
            suggestions += lines.flatMap(\.self) + wholes + transport
        }
        self.all = all
        self.goals = goals
        self.rows = rows
        self.problem = problem
        self.suggestions = suggestions
    }

    /// Whether every goal is reached without any option.
    var isEnough: Bool { problem.required.isEmpty }

    /// The same goals with more options.
    func adding(_ more: [ReserveSuggestion]) -> CoveringReserve {
        CoveringReserve((all + more).sorted { $0.number < $1.number }, goals: goals)
    }

    /// The most of each goal that the options could reach, were nothing else asked.
    var most: [Int128] {
        // Those that are reached have no row in the problem itself.
        let every = CoveringReserve(
            all, goals: goals, rows: Array(goals.indices), required: goals.map { _ in 1 })
        return zip(goals, every.problem.most).map { $0.goal.value(of: $0.cut) + $1 }
    }

    /// A figure of each row as one of each goal; nothing for goals without a row.
    func spread(_ figures: [Int128]) -> [Int128] { rows.map { $0.map { figures[$0] } ?? 0 } }
}

extension ReductionGoal {
    /// Whether an option's cuts belong to this goal's account.
    fileprivate func counts(_ suggestion: ReserveSuggestion) -> Bool {
        switch scope {
        case .district: true
        case .subDistrict(let name): suggestion.enterprise.subDistrict.value == name
        }
    }
}

extension [ReserveSuggestion] {
    /// Runs of the same enterprise.
    fileprivate var byEnterprise: [[ReserveSuggestion]] {
        runs { $0.number.enterprise == $1.number.enterprise }
    }

    /// Gathered by line, in the order in which each is met first.
    fileprivate var byPart: [[ReserveSuggestion]] {
        var order: [String] = []
        var gathered: [String: [ReserveSuggestion]] = [:]
        for item in self {
            if gathered[item.part] == nil { order.append(item.part) }
            gathered[item.part, default: []].append(item)
        }
        return order.compactMap { gathered[$0] }
    }
}
