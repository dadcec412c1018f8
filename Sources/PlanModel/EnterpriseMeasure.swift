package import Diagnostics

/// One entry of an enterprise's own list for a level.
package struct EnterpriseMeasure: Sendable {
    package let target: Target
    package let action: Action
    /// Pollutants for which another part is cut than the action says.
    package let overrides: [Pollutant: Share]
    /// Vehicles that may not come in, in the plan's own words.
    package let banned: [String]
    package let note: String?
    package let place: SourceSpan

    package enum Target: Sendable, Equatable {
        case line(Located<Identifier<ProductionLine>>)
        case allLines
        case transport

        package static func == (left: Target, right: Target) -> Bool {
            switch (left, right) {
            case (.line(let left), .line(let right)): left.value == right.value
            case (.allLines, .allLines), (.transport, .transport): true
            default: false
            }
        }
    }

    package enum Action: Sendable {
        case stop
        /// Down by a part of what is normal.
        case limit(by: Share)
        /// Down to an absolute amount; cuts 1 − to/from. `0 ≤ to ≤ from`, `from > 0`, same unit.
        case limitAmount(from: Quantity, to: Quantity)
        /// Goes on as it is.
        case keep

        /// The part of every pollutant that goes on.
        fileprivate var remaining: Share {
            switch self {
            case .stop: .none
            case .limit(let part): part.complement
            case .limitAmount(let from, let to): Share(to.millionths, of: from.millionths)
            case .keep: .all
            }
        }
    }

    package init(
        target: Target, action: Action, overrides: [Pollutant: Share], banned: [String], note: String?,
        place: SourceSpan
    ) {
        self.target = target
        self.action = action
        self.overrides = overrides
        self.banned = banned
        self.note = note
        self.place = place
    }

    /// The part of a pollutant that goes on after this measure.
    package func remaining(of pollutant: Pollutant) -> Share {
        overrides[pollutant]?.complement ?? action.remaining
    }

    /// The parts of all pollutants that go on after this measure.
    package var remaining: PerPollutant<Share> {
        let usual = action.remaining
        guard !overrides.isEmpty else { return PerPollutant { _ in usual } }
        return PerPollutant { overrides[$0]?.complement ?? usual }
    }
}

/// A measure held back, with what a day of it costs.
package struct ReserveOption: Sendable {
    package let measure: EnterpriseMeasure
    package let cost: Quantity?

    package init(measure: EnterpriseMeasure, cost: Quantity?) {
        self.measure = measure
        self.cost = cost
    }
}
