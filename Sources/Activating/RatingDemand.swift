package import Diagnostics
package import PlanModel

/// What a rating table asks of an enterprise at a level, and what its plan does.
package struct RatingDemand: Sendable {
    /// The document that asks it.
    package let source: String
    package let certainty: Certainty
    package let place: SourceSpan
    /// Asked of the restricted class (限制类), whatever the grade.
    package let isForRestricted: Bool
    package let least: Share
    package let answers: [Answer]

    /// One pollutant's: what the running lines emit and what of it is cut.
    package struct Answer: Sendable {
        package let pollutant: Pollutant
        package let base: MassRate
        package let cut: MassRate
        /// Reckoned without rounding to grams, as `check` does.
        package let isKept: Bool
    }

    /// Whether all of it is kept.
    package var isKept: Bool { answers.allSatisfy(\.isKept) }

    /// In the order of the tables; none while the enterprise is exempt.
    package static func all(
        on item: EnterpriseActivation, at level: AlertLevel, _ tables: [RatingTable]
    ) -> [RatingDemand] {
        guard item.exemption == nil else { return [] }
        let running = item.lines.filter { $0.line.status == .running }.map(\.entry)
        return tables.flatMap { table in
            table.requirements(for: item.enterprise).map { requirement in
                let least = requirement.least[level]
                let answers = table.pollutants.map { pollutant in
                    Answer(
                        pollutant: pollutant, base: running.reduce(.zero) { $0 + $1.base[pollutant] },
                        cut: running.reduce(.zero) { $0 + $1.cut[pollutant] },
                        isKept: item.enterprise.cuts(atLeast: least, of: pollutant, at: level))
                }
                return RatingDemand(
                    source: table.label.source, certainty: table.label.certainty, place: requirement.place,
                    isForRestricted: requirement.isForRestricted, least: least, answers: answers)
            }
        }
    }
}
