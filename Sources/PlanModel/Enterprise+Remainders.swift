import Diagnostics

extension Enterprise {
    /// What goes on of something at a level after all its measures, as a part of `whole`, rounded down: finer than
    /// any figure of a plan, so that what differs here differs in truth.
    /// - Parameter whole: At most 10²².
    package func remaining(_ whole: Int128, of pollutant: Pollutant, on target: Target, at level: AlertLevel)
        -> Int128
    {
        // By index: taking each measure out of the array would copy it, and checks ask this many times.
        let measures = measures[level]
        var left = whole
        for index in measures.indices where target.isReached(by: measures[index]) {
            let share = measures[index].remaining(of: pollutant)
            left = left * Int128(share.numerator) / Int128(share.denominator)
        }
        return left
    }

    /// A line or the transport of an enterprise, as its measures reach it. Indirect, since both are large and get
    /// handed around.
    package indirect enum Target: Sendable {
        case line(ProductionLine)
        case transport(Transport)

        package var emissions: Emissions {
            switch self {
            case .line(let line): line.emissions
            case .transport(let transport): transport.emissions
            }
        }

        package func isReached(by measure: EnterpriseMeasure) -> Bool {
            switch self {
            case .line(let line):
                switch measure.target {
                case .line(let id): line.id == id.value
                case .allLines: true
                case .transport: false
                }
            case .transport: measure.target == .transport
            }
        }
    }

    /// What its parts are called on the command line: each line's id, then `transport` where there is one.
    package var parts: [String] { lines.map(\.id.text) + (transport == nil ? [] : ["transport"]) }

    /// Every line in the plan's order, then the transport.
    package var targets: [Target] {
        lines.map { .line($0) } + (transport.map { [.transport($0)] } ?? [])
    }

    /// The exemption that holds on a day at a level.
    package func exemption(on day: CivilDate, at level: AlertLevel, under rules: RuleBook)
        -> EnterpriseExemption?
    {
        exemption.flatMap { $0.until >= day && rules.lets($0, at: level) ? $0 : nil }
    }
}
