package import Diagnostics

/// Who has to stand where during a response, and what rest they are owed.
package struct DutyRules: Sendable {
    package let certainty: Certainty
    /// How many days are planned when the end is open.
    package let days: Int
    package let shifts: [Shift]
    package let posts: [Post]
    /// The shifts in which patrols go round on one day; the same shift twice means two rounds in it.
    package let rounds: PerLevel<[Located<Identifier<Shift>>]>
    package let rest: RestRules
    /// What crews may need beside people.
    package let skills: [Skill]
    package let weights: RosterWeights
    /// How far back earlier responses count for fairness; nil for all that are there.
    package let carried: Span?
    package let place: SourceSpan

    package struct RestRules: Sendable {
        /// The least time between the end of one shift and the start of the next.
        package let rest: Span
        /// The most shifts that may start within any `within`.
        package let mostShifts: Int
        package let within: Span
        /// The most night shifts on days that follow each other.
        package let consecutiveNights: Int
        /// Whether a shift by day may start on the day on which a night shift ends.
        package let dayAfterNight: Bool

        package init(
            rest: Span, mostShifts: Int, within: Span, consecutiveNights: Int, dayAfterNight: Bool = false
        ) {
            self.rest = rest
            self.mostShifts = mostShifts
            self.within = within
            self.consecutiveNights = consecutiveNights
            self.dayAfterNight = dayAfterNight
        }
    }

    package init(
        certainty: Certainty, days: Int, shifts: [Shift], posts: [Post],
        rounds: PerLevel<[Located<Identifier<Shift>>]>, rest: RestRules, skills: [Skill] = [],
        weights: RosterWeights = .even, carried: Span? = nil, place: SourceSpan
    ) {
        self.certainty = certainty
        self.days = days
        self.shifts = shifts
        self.posts = posts
        self.rounds = rounds
        self.rest = rest
        self.skills = skills
        self.weights = weights
        self.carried = carried
        self.place = place
    }

    /// Whether a shift has the post at a level, however many people it needs there.
    package func holds(_ post: Post, in shift: Identifier<Shift>, at level: AlertLevel) -> Bool {
        if let own = post.shifts { return own.contains { $0.value == shift } }
        return post.per != .community || rounds[level].contains { $0.value == shift }
    }
}

/// A stretch of the day that one crew covers.
package struct Shift: Sendable {
    package let id: Located<Identifier<Shift>>
    package let title: String
    /// Minutes since midnight, 0…1440.
    package let from: Int
    /// Minutes since midnight; not after `from` means on the next day.
    package let to: Int
    package let isNight: Bool

    package init(id: Located<Identifier<Shift>>, title: String, from: Int, to: Int, isNight: Bool) {
        self.id = id
        self.title = title
        self.from = from
        self.to = to
        self.isNight = isNight
    }

    /// The time from the start to the end, more than nothing, at most a day.
    package var length: Span { Span(minutes: to > from ? to - from : to + 1440 - from) }
}

/// A duty post (岗位) that people can hold.
package struct Post: Sendable {
    package let id: Located<Identifier<Post>>
    package let title: String
    package let per: Place
    /// People at once in one place; 0 where the post is not set at a level.
    package let need: PerLevel<Int>
    /// nil: every shift, or for `perCommunity` every shift with a round.
    package let shifts: [Located<Identifier<Shift>>]?
    /// How many of a crew at least must know the community that they are in; 0 for any.
    package let local: Int
    /// How many of a crew at least must have a skill.
    package let skills: [SkillNeed]
    /// Stands ready to take over (备岗, B 角) without being on duty: it takes no rest and is no shift served.
    package let isStandby: Bool

    package struct SkillNeed: Sendable {
        package let skill: Located<Identifier<Skill>>
        /// People, at least 1.
        package let count: Int

        package init(skill: Located<Identifier<Skill>>, count: Int) {
            self.skill = skill
            self.count = count
        }
    }

    package enum Place: String, Sendable, CaseIterable {
        case subDistrict = "sub-district"
        case community
        case guarded

        package var title: Phrase {
            switch self {
            case .subDistrict: Phrase(zh: "街道", en: "sub-district")
            case .community: Phrase(zh: "社区", en: "community")
            case .guarded: Phrase(zh: "盯守点位", en: "guarded place")
            }
        }
    }

    package init(
        id: Located<Identifier<Post>>, title: String, per: Place, need: PerLevel<Int>,
        shifts: [Located<Identifier<Shift>>]?, local: Int = 0, skills: [SkillNeed] = [],
        isStandby: Bool = false
    ) {
        self.id = id
        self.title = title
        self.per = per
        self.need = need
        self.shifts = shifts
        self.local = local
        self.skills = skills
        self.isStandby = isStandby
    }
}

/// Something that some of a crew must be able to do, such as driving.
package struct Skill: Sendable {
    package let id: Located<Identifier<Skill>>
    package let title: String

    package init(id: Located<Identifier<Skill>>, title: String) {
        self.id = id
        self.title = title
    }
}
