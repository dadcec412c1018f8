package import Diagnostics
package import PlanModel

/// What becomes of one emission: the account of a line, of transport, of a site or of its machines.
package struct LedgerEntry: Sendable {
    package let emitter: Emitter
    package let sector: Sector
    /// nil for district-wide sources.
    package let subDistrict: Identifier<SubDistrict>?
    package let base: Emissions
    package let cut: Emissions
    /// In the order in which they were applied.
    package let steps: [Step]
    /// Why nothing of this is a cut, whatever is ordered; nil when cuts count.
    package let notCounted: NotCounted?

    /// Whose emission it is, and of which part of it.
    package struct Emitter: Sendable {
        package let kind: Kind
        /// The id of the enterprise or source.
        package let owner: String
        package let ownerName: String
        /// The line's id; `transport`, `site` or `machines` otherwise.
        package let part: String
        package let partName: String
        /// Where the plan states what it emits.
        package let place: SourceSpan
        /// What the plan states by the year.
        package let annual: [StatedEmissions.AnnualAmount]

        package enum Kind: Sendable, Equatable { case line, transport, site, machines }

        package init(
            _ kind: Kind, owner: String, name ownerName: String, part: String, named partName: String,
            at place: SourceSpan, annual: [StatedEmissions.AnnualAmount] = []
        ) {
            self.kind = kind
            self.owner = owner
            self.ownerName = ownerName
            self.part = part
            self.partName = partName
            self.place = place
            self.annual = annual
        }
    }

    /// One measure's doing: what was there before it, what remains after it.
    package struct Step: Sendable {
        package let title: String
        package let origin: Origin
        /// The part that goes on after it.
        package let remaining: PerPollutant<Share>
        package let before: Emissions
        package let after: Emissions
        /// Where the plan says so.
        package let place: SourceSpan

        package var cut: Emissions { before - after }

        /// Who ordered it.
        package enum Origin: Sendable {
            /// A measure of the district's catalogue.
            case catalogue(Identifier<Measure>, title: String)
            /// An entry of the enterprise's own plan.
            case ownPlan(EnterpriseMeasure.Action)
        }
    }

    /// A measure about to be applied.
    struct Ordered {
        let title: String
        let origin: Step.Origin
        let remaining: PerPollutant<Share>
        let place: SourceSpan
    }

    package enum NotCounted: Sendable, Equatable {
        case notRunning(OperatingStatus)
        /// The kind of the exemption, in the plan's own words.
        case exempt(String)

        package var title: Phrase {
            switch self {
            case .notRunning(let status): status.title
            case .exempt(let kind): Phrase(zh: "豁免（\(kind)）", en: "exempt (\(kind))")
            }
        }
    }

    /// Applies measures one after the other, each to what the ones before have left.
    init(
        _ emitter: Emitter, sector: Sector, subDistrict: Identifier<SubDistrict>?, base: Emissions,
        notCounted: NotCounted?, measures: [Ordered]
    ) {
        self.emitter = emitter
        self.sector = sector
        self.subDistrict = subDistrict
        self.base = base
        self.notCounted = notCounted
        guard notCounted == nil else {
            cut = .zero
            steps = []
            return
        }
        var left = base
        var steps: [Step] = []
        for measure in measures {
            let after = left.map { pollutant, rate in rate.remaining(measure.remaining[pollutant]) }
            steps.append(
                Step(
                    title: measure.title, origin: measure.origin, remaining: measure.remaining,
                    before: left, after: after, place: measure.place))
            left = after
        }
        self.steps = steps
        cut = base - left
    }
}

extension LedgerEntry.Emitter {
    /// An enterprise and a source may bear the same id.
    func isOfSameOwner(as other: LedgerEntry.Emitter) -> Bool {
        owner == other.owner && isOfEnterprise == other.isOfEnterprise
    }

    private var isOfEnterprise: Bool { kind == .line || kind == .transport }
}
