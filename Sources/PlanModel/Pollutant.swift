package import Diagnostics

/// A pollutant for which a reduction target is set.
package enum Pollutant: String, Sendable, CaseIterable, Hashable {
    case so2 = "SO2"
    case nox = "NOx"
    case pm = "PM"
    case vocs = "VOCs"

    /// As printed in both languages.
    package var symbol: String { rawValue }

    /// 二氧化硫, 氮氧化物, 颗粒物, 挥发性有机物.
    package var title: Phrase {
        switch self {
        case .so2: Phrase(zh: "二氧化硫", en: "SO2")
        case .nox: Phrase(zh: "氮氧化物", en: "NOx")
        case .pm: Phrase(zh: "颗粒物", en: "PM")
        case .vocs: Phrase(zh: "挥发性有机物", en: "VOCs")
        }
    }
}

/// One value a pollutant.
package struct PerPollutant<Value: Sendable>: Sendable {
    private var so2: Value
    private var nox: Value
    private var pm: Value
    private var vocs: Value

    package init(_ value: (Pollutant) -> Value) {
        so2 = value(.so2)
        nox = value(.nox)
        pm = value(.pm)
        vocs = value(.vocs)
    }

    package subscript(pollutant: Pollutant) -> Value {
        get {
            switch pollutant {
            case .so2: so2
            case .nox: nox
            case .pm: pm
            case .vocs: vocs
            }
        }
        set {
            switch pollutant {
            case .so2: so2 = newValue
            case .nox: nox = newValue
            case .pm: pm = newValue
            case .vocs: vocs = newValue
            }
        }
    }

    package func map<Other>(_ transform: (Pollutant, Value) -> Other) -> PerPollutant<Other> {
        PerPollutant<Other> { transform($0, self[$0]) }
    }
}

extension PerPollutant: Equatable where Value: Equatable {}

/// What a line, a source or a district emits, pollutant by pollutant.
package typealias Emissions = PerPollutant<MassRate>

extension PerPollutant where Value == MassRate {
    package static var zero: Emissions { Emissions { _ in .zero } }

    package static func + (left: Emissions, right: Emissions) -> Emissions {
        Emissions { left[$0] + right[$0] }
    }

    package static func - (left: Emissions, right: Emissions) -> Emissions {
        Emissions { left[$0] - right[$0] }
    }

    package static func += (left: inout Emissions, right: Emissions) {
        left = left + right
    }

    package var isZero: Bool { Pollutant.allCases.allSatisfy { self[$0] == .zero } }
}
