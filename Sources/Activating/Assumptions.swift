import Diagnostics
package import PlanModel

/// What is assumed to be otherwise than the plans say, to see what would become of the balance. Nothing is written.
package struct Assumptions: Sendable {
    /// Ids of enterprises and sources that do nothing, and of catalogue measures that are not in force.
    package var without: [String]
    package var settings: [Setting]
    /// The baseline times so much, by pollutant; all where nothing is assumed.
    package var baseline: PerPollutant<Factor>

    /// A measure of an enterprise in the place of what its plan says.
    package struct Setting: Sendable {
        package let enterprise: String
        /// A line's id or `transport`; nil for all lines.
        package let part: String?
        package let action: EnterpriseMeasure.Action

        package init(enterprise: String, part: String?, action: EnterpriseMeasure.Action) {
            self.enterprise = enterprise
            self.part = part
            self.action = action
        }
    }

    /// A number from a thousandth to a thousand, in millionths.
    package struct Factor: Sendable, Hashable {
        package let millionths: Int64

        /// - Precondition: `1_000 ≤ millionths ≤ 1_000_000_000`.
        package init(millionths: Int64) {
            precondition((1_000...1_000_000_000).contains(millionths), "a factor lies between 0.001 and 1000")
            self.millionths = millionths
        }

        package static let one = Factor(millionths: 1_000_000)

        /// A mass times this, rounded up to a gram: a denominator is never made smaller than it is.
        func times(_ mass: MassRate) -> MassRate {
            let product = Int128(mass.gramsPerDay) * Int128(millionths)
            return MassRate(
                gramsPerDay: min(Int64((product + 999_999) / 1_000_000), MassRate.most.gramsPerDay))
        }
    }

    package init(
        without: [String] = [], settings: [Setting] = [],
        baseline: PerPollutant<Factor> = PerPollutant { _ in .one }
    ) {
        self.without = without
        self.settings = settings
        self.baseline = baseline
    }

    package var isEmpty: Bool {
        without.isEmpty && settings.isEmpty && Pollutant.allCases.allSatisfy { baseline[$0] == .one }
    }

    /// An assumption about something that the plans do not have.
    package struct Unknown: Error {
        package let name: String
        /// What there is in its place.
        package let known: [String]
    }

    /// The plans as they would be at a level under these assumptions.
    /// - Throws: The first name that nothing has.
    package func applied(to book: PlanBook, at level: AlertLevel) throws(Unknown) -> PlanBook {
        var enterprises = book.enterprises
        for setting in settings {
            try apply(setting, to: &enterprises, at: level)
        }
        var idle: Set<String> = []
        var lifted: Set<String> = []
        for id in without {
            if let index = enterprises.firstIndex(where: { $0.id.value.text == id }) {
                enterprises[index] = enterprises[index].with([], at: level)
            } else if book.sources.contains(where: { $0.id.value.text == id }) {
                idle.insert(id)
            } else if book.measures.contains(where: { $0.id.value.text == id }) {
                lifted.insert(id)
            } else {
                throw Unknown(
                    name: id,
                    known: enterprises.map(\.id.value.text) + book.sources.map(\.id.value.text)
                        + book.measures.map(\.id.value.text))
            }
        }
        return
            book
            .exempting { idle.contains($0.id.value.text) }
            .without { lifted.contains($0.id.value.text) }
            .with(baseline: Emissions { baseline[$0].times(book.district.baseline.emissions[$0]) })
            .with(enterprises)
    }

    private func apply(_ setting: Setting, to enterprises: inout [Enterprise], at level: AlertLevel)
        throws(Unknown)
    {
        guard let index = enterprises.firstIndex(where: { $0.id.value.text == setting.enterprise }) else {
            throw Unknown(name: setting.enterprise, known: enterprises.map(\.id.value.text))
        }
        let enterprise = enterprises[index]
        let target: EnterpriseMeasure.Target
        if let part = setting.part {
            if part == "transport", enterprise.transport != nil {
                target = .transport
            } else if let line = enterprise.lines.first(where: { $0.id.text == part }) {
                target = .line(Located(line.id, at: line.place))
            } else {
                throw Unknown(
                    name: "\(setting.enterprise).\(part)",
                    known: enterprise.parts.map { "\(setting.enterprise).\($0)" })
            }
        } else {
            target = .allLines
        }
        let measure = EnterpriseMeasure(
            target: target, action: setting.action, overrides: [:], banned: [], note: nil,
            place: enterprise.id.place)
        enterprises[index] = enterprise.with(
            enterprise.measures[level].adopting(measure), at: level)
    }
}
