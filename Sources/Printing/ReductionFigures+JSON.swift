import Activating
import PlanModel

extension ReductionFigures {
    /// Whole grams a day, every ratio with the text that is printed for it.
    func json(of pollutant: Pollutant) -> JSONValue {
        let figure = self[pollutant]
        return .object([
            ("base", .integer(figure.base.gramsPerDay)),
            ("cut", .integer(figure.cut.gramsPerDay)),
            ("required", .integer(figure.required.gramsPerDay)),
            ("margin", .integer(figure.marginMass.gramsPerDay)),
            ("ratioPercent", .text(figure.ratio?.percentText(decimals: decimals))),
            ("targetPercent", .string(figure.target.percentText)),
            ("marginPercent", .text(figure.margin?.percentText(decimals: decimals, signed: true))),
            ("metAlone", .flag(figure.isMet)),
            ("met", .flag(isMet(pollutant))),
        ])
    }

    var poolJSON: JSONValue {
        guard let pool else { return .null }
        return .object([
            ("pollutants", .array(pool.pollutants.map { .string($0.symbol) })),
            ("ratioPercent", .string(pool.ratio.percentText(decimals: decimals))),
            ("targetPercent", .string(pool.target.percentText(decimals: decimals))),
            ("marginPercent", .string(pool.margin.percentText(decimals: decimals, signed: true))),
            ("met", .flag(pool.isMet)),
        ])
    }
}
