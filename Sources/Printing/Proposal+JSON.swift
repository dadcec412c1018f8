package import Activating
import Diagnostics
import PlanModel

extension Proposal {
    /// Every figure in whole grams a day, every cost in 元/d as text, exact.
    package var json: JSONValue {
        .object([
            ("level", .string(before.order.level.rawValue)),
            ("outcome", .string(outcome.word)),
            ("choice", choiceJSON),
            ("impossible", impossibleJSON),
            ("goals", .array(goals.map(json))),
            ("options", .integer(Int64(pool.open.count))),
            (
                "leftOut",
                .array(
                    pool.leftOut.map { item in
                        .object([
                            ("enterprise", .string(item.suggestion.enterprise.id.value.text)),
                            ("part", .string(item.suggestion.part)),
                            ("reason", .string(item.reason.title.english)),
                        ])
                    })
            ),
            ("before", before.balance.json),
            ("after", after.balance.json),
        ])
    }

    private var choiceJSON: JSONValue {
        guard case .chosen(let choice) = outcome else { return .null }
        return .object([
            ("cost", .string(choice.cost.plainMoneyText)),
            ("bound", .string(choice.bound.plainMoneyText)),
            ("isLeast", .flag(choice.isLeast)),
            ("gapPercent", .string(String(choice.gapText.dropLast(2)))),
            ("proof", .string(choice.proof.rawValue)),
            (
                "options",
                .array(
                    choice.options.map { item in
                        .object([
                            ("subDistrict", .string(item.enterprise.subDistrict.value.text)),
                            ("enterprise", .string(item.enterprise.id.value.text)),
                            ("name", .string(item.enterprise.name)),
                            ("part", .string(item.part)),
                            ("partName", .string(item.partName)),
                            ("measure", .string(item.option.measure.orderText)),
                            ("cost", .text((item.option.cost?.millionths).map { Int128($0).plainMoneyText })),
                            ("extraCut", item.extraCut.json),
                            ("file", .string(item.option.measure.place.file.path)),
                            ("line", .integer(Int64(item.option.measure.place.start.line))),
                        ])
                    })
            ),
        ])
    }

    private var impossibleJSON: JSONValue {
        guard case .impossible(let impossible) = outcome else { return .null }
        return .object([
            ("isProven", .flag(impossible.isProven)),
            ("remedies", .array(impossible.remedies.map { .string($0.title.english) })),
            (
                "short",
                .array(
                    zip(goals, impossible.short).filter { $0.1 > 0 }.map { item, short in
                        .object([
                            ("scope", .string(item.goal.scope.word)),
                            ("pollutants", .array(item.goal.pollutants.map { .string($0.symbol) })),
                            (
                                "grams",
                                item.goal.pollutants.count == 1 ? .integer(Int64(clamping: short)) : .null
                            ),
                            ("points", .string(item.goal.missing(short).percentTextUp(decimals: 4))),
                        ])
                    })
            ),
        ])
    }

    private func json(_ item: Goal) -> JSONValue {
        .object([
            ("scope", .string(item.goal.scope.word)),
            ("pollutants", .array(item.goal.pollutants.map { .string($0.symbol) })),
            ("targetPercent", .string(item.goal.target.percentText(decimals: decimals))),
            ("beforePercent", .string(item.goal.ratio(of: item.before).percentText(decimals: decimals))),
            ("afterPercent", .string(item.goal.ratio(of: item.after).percentText(decimals: decimals))),
            ("before", item.before.json),
            ("after", item.after.json),
            ("reached", .flag(item.isReached)),
        ])
    }
}

extension ProposalCurve {
    package var json: JSONValue {
        .object([
            ("presentThousandths", .integer(Int64(present))),
            ("mostThousandths", .integer(Int64(most))),
            (
                "points",
                .array(
                    points.map {
                        .object([
                            ("thousandths", .integer(Int64($0.thousandths))),
                            ("cost", .string($0.cost.plainMoneyText)),
                            ("bound", .string($0.bound.plainMoneyText)),
                            ("options", .integer(Int64($0.options))),
                        ])
                    })
            ),
        ])
    }
}

extension Int128 {
    /// Millionths of 元 as 元 without groups of digits, to be read by machines.
    fileprivate var plainMoneyText: String { moneyText.replacing(",", with: "") }
}

extension Proposal.Outcome {
    fileprivate var word: String {
        switch self {
        case .enough: "enough"
        case .chosen: "chosen"
        case .impossible: "impossible"
        }
    }
}

extension ReductionGoal.Scope {
    fileprivate var word: String {
        switch self {
        case .district: "district"
        case .subDistrict(let name): name.text
        }
    }
}
