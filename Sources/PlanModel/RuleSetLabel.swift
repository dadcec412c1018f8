package import Diagnostics

/// The name of a rule set, unique among those of its kind.
package typealias RuleSetID = Identifier<RuleSetLabel>

/// What every rule set says of itself: its name, and the document that it stands on.
package struct RuleSetLabel: Sendable {
    /// nil only for a rating table that nobody needs to name.
    package let id: RuleSetID?
    /// The document that sets it.
    package let source: String
    package let certainty: Certainty
    /// Where its file says so.
    package let place: SourceSpan

    package init(id: RuleSetID?, source: String, certainty: Certainty, place: SourceSpan) {
        self.id = id
        self.source = source
        self.certainty = certainty
        self.place = place
    }
}

extension RuleSetLabel {
    /// The document and how sure it is, to stand behind what it is the reason of.
    package var attribution: Phrase {
        Phrase(zh: "\(source)（\(certainty.title.chinese)）", en: "\(source) (\(certainty.title.english))")
    }
}
