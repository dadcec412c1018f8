import Diagnostics
import MarkedYAML
import PlanModel

extension Shape where Value == MassRate {
    /// An emission: `8.6 kg/d`, or `3.1 t/a` where the operating days are known.
    static let massRate = Shape.scalar(massRateForm(.massRate)) { node, context in
        guard let number = DecimalText(node) else {
            reportNotANumber(node, example: "8.6 kg/d", context)
            return nil
        }
        guard
            let unit = EmissionUnit.all.first(where: { $0.names.contains(where: number.unit.equalsInBytes) })
        else {
            reportUnknownUnit(number, node, known: EmissionUnit.all.map { $0.names[0] }, context)
            return nil
        }
        if unit.isAnnual {
            return annualRate(number, unit, node, context)
        }
        guard
            let grams = exact(
                number.scaled(by: unit.grams, most: MassRate.most.gramsPerDay), node,
                finest: Phrase(zh: "1 克/日", en: "one gram a day"), context)
        else { return nil }
        return MassRate(gramsPerDay: grams)
    }

    private static func massRateForm(_ writing: Writing) -> Form {
        .text(Phrase(zh: "排放量", en: "an emission"), example: "8.6 kg/d", writing: writing)
    }

    /// The form of an emission that is divided by.
    static var aboveZeroForm: Form { massRateForm(.massRateAboveZero) }

    private static func annualRate(
        _ number: DecimalText, _ unit: EmissionUnit, _ node: YAMLNode, _ context: ReadingContext
    ) -> MassRate? {
        guard let days = context.operatingDays else {
            // Days that are there but wrong have been complained of where they stand.
            guard !context.operatingDaysAreFaulty else { return nil }
            context.report(
                .missingKey,
                Phrase(
                    zh: "年排放量“\(node.text)”要有年运行天数才能折成每日",
                    en: "'\(node.text)' is a year's emission and needs the operating days to become a day's"),
                at: node.span,
                help: Phrase(
                    zh: "在本企业加一行“operatingDays: 300”，或改写成 kg/d",
                    en: "add 'operatingDays: 300' to the enterprise, or write it in kg/d"))
            return nil
        }
        guard
            let grams = exact(
                number.scaled(by: unit.grams, most: MassRate.most.gramsPerDay), node,
                finest: Phrase(zh: "1 克/年", en: "one gram a year"), context)
        else { return nil }
        context.annualGrams = grams
        return MassRate(gramsPerDay: grams / Int64(days))
    }
}

/// A unit of mass over time that emissions may be written in; the first name is the canonical one.
struct EmissionUnit: Sendable {
    let names: [String]
    let grams: Int64
    let isAnnual: Bool

    static let all = [
        EmissionUnit(names: ["kg/d", "公斤/日", "千克/日", "公斤/天"], grams: 1000, isAnnual: false),
        EmissionUnit(names: ["t/d", "吨/日", "吨/天"], grams: 1_000_000, isAnnual: false),
        EmissionUnit(names: ["g/d", "克/日", "克/天"], grams: 1, isAnnual: false),
        EmissionUnit(names: ["t/a", "吨/年"], grams: 1_000_000, isAnnual: true),
        EmissionUnit(names: ["kg/a", "公斤/年", "千克/年"], grams: 1000, isAnnual: true),
    ]
}

extension Shape where Value == Share {
    /// A part of a whole: `30 %`, 0 to 100 with at most four decimals.
    static let percent = Shape.scalar(
        .text(Phrase(zh: "百分比", en: "a percentage"), example: "30 %", writing: .percent)
    ) { node, context in
        guard let number = DecimalText(node) else {
            reportNotANumber(node, example: "30 %", context)
            return nil
        }
        guard Writing.percentSigns.contains(number.unit) else {
            reportUnknownUnit(number, node, known: ["%"], context)
            return nil
        }
        guard
            let parts = exact(
                number.scaled(by: 10_000, most: .max), node,
                finest: Phrase(zh: "0.0001 %", en: "0.0001 %"), context)
        else { return nil }
        guard parts <= 1_000_000 else {
            context.report(
                .numberOutOfRange,
                Phrase(zh: "“\(node.text)”超过 100 %", en: "'\(node.text)' is more than 100 %"), at: node.span)
            return nil
        }
        return Share(parts, of: 1_000_000)
    }
}

extension Shape where Value == Quantity {
    /// An amount in one of the units that plans use: `12 t/d`, `14 /d`, `310 kWh/d`.
    static let quantity = Shape.scalar(quantityForm(.quantity)) { node, context in
        guard let number = DecimalText(node) else {
            reportNotANumber(node, example: "12 t/d", context)
            return nil
        }
        guard let unit = Quantity.Unit(number.unit) else {
            reportUnknownUnit(number, node, known: Quantity.Unit.known, context)
            return nil
        }
        guard
            let millionths = exact(
                number.scaled(by: 1_000_000, most: Quantity.most), node,
                finest: Phrase(zh: "百万分之一", en: "a millionth"), context)
        else { return nil }
        return Quantity(millionths: millionths, unit: unit)
    }

    /// An amount that must be money; the record that has it sees to that.
    static let cost = Shape(quantityForm(.money, example: "21000 元/d"), read: quantity.read)

    private static func quantityForm(_ writing: Writing, example: String = "12 t/d") -> Form {
        .text(Phrase(zh: "数量和单位", en: "an amount with its unit"), example: example, writing: writing)
    }
}

extension Shape where Value == Span {
    /// A length of time: `2 h`, `30 min`, `7 d`; at most a year.
    static let span = Shape.scalar(
        .text(Phrase(zh: "时长", en: "a length of time"), example: "2 h", writing: .span)
    ) { node, context in
        guard let number = DecimalText(node) else {
            reportNotANumber(node, example: "2 h", context)
            return nil
        }
        guard let unit = SpanUnit.all.first(where: { $0.names.contains(where: number.unit.equalsInBytes) })
        else {
            reportUnknownUnit(number, node, known: SpanUnit.all.map { $0.names[0] }, context)
            return nil
        }
        guard
            let minutes = exact(
                number.scaled(by: unit.minutes, most: Int64(SpanUnit.most)), node,
                finest: Phrase(zh: "1 分钟", en: "one minute"), context)
        else { return nil }
        return Span(minutes: Int(minutes))
    }
}

/// A unit that lengths of time may be written in; the first name is the canonical one.
struct SpanUnit: Sendable {
    let names: [String]
    let minutes: Int64

    /// The longest that a plan may say, in minutes: a leap year.
    static let most = 366 * 1440

    static let all = [
        SpanUnit(names: ["h", "小时", "时"], minutes: 60),
        SpanUnit(names: ["min", "分钟", "分"], minutes: 1),
        SpanUnit(names: ["d", "天", "日"], minutes: 1440),
    ]
}

extension Shape where Value == Int {
    /// A whole number without a unit.
    static func integer(_ range: ClosedRange<Int>, example: String) -> Shape {
        .scalar(
            .text(
                Phrase(zh: "整数", en: "a whole number"), example: example, writing: .integer(range))
        ) { node, context in
            guard let number = DecimalText(node), number.unit.isEmpty, number.places == 0 else {
                reportNotANumber(node, example: example, context)
                return nil
            }
            guard let value = Int(exactly: number.mantissa), range.contains(value) else {
                context.report(
                    .numberOutOfRange,
                    Phrase(
                        zh: "“\(node.text)”不在 \(range.lowerBound)–\(range.upperBound) 之内",
                        en: "'\(node.text)' is not between \(range.lowerBound) and \(range.upperBound)"),
                    at: node.span)
                return nil
            }
            return value
        }
    }

    /// Degrees with at most six decimals, as millionths.
    static func degrees(upTo most: Int, example: String) -> Shape {
        .scalar(
            .text(Phrase(zh: "度数", en: "degrees"), example: example, writing: .degrees(upTo: most))
        ) { node, context in
            guard let number = DecimalText(node), number.unit.isEmpty else {
                reportNotANumber(node, example: example, context)
                return nil
            }
            return exact(
                number.scaled(by: 1_000_000, most: Int64(most) * 1_000_000), node,
                finest: Phrase(zh: "百万分之一度", en: "a millionth of a degree"), context
            ).map { Int($0) }
        }
    }
}

// MARK: - Complaints about numbers

private func exact(
    _ scaled: DecimalText.Scaled, _ node: YAMLNode, finest: Phrase, _ context: ReadingContext
) -> Int64? {
    switch scaled {
    case .exact(let value):
        return value
    case .tooPrecise:
        context.report(
            .tooPrecise,
            Phrase(
                zh: "“\(node.text)”细于\(finest.chinese)", en: "'\(node.text)' is finer than \(finest.english)"),
            at: node.span)
    case .tooLarge:
        context.report(
            .numberOutOfRange, Phrase(zh: "“\(node.text)”大得不可能", en: "'\(node.text)' is impossibly large"),
            at: node.span)
    }
    return nil
}

private func reportNotANumber(_ node: YAMLNode, example: String, _ context: ReadingContext) {
    context.report(
        .wrongType,
        Phrase(zh: "“\(node.text)”不是这里要的数", en: "'\(node.text)' is not a number of the kind expected here"),
        at: node.span, help: Phrase(zh: "写法如 \(example)", en: "write it like \(example)"))
}

private func reportUnknownUnit(
    _ number: DecimalText, _ node: YAMLNode, known: [String], _ context: ReadingContext
) {
    // Only what is measured may be suggested, never another magnitude of it: mg/d is no slip of kg/d.
    let measured = number.unit.filter { !$0.isWhitespace }.split(separator: "/").first?.lowercased() ?? ""
    let near = Nearest.name(to: number.unit, among: known).flatMap { name in
        name.split(separator: "/").first?.lowercased() == measured ? name : nil
    }
    let list = known.joined(separator: ", ")
    context.report(
        .unknownUnit,
        number.unit.isEmpty
            ? Phrase(zh: "“\(node.text)”没有单位", en: "'\(node.text)' has no unit")
            : Phrase(zh: "不认识的单位“\(number.unit)”", en: "unknown unit '\(number.unit)'"),
        at: node.span,
        help: near.map {
            Phrase(zh: "是不是“\($0)”？可用：\(list)", en: "did you mean '\($0)'? units here: \(list)")
        }
            ?? Phrase(zh: "可用：\(list)", en: "units here: \(list)"))
}
