package import Diagnostics

/// Something that a response's record tells of: one entry of `Responses/<name>/events.yaml`.
package struct ResponseEvent: Sendable {
    /// From 1.
    package let number: Int
    /// What was done.
    package let kind: Kind
    /// The level that is in force, or last was, once the event has taken effect.
    package let level: AlertLevel
    /// The number of the city's order, as printed on it.
    package let orderNumber: String?
    /// The alert message that brought the order; nil when somebody typed it in.
    package let alert: AlertMessage.Reference?
    /// Of a revocation, whether the response as a whole is taken back.
    package let isWhole: Bool
    /// When the order came.
    package let issued: CivilTime
    /// From when the event counts: the level, the end, the changed roster.
    package let effective: CivilTime
    /// When the response ends as things stand after the event, exclusive; nil while that is not known (解除时间待定).
    package let until: CivilTime?
    /// Whether the response is an exercise; the same in all its events.
    package let isDrill: Bool
    /// When the event was written down, and by whom.
    package let recorded: CivilTime
    /// Whether that time was given on the command line, not taken from the clock.
    package let isClockGiven: Bool
    package let by: String
    /// The plans that it stands on.
    package let plans: Provenance
    /// What they come to at the level.
    package let verdict: Verdict
    /// The edition of the roster that goes with it.
    package let edition: Int
    /// The folder of its papers below that of the response; nil when it has none.
    package let papers: String?
    /// SHA-256 of the list of its files' sums.
    package let sums: String
    /// Where it stands in the record; nil before it is written.
    package let place: SourceSpan?

    package enum Kind: String, Sendable, CaseIterable {
        case activate, raise, lower, extend, lift
        /// The order before it is taken back before it takes effect.
        case revoke
        /// The roster was changed, and nothing else.
        case roster

        /// 启动, 升级, 降级, 延长, 解除, 撤回, 改班.
        package var title: Phrase {
            switch self {
            case .activate: Phrase(zh: "启动", en: "activated")
            case .raise: Phrase(zh: "升级", en: "raised")
            case .lower: Phrase(zh: "降级", en: "lowered")
            case .extend: Phrase(zh: "延长", en: "extended")
            case .lift: Phrase(zh: "解除", en: "lifted")
            case .revoke: Phrase(zh: "撤回", en: "revoked")
            case .roster: Phrase(zh: "改班", en: "roster changed")
            }
        }
    }

    /// What the balance was with the plans of that hour.
    package struct Verdict: Sendable {
        /// Whether every pollutant reaches its target.
        package let isMet: Bool
        /// Each pollutant's.
        package let figures: PerPollutant<Figure>

        package struct Figure: Sendable {
            /// What all of society emits.
            package let base: MassRate
            /// What the level's measures cut.
            package let cut: MassRate
            /// The part of `base` that is to be cut at least.
            package let target: Share
            /// By itself or through the pool.
            package let isMet: Bool

            package init(base: MassRate, cut: MassRate, target: Share, isMet: Bool) {
                self.base = base
                self.cut = cut
                self.target = target
                self.isMet = isMet
            }
        }

        package init(isMet: Bool, figures: PerPollutant<Figure>) {
            self.isMet = isMet
            self.figures = figures
        }
    }

    package init(
        number: Int, kind: Kind, level: AlertLevel, orderNumber: String?,
        alert: AlertMessage.Reference? = nil, isWhole: Bool = false, issued: CivilTime, effective: CivilTime,
        until: CivilTime?, isDrill: Bool, recorded: CivilTime, isClockGiven: Bool, by: String,
        plans: Provenance, verdict: Verdict, edition: Int, papers: String?, sums: String,
        place: SourceSpan? = nil
    ) {
        self.number = number
        self.kind = kind
        self.level = level
        self.orderNumber = orderNumber
        self.alert = alert
        self.isWhole = isWhole
        self.issued = issued
        self.effective = effective
        self.until = until
        self.isDrill = isDrill
        self.recorded = recorded
        self.isClockGiven = isClockGiven
        self.by = by
        self.plans = plans
        self.verdict = verdict
        self.edition = edition
        self.papers = papers
        self.sums = sums
        self.place = place
    }
}

extension ResponseEvent {
    /// The same event with what vouches for its files.
    package func vouching(for sums: String) -> ResponseEvent {
        ResponseEvent(
            number: number, kind: kind, level: level, orderNumber: orderNumber, alert: alert,
            isWhole: isWhole,
            issued: issued,
            effective: effective, until: until, isDrill: isDrill, recorded: recorded,
            isClockGiven: isClockGiven, by: by, plans: plans, verdict: verdict, edition: edition,
            papers: papers, sums: sums, place: place)
    }
}
