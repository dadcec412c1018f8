package import Diagnostics

/// Somebody of a sub-district's staff.
package struct Person: Sendable {
    package let id: Located<Identifier<Person>>
    package let name: String
    package let phone: String
    package let posts: [Located<Identifier<Post>>]
    /// Where they are at home; patrols of that community take them first.
    package let community: Located<SubDistrict.Community>?
    package let leave: [DateRange]
    /// The first and the last day on which they serve; nil is unbounded.
    package let joined: CivilDate?
    package let left: CivilDate?

    package init(
        id: Located<Identifier<Person>>, name: String, phone: String, posts: [Located<Identifier<Post>>],
        community: Located<SubDistrict.Community>?, leave: [DateRange], joined: CivilDate?, left: CivilDate?
    ) {
        self.id = id
        self.name = name
        self.phone = phone
        self.posts = posts
        self.community = community
        self.leave = leave
        self.joined = joined
        self.left = left
    }

    package func holds(_ post: Identifier<Post>) -> Bool {
        posts.contains { $0.value == post }
    }
}

/// The staff of one sub-district, in the order of rotation.
package struct Staff: Sendable {
    package let subDistrict: Located<Identifier<SubDistrict>>
    package let people: [Person]

    package init(subDistrict: Located<Identifier<SubDistrict>>, people: [Person]) {
        self.subDistrict = subDistrict
        self.people = people
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
