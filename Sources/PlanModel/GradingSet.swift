package import Diagnostics

/// Under which forecast which level is due. Only governments of a city or above issue it; for a district it checks
/// what it is told.
package struct GradingSet: Sendable {
    package let label: RuleSetLabel
    /// A level is due when one of its alternatives is met.
    package let levels: PerLevel<[Alternative]>
    /// nil where the document read says nothing of it.
    package let lift: Lift?

    package init(label: RuleSetLabel, levels: PerLevel<[Alternative]>, lift: Lift?) {
        self.label = label
        self.levels = levels
        self.lift = lift
    }

    /// Conditions that one episode meets all: the shorter stretch lies within the longer.
    package struct Alternative: Sendable {
        package let conditions: [Condition]
        package let place: SourceSpan

        package init(conditions: [Condition], place: SourceSpan) {
            self.conditions = conditions
            self.place = place
        }
    }

    package struct Condition: Sendable {
        package let what: What
        /// For how long at least; nil for any time at all.
        package let lasting: Span?
        package let certainty: Certainty
        package let place: SourceSpan

        package enum What: Sendable, Equatable {
            /// The daily mean of the air quality index lies above this.
            case above(Int)
            /// It is this or more.
            case reaching(Int)
            /// What no index tells, in the document's words.
            case event(String)
        }

        package init(what: What, lasting: Span?, certainty: Certainty, place: SourceSpan) {
            self.what = what
            self.lasting = lasting
            self.certainty = certainty
            self.place = place
        }
    }

    /// When an alert ends.
    package struct Lift: Sendable {
        /// Below the yellow condition, and forecast to stay so for longer than this.
        package let clear: Span
        package let source: String
        package let certainty: Certainty

        package init(clear: Span, source: String, certainty: Certainty) {
            self.clear = clear
            self.source = source
            self.certainty = certainty
        }
    }
}
