import Diagnostics
import MarkedYAML
import PlanModel

extension Shape {
    /// One value a level. Without `missing` every level must be written out.
    static func perLevel<Item: Sendable>(_ item: Shape<Item>, missing: Item? = nil) -> Shape
    where Value == PerLevel<Item> {
        let isOptional = missing != nil
        let yellow = Field("yellow", "黄色", item, optional: isOptional)
        let orange = Field("orange", "橙色", item, optional: isOptional)
        let red = Field("red", "红色", item, optional: isOptional)
        return .record(named: Form.Name("\(item.form.name)PerLevel"), fields(yellow, orange, red)) { record in
            let values = (record(yellow) ?? missing, record(orange) ?? missing, record(red) ?? missing)
            guard let yellow = values.0, let orange = values.1, let red = values.2 else { return nil }
            return PerLevel(yellow: yellow, orange: orange, red: red)
        }
    }

    /// The pollutants that are named, each with its value.
    static func byPollutant<Item: Sendable>(_ item: Shape<Item>, named name: Form.Name? = nil) -> Shape
    where Value == [Pollutant: Item] {
        let fields = PollutantFields(item, optional: true)
        return .record(named: name ?? Form.Name("\(item.form.name)ByPollutant"), fields.all) { record in
            var values: [Pollutant: Item] = [:]
            for pollutant in Pollutant.allCases { values[pollutant] = record(fields[pollutant]) }
            return values
        }
    }

    /// Every pollutant with its value.
    static func everyPollutant<Item: Sendable>(_ item: Shape<Item>) -> Shape
    where Value == PerPollutant<Item> {
        let fields = PollutantFields(item, optional: false)
        return .record(named: Form.Name("\(item.form.name)OfEveryPollutant"), fields.all) { record in
            let values = PerPollutant { record(fields[$0]) }
            for pollutant in Pollutant.allCases where values[pollutant] == nil { return nil }
            return values.map { _, value in
                guard let value else { preconditionFailure("looked at in the line above") }
                return value
            }
        }
    }
}

/// The four keys of a mapping by pollutant.
private struct PollutantFields<Item: Sendable>: Sendable {
    private let so2: Field<Item>
    private let nox: Field<Item>
    private let pm: Field<Item>
    private let vocs: Field<Item>

    init(_ item: Shape<Item>, optional: Bool) {
        so2 = Field("SO2", "二氧化硫", item, optional: optional)
        nox = Field("NOx", "氮氧化物", item, optional: optional)
        pm = Field("PM", "颗粒物", item, optional: optional)
        vocs = Field("VOCs", "挥发性有机物", item, optional: optional)
    }

    var all: [FieldDeclaration] { fields(so2, nox, pm, vocs) }

    subscript(pollutant: Pollutant) -> Field<Item> {
        switch pollutant {
        case .so2: so2
        case .nox: nox
        case .pm: pm
        case .vocs: vocs
        }
    }
}

extension Shape where Value == StatedEmissions {
    /// What something emits; a pollutant that is not named is not emitted.
    static let emissions: Shape = {
        let fields = PollutantFields(Shape<MassRate>.massRate, optional: true)
        return record(named: Form.Name("emissions"), fields.all) { record in
            let context = record.context
            var annual: [StatedEmissions.AnnualAmount] = []
            let daily = Emissions { pollutant in
                context.annualGrams = nil
                let rate = record(fields[pollutant])
                if let grams = context.annualGrams, let days = context.operatingDays {
                    annual.append(.init(pollutant, gramsPerYear: grams, operatingDays: days))
                }
                return rate ?? .zero
            }
            return StatedEmissions(daily: daily, annual: annual, place: record.place)
        }
    }()
}
