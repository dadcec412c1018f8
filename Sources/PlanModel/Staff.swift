package import Diagnostics

/// The staff of one sub-district, and what is agreed among them.
package struct Staff: Sendable {
    package let subDistrict: Located<Identifier<SubDistrict>>
    /// In the order of rotation.
    package let people: [Person]
    package let pairs: [StaffPair]
    package let fixed: [FixedDuty]
    package let swaps: [DutySwap]
    /// The neighbouring sub-districts whose people may be lent to this one, first asked first.
    package let borrowsFrom: [Located<Identifier<SubDistrict>>]

    package init(
        subDistrict: Located<Identifier<SubDistrict>>, people: [Person], pairs: [StaffPair] = [],
        fixed: [FixedDuty] = [], swaps: [DutySwap] = [],
        borrowsFrom: [Located<Identifier<SubDistrict>>] = []
    ) {
        self.subDistrict = subDistrict
        self.people = people
        self.pairs = pairs
        self.fixed = fixed
        self.swaps = swaps
        self.borrowsFrom = borrowsFrom
    }
}

/// Two people who serve only together, or never at the same time.
package struct StaffPair: Sendable {
    package let kind: Kind
    package let first: Located<Identifier<Person>>
    package let second: Located<Identifier<Person>>

    package enum Kind: Sendable {
        /// In the same crew or not at all, such as a trainee with who teaches them.
        case together
        /// Never in the same shift, such as parents of a small child.
        case apart
    }

    package init(_ kind: Kind, _ first: Located<Identifier<Person>>, _ second: Located<Identifier<Person>>) {
        self.kind = kind
        self.first = first
        self.second = second
    }
}

/// Somebody named for a shift (指定): it wins over every rule, and the roster says which it breaks.
package struct FixedDuty: Sendable {
    package let person: Located<Identifier<Person>>
    /// The day on which the shift starts.
    package let date: CivilDate
    package let shift: Located<Identifier<Shift>>
    package let post: Located<Identifier<Post>>
    /// The community, or the id of the guarded place; nil where the post has one place or any will do.
    package let at: String?
    package let place: SourceSpan

    package init(
        person: Located<Identifier<Person>>, date: CivilDate, shift: Located<Identifier<Shift>>,
        post: Located<Identifier<Post>>, at: String?, place: SourceSpan
    ) {
        self.person = person
        self.date = date
        self.shift = shift
        self.post = post
        self.at = at
        self.place = place
    }
}

/// Somebody stands in for another in one shift (换班); a swap of two shifts is two of them.
package struct DutySwap: Sendable {
    /// Who does not serve in that shift.
    package let out: Located<Identifier<Person>>
    /// Who serves in their stead.
    package let substitute: Located<Identifier<Person>>
    /// The day on which the shift starts.
    package let date: CivilDate
    package let shift: Located<Identifier<Shift>>
    package let place: SourceSpan

    package init(
        out: Located<Identifier<Person>>, substitute: Located<Identifier<Person>>, date: CivilDate,
        shift: Located<Identifier<Shift>>, place: SourceSpan
    ) {
        self.out = out
        self.substitute = substitute
        self.date = date
        self.shift = shift
        self.place = place
    }
}
