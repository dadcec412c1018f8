package import Diagnostics

/// Somebody of a sub-district's staff.
package struct Person: Sendable {
    package let id: Located<Identifier<Person>>
    package let name: String
    package let phone: String
    package let posts: [Located<Identifier<Post>>]
    /// Where they are at home; patrols of that community take them first.
    package let community: Located<SubDistrict.Community>?
    /// Further communities that they know as well as their own.
    package let knows: [Located<SubDistrict.Community>]
    package let skills: [Located<Identifier<Skill>>]
    package let leave: [DateRange]
    package let wishes: Wishes
    /// The first and the last day on which they serve; nil is unbounded.
    package let joined: CivilDate?
    package let left: CivilDate?

    package init(
        id: Located<Identifier<Person>>, name: String, phone: String, posts: [Located<Identifier<Post>>],
        community: Located<SubDistrict.Community>?, knows: [Located<SubDistrict.Community>] = [],
        skills: [Located<Identifier<Skill>>] = [], leave: [DateRange], wishes: Wishes = Wishes(),
        joined: CivilDate?, left: CivilDate?
    ) {
        self.id = id
        self.name = name
        self.phone = phone
        self.posts = posts
        self.community = community
        self.knows = knows
        self.skills = skills
        self.leave = leave
        self.wishes = wishes
        self.joined = joined
        self.left = left
    }

    package func holds(_ post: Identifier<Post>) -> Bool {
        posts.contains { $0.value == post }
    }

    package func knows(_ community: SubDistrict.Community) -> Bool {
        self.community?.value == community || knows.contains { $0.value == community }
    }

    package func has(_ skill: Identifier<Skill>) -> Bool {
        skills.contains { $0.value == skill }
    }

    /// What somebody asks for; a roster grants what costs nobody a post.
    package struct Wishes: Sendable {
        /// Days on which they would rather not serve.
        package let off: [DateRange]
        /// The shifts that they would rather have; empty for no wish.
        package let shifts: [Located<Identifier<Shift>>]

        package init(off: [DateRange] = [], shifts: [Located<Identifier<Shift>>] = []) {
            self.off = off
            self.shifts = shifts
        }
    }
}

/// Days from the first to the last, both included.
package struct DateRange: Sendable, Hashable {
    package let first: CivilDate
    package let last: CivilDate

    package init(first: CivilDate, last: CivilDate) {
        self.first = first
        self.last = last
    }

    package func overlaps(_ other: DateRange) -> Bool { first <= other.last && other.first <= last }
}
