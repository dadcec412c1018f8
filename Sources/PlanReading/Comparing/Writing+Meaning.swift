import MarkedYAML
import PlanModel

extension Writing {
    /// What a value says, whatever its spelling: `0.69 kg/d` and `690 g/d` have the same meaning. Of a value that
    /// cannot be read it is the text itself.
    func meaning(of node: YAMLNode) -> String {
        read(node) ?? "\u{0}" + node.text
    }

    private func read(_ node: YAMLNode) -> String? {
        let context = ReadingContext()
        switch counts {
        case .words:
            return node.text
        case .number:
            return DecimalText(node).map { "\($0.mantissa)/\($0.places)\($0.unit)" }
        case .massRate:
            // What is stated by the year is another statement than a day's, even where the day comes out the same.
            context.operatingDays = 1
            let rate = Shape<MassRate>.massRate.read(node, context)
            return rate.map { "\($0.gramsPerDay)\(context.annualGrams == nil ? "d" : "a")" }
        case .percent:
            return Shape<Share>.percent.read(node, context).map { "\($0.numerator)/\($0.denominator)" }
        case .quantity:
            return Shape<Quantity>.quantity.read(node, context).map { "\($0.millionths) \($0.unit.text)" }
        case .span:
            return Shape<Span>.span.read(node, context).map { String($0.minutes) }
        case .clock:
            return CivilTime.minuteOfDay(node.text).map { String($0) }
        case .dateRange:
            return Shape<DateRange>.dateRange.read(node, context).map {
                "\($0.first.isoText)/\($0.last.isoText)"
            }
        }
    }
}
