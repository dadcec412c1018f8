package import Diagnostics

/// What grades ask of an enterprise's plan, one table a file: a rating table is data with its source written in it.
package struct RatingTable: Sendable {
    package let label: RuleSetLabel
    /// GB/T 4754 codes or beginnings of codes that it holds for; empty means every industry.
    package let industries: [String]
    /// The pollutants that it is asked of, each by itself.
    package let pollutants: [Pollutant]
    /// Grades that reduce as they see fit (自主减排): nothing is asked of them.
    package let voluntary: [Rating.Grade]
    package let requirements: [Requirement]

    /// The least part of what an enterprise's running lines emit that its plan cuts, level by level.
    package struct Requirement: Sendable {
        /// The grades that it is asked of; empty where it is asked of the restricted class.
        package let grades: [Rating.Grade]
        /// Asked of the restricted class (限制类), whatever the grade.
        package let isForRestricted: Bool
        package let least: PerLevel<Share>
        package let place: SourceSpan

        package init(
            grades: [Rating.Grade], isForRestricted: Bool, least: PerLevel<Share>, place: SourceSpan
        ) {
            self.grades = grades
            self.isForRestricted = isForRestricted
            self.least = least
            self.place = place
        }
    }

    package init(
        label: RuleSetLabel, industries: [String], pollutants: [Pollutant], voluntary: [Rating.Grade],
        requirements: [Requirement]
    ) {
        self.label = label
        self.industries = industries
        self.pollutants = pollutants
        self.voluntary = voluntary
        self.requirements = requirements
    }

    /// Whether it speaks of the enterprise's industry.
    private func holds(for enterprise: Enterprise) -> Bool {
        industries.isEmpty || industries.contains(where: enterprise.industry.code.hasPrefix)
    }

    /// Whether it leaves it to such an enterprise what to cut.
    package func isVoluntary(for enterprise: Enterprise) -> Bool {
        voluntary.contains(enterprise.rating.grade) && holds(for: enterprise)
    }

    /// What is asked of such an enterprise.
    package func requirements(for enterprise: Enterprise) -> [Requirement] {
        guard holds(for: enterprise) else { return [] }
        return requirements.filter { requirement in
            requirement.isForRestricted
                ? enterprise.industry.isRestricted : requirement.grades.contains(enterprise.rating.grade)
        }
    }
}
