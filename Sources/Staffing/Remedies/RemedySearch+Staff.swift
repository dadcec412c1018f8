import Diagnostics
import PlanModel

/// What changes for one person of the staff, where that is the one thing that keeps them out.
extension RemedySearch {
    /// As many of each kind as are worth deciding about.
    private static let most = 3

    func staffRemedies() -> [RosterRemedy] {
        let problem = seating.problem
        var wanted = StaffChanges()
        for crew in problem.crews.indices where seating.open(crew) > 0 {
            let slot = problem.crews[crew].slot
            for person in problem.people.indices {
                let reasons = seating.question(person, crew).everyReason
                guard reasons.count == 1, let reason = reasons.first else { continue }
                wanted.note(person, problem.people[person], reason, slot)
            }
        }
        return wanted.kinds.flatMap { changes in
            changes.sorted { $0.person < $1.person }.prefix(Self.most).compactMap { wish in
                var people = problem.people
                people[wish.person] = wish.changed
                return remedy(wish.change, StaffingProblem(problem, people: people))
            }
        }
    }

    /// What is agreed of two people, not followed.
    func pairRemedies() -> [RosterRemedy] {
        let problem = seating.problem
        return problem.pairs.indices.compactMap { index in
            let pair = problem.pairs[index]
            var pairs = problem.pairs
            pairs.remove(at: index)
            return remedy(
                .pairLifted(pair.kind, problem.people[pair.first], problem.people[pair.second]),
                StaffingProblem(problem, pairs: pairs))
        }
    }
}

/// Changes of single people that let them into an open crew, each once.
private struct StaffChanges {
    struct Wish {
        let person: Int
        let changed: Person
        let change: RosterRemedy.Change
        let key: String
    }

    private var posts: [[Wish]] = []
    private var communities: [Wish] = []
    private var skills: [Wish] = []
    private var leaves: [Wish] = []

    var kinds: [[Wish]] { posts + [communities, skills, leaves] }

    mutating func note(_ person: Int, _ who: Person, _ reason: KeptOut, _ slot: DutySlot) {
        switch reason {
        case .holdsNotPost:
            let post = slot.post.id
            let wish = Wish(
                person: person, changed: who.changed(posts: who.posts + [post]),
                change: .alsoHolds(who, slot.post), key: post.value.text)
            // Three for each post.
            if let index = posts.firstIndex(where: { $0.first?.key == wish.key }) {
                Self.add(wish, to: &posts[index])
            } else {
                posts.append([wish])
            }
        case .knowsNotPlace:
            guard case .community(let name) = slot.place else { return }
            Self.add(
                Wish(
                    person: person,
                    changed: who.changed(knows: who.knows + [Located(name, at: who.id.place)]),
                    change: .knows(who, name), key: name), to: &communities)
        case .lacksSkill(let skill):
            Self.add(
                Wish(
                    person: person,
                    changed: who.changed(skills: who.skills + [Located(skill, at: who.id.place)]),
                    change: .learns(who, skill), key: skill.text), to: &skills)
        case .onLeave:
            let shift = slot.occurrence
            let days = shift.days
            Self.add(
                Wish(
                    person: person, changed: who.changed(leave: who.leave.flatMap { $0.without(days) }),
                    change: .leavePaused(who, shift), key: days.first.isoText + days.last.isoText),
                to: &leaves)
        default: break
        }
    }

    private static func add(_ wish: Wish, to wishes: inout [Wish]) {
        if !wishes.contains(where: { $0.person == wish.person && $0.key == wish.key }) { wishes.append(wish) }
    }
}

extension DateRange {
    /// What is left of it before and after other days.
    fileprivate func without(_ other: DateRange) -> [DateRange] {
        guard overlaps(other) else { return [self] }
        var rest: [DateRange] = []
        if first < other.first { rest.append(DateRange(first: first, last: other.first + -1)) }
        if other.last < last { rest.append(DateRange(first: other.last + 1, last: last)) }
        return rest
    }
}

extension Person {
    fileprivate func changed(
        posts: [Located<Identifier<Post>>]? = nil, knows: [Located<SubDistrict.Community>]? = nil,
        skills: [Located<Identifier<Skill>>]? = nil, leave: [DateRange]? = nil
    ) -> Person {
        Person(
            id: id, name: name, phone: phone, posts: posts ?? self.posts, community: community,
            knows: knows ?? self.knows, skills: skills ?? self.skills, leave: leave ?? self.leave,
            wishes: wishes, joined: joined, left: left)
    }
}
