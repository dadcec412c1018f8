package import Diagnostics

/// A measure of the district's catalogue: what applies at which level, to what, on whose word.
package struct Measure: Sendable {
    package let id: Located<Identifier<Measure>>
    package let title: String
    package let group: Group
    /// The sector file it stands in.
    package let sector: Sector
    /// Written out one by one; a higher level inherits nothing.
    package let levels: Set<AlertLevel>
    package let scope: Scope
    /// The part of the emission in scope that it cuts, for the pollutants it names.
    package let cuts: [Pollutant: Share]
    /// Where that is said; nil when it cuts nothing.
    package let cutsPlace: SourceSpan?
    package let lead: Located<Identifier<MemberUnit>>
    package let basis: String
    package let certainty: Certainty
    package let checks: [String]
    package let evidence: [String]

    /// Only mandatory measures are checked for fulfilment and count as cuts.
    package enum Group: String, Sendable, CaseIterable {
        case mandatory, advisory, health

        package var title: Phrase {
            switch self {
            case .mandatory: Phrase(zh: "强制性", en: "mandatory")
            case .advisory: Phrase(zh: "倡议性", en: "advisory")
            case .health: Phrase(zh: "健康防护", en: "health")
            }
        }
    }

    /// To whom or what a measure applies.
    package enum Scope: Sendable {
        /// Everybody: advice and health protection.
        case everybody
        /// Every enterprise on the lists; how much each cuts stands in its own plan.
        case enterprises(Selection)
        case kinds([Located<Identifier<SourceKind>>], Selection)
        case sources([Located<Identifier<EmissionSource>>], Selection)
    }

    /// Which of the sources or enterprises in scope, and which part of them.
    package struct Selection: Sendable {
        package let part: Part
        /// Empty: any rating, or none.
        package let onlyRated: [String]
        package let unlessRated: [String]

        package init(part: Part, onlyRated: [String], unlessRated: [String]) {
            self.part = part
            self.onlyRated = onlyRated
            self.unlessRated = unlessRated
        }

        package func includes(rating: String?) -> Bool {
            if let rating, unlessRated.contains(rating) { return false }
            return onlyRated.isEmpty || rating.map(onlyRated.contains) ?? false
        }
    }

    package enum Part: String, Sendable, CaseIterable {
        case site, machines

        package var title: Phrase {
            switch self {
            case .site: Phrase(zh: "场地", en: "site")
            case .machines: Phrase(zh: "非道路机械", en: "non-road machines")
            }
        }
    }

    package init(
        id: Located<Identifier<Measure>>, title: String, group: Group, sector: Sector,
        levels: Set<AlertLevel>,
        scope: Scope, cuts: [Pollutant: Share], cutsPlace: SourceSpan?, lead: Located<Identifier<MemberUnit>>,
        basis: String,
        certainty: Certainty, checks: [String], evidence: [String]
    ) {
        self.id = id
        self.title = title
        self.group = group
        self.sector = sector
        self.levels = levels
        self.scope = scope
        self.cuts = cuts
        self.cutsPlace = cutsPlace
        self.lead = lead
        self.basis = basis
        self.certainty = certainty
        self.checks = checks
        self.evidence = evidence
    }
}
