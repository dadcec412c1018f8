package import Activating
import Diagnostics
import PlanModel

extension ReductionBalance {
    /// Every figure in whole grams a day, every ratio with the text that is printed for it.
    package var json: JSONValue {
        .object([
            ("level", .string(level.rawValue)),
            ("met", .flag(isMet)),
            ("missed", .array(missed.map { .string($0.symbol) })),
            ("pollutants", .object(Pollutant.allCases.map { ($0.symbol, whole.json(of: $0)) })),
            ("pool", whole.poolJSON),
            (
                "sectors",
                .array(
                    sectors.map { json(of: $0.account, name: $0.name.rawValue, title: $0.name.title.chinese) }
                )
            ),
            ("unlisted", unlisted.json),
            (
                "subDistricts",
                .array(subDistricts.map { json(of: $0.account, name: $0.name.text, title: nil) })
            ),
            ("districtWide", json(of: districtWide, name: nil, title: nil)),
            (
                "notCounted",
                .array(
                    notCounted.map {
                        json(of: $0.account, name: $0.name.word, title: $0.name.title.chinese)
                    })
            ),
        ])
    }

    private func json(of account: Account, name: String?, title: String?) -> JSONValue {
        .object(
            (name.map { [("name", .string($0))] } ?? []) + (title.map { [("title", .string($0))] } ?? [])
                + [("base", account.base.json), ("cut", account.cut.json)])
    }
}

extension PerPollutant where Value == MassRate {
    /// Whole grams a day by pollutant.
    var json: JSONValue {
        .object(Pollutant.allCases.map { ($0.symbol, .integer(self[$0].gramsPerDay)) })
    }
}

extension ReductionBalance.Reason {
    var word: String {
        switch self {
        case .notRunning(let status): status.rawValue
        case .exempt: "exempt"
        }
    }
}
