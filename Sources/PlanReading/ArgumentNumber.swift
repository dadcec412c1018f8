package import PlanModel

/// Numbers on the command line, written as in plans.
package enum ArgumentNumber {
    /// `1 %`, `0.5%`: from nothing to all, in steps of 0.0001 %.
    package static func share(_ text: String) -> Share? {
        guard let number = DecimalText(text), Writing.percentSigns.contains(number.unit),
            case .exact(let parts) = number.scaled(by: 10_000, most: 1_000_000)
        else { return nil }
        return Share(parts, of: 1_000_000)
    }

    /// `1 kg/d`, `0.2 t/d`: daily, in whole grams.
    package static func massRate(_ text: String) -> MassRate? {
        guard let number = DecimalText(text),
            let unit = EmissionUnit.all.first(where: { $0.names.contains(number.unit) && !$0.isAnnual }),
            case .exact(let grams) = number.scaled(by: unit.grams, most: MassRate.most.gramsPerDay)
        else { return nil }
        return MassRate(gramsPerDay: grams)
    }

    /// `1.1`: a bare number, in millionths.
    package static func millionths(_ text: String) -> Int64? {
        guard let number = DecimalText(text), number.unit.isEmpty,
            case .exact(let millionths) = number.scaled(by: 1_000_000, most: .max)
        else { return nil }
        return millionths
    }
}
