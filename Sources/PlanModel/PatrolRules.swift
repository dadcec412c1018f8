package import Diagnostics

/// What a patrol looks at, by the kind of source.
package struct PatrolRules: Sendable {
    package let deadlines: Deadlines
    package let enterprise: Guidance
    package let kinds: [SourceKind]
    package let place: SourceSpan

    /// Items to tick, evidence to see, statutes to cite, in the plan's own words.
    package struct Guidance: Sendable {
        package let items: [String]
        package let evidence: [String]
        package let statutes: [String]

        package init(items: [String], evidence: [String], statutes: [String]) {
            self.items = items
            self.evidence = evidence
            self.statutes = statutes
        }
    }

    /// How soon a finding is verified on site and answered for (西政发〔2018〕12号 十).
    package struct Deadlines: Sendable {
        package let verify: Span
        package let feedback: Span
        package let basis: String
        package let certainty: Certainty

        package init(verify: Span, feedback: Span, basis: String, certainty: Certainty) {
            self.verify = verify
            self.feedback = feedback
            self.basis = basis
            self.certainty = certainty
        }
    }

    package init(deadlines: Deadlines, enterprise: Guidance, kinds: [SourceKind], place: SourceSpan) {
        self.deadlines = deadlines
        self.enterprise = enterprise
        self.kinds = kinds
        self.place = place
    }
}

/// A kind of source (点位类型), as the district's patrol rules name it.
package struct SourceKind: Sendable {
    package let id: Located<Identifier<SourceKind>>
    package let title: String
    package let sector: Sector
    package let guidance: PatrolRules.Guidance

    package init(
        id: Located<Identifier<SourceKind>>, title: String, sector: Sector, guidance: PatrolRules.Guidance
    ) {
        self.id = id
        self.title = title
        self.sector = sector
        self.guidance = guidance
    }
}
