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
    package let place: SourceSpan

    package struct RestRules: Sendable {
        /// The least time between the end of one shift and the start of the next.
        package let rest: Span
        /// The most shifts that may start within any `within`.
        package let mostShifts: Int
        package let within: Span
        /// The most night shifts on days that follow each other.
        package let consecutiveNights: Int

        package init(rest: Span, mostShifts: Int, within: Span, consecutiveNights: Int) {
            self.rest = rest
            self.mostShifts = mostShifts
            self.within = within
            self.consecutiveNights = consecutiveNights
        }
    }

    package init(
        certainty: Certainty, days: Int, shifts: [Shift], posts: [Post],
        rounds: PerLevel<[Located<Identifier<Shift>>]>, rest: RestRules, place: SourceSpan
    ) {
        self.certainty = certainty
        self.days = days
        self.shifts = shifts
        self.posts = posts
        self.rounds = rounds
        self.rest = rest
        self.place = place
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
        shifts: [Located<Identifier<Shift>>]?
    ) {
        self.id = id
        self.title = title
        self.per = per
        self.need = need
        self.shifts = shifts
    }
}
