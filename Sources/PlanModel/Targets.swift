package import Diagnostics

/// The least part of all emissions to be cut; a ratio equal to its target reaches it (以上).
package struct Targets: Sendable {
    /// The document that sets them.
    package let source: String
    package let certainty: Certainty
    /// What the district says itself, where the rest comes from a rule set; nil where all comes from one place.
    package let own: OwnWord?
    package let ratios: PerLevel<PerPollutant<Share>>
    /// Pollutants whose ratios may make up for each other as long as their sum reaches the sum of the targets.
    package let pooled: [Pollutant]
    package let place: SourceSpan
    /// Where each level's ratios stand: in the district's file or in the set's.
    package let ratioPlaces: PerLevel<SourceSpan>

    /// A document and how sure it is.
    package struct OwnWord: Sendable {
        package let source: String
        package let certainty: Certainty
    }

    /// What a district states, the rest from the set that it names.
    /// - Returns: nil when neither says the target of some level.
    package init?(_ stated: StatedTargets?, completedBy set: TargetSet?, at place: SourceSpan) {
        func ratios(_ level: AlertLevel) -> PerPollutant<Share>? {
            stated?.ratios[level] ?? set?.ratios[level]
        }
        guard let yellow = ratios(.yellow), let orange = ratios(.orange), let red = ratios(.red) else {
            return nil
        }
        let own = stated.map { OwnWord(source: $0.source, certainty: $0.certainty) }
        if let set, !(stated?.isWhole ?? false) {
            (source, certainty) = (set.label.source, set.label.certainty)
            self.own = own
        } else if let own {
            (source, certainty) = (own.source, own.certainty)
            self.own = nil
        } else {
            return nil
        }
        self.ratios = PerLevel(yellow: yellow, orange: orange, red: red)
        pooled = stated?.pooled ?? set?.pooled ?? []
        self.place = place
        ratioPlaces = PerLevel { stated?.ratioPlaces[$0] ?? set?.ratioPlaces[$0] ?? place }
    }

    /// The documents they stand on, each with its certainty.
    package var attribution: Phrase {
        let main = Phrase(
            zh: "\(source)（\(certainty.title.chinese)）", en: "\(source) (\(certainty.title.english))")
        guard let own else { return main }
        return Phrase(
            zh: "\(main.chinese)；本区：\(own.source)（\(own.certainty.title.chinese)）",
            en: "\(main.english); the district's own: \(own.source) (\(own.certainty.title.english))")
    }
}

/// What a district's own file says of its targets; a rule set may say the rest.
package struct StatedTargets: Sendable {
    package let source: String
    package let certainty: Certainty
    /// nil for a level that it leaves to the set.
    package let ratios: PerLevel<PerPollutant<Share>?>
    /// nil when it leaves that to the set.
    package let pooled: [Pollutant]?
    package let place: SourceSpan
    /// Where each level's ratios stand; nil for a level that it leaves to the set.
    package let ratioPlaces: PerLevel<SourceSpan?>

    package init(
        source: String, certainty: Certainty, ratios: PerLevel<PerPollutant<Share>?>, pooled: [Pollutant]?,
        place: SourceSpan, ratioPlaces: PerLevel<SourceSpan?>
    ) {
        self.source = source
        self.certainty = certainty
        self.ratios = ratios
        self.pooled = pooled
        self.place = place
        self.ratioPlaces = ratioPlaces
    }

    /// Whether it says the target of every level.
    package var isWhole: Bool { AlertLevel.allCases.allSatisfy { ratios[$0] != nil } }
}

/// Targets as a document sets them for many districts.
package struct TargetSet: Sendable {
    package let label: RuleSetLabel
    package let ratios: PerLevel<PerPollutant<Share>>
    /// What may make up for each other where the district does not say.
    package let pooled: [Pollutant]
    /// Where each level's ratios stand.
    package let ratioPlaces: PerLevel<SourceSpan>

    package init(
        label: RuleSetLabel, ratios: PerLevel<PerPollutant<Share>>, pooled: [Pollutant],
        ratioPlaces: PerLevel<SourceSpan>
    ) {
        self.label = label
        self.ratioPlaces = ratioPlaces
        self.ratios = ratios
        self.pooled = pooled
    }
}
