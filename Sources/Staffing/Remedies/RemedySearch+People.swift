import Diagnostics
import PlanModel

/// More people with a post.
extension RemedySearch {
    /// More than that is another staff.
    private static let most = 10

    /// For every post with open seats: one more; and as many as close all of that post, where one does not.
    func peopleRemedies() -> [RosterRemedy] {
        openPosts.flatMap { want in
            let one = adding([want], upTo: 1)
            var found = [
                remedy(
                    .morePeople([
                        RosterRemedy.MorePeople(post: want.post, count: 1, communities: want.communities)
                    ]), one.problem)
            ]
            let closed = found[0]?.closes.filter { $0.slot.post.id.value == want.post.id.value } ?? []
            if closed.reduce(0, { $0 + $1.count }) < want.count {
                let more = adding([want], upTo: Self.most)
                let limits = seating.problem.crews.indices.map { crew in
                    seating.problem.crews[crew].slot.post.id.value == want.post.id.value
                        ? 0 : seating.open(crew)
                }
                found.append(fewest(of: more.groups, [want], more.problem, open: limits))
            }
            return found.compactMap(\.self)
        }
    }

    /// The fewest more people, by post, with whom nothing is open.
    func combination() -> RosterRemedy? {
        let more = adding(openPosts, upTo: Self.most)
        return fewest(
            of: more.groups, openPosts, more.problem, open: seating.problem.crews.map { _ in 0 })
    }

    /// The posts that lack people, in the roster's order, with how many seats of each are open.
    private var openPosts: [RosterRemedy.MorePeople] {
        let problem = seating.problem
        let open = problem.crews.indices.filter { seating.open($0) > 0 }
        var posts: [Post] = []
        for crew in open {
            let post = problem.crews[crew].slot.post
            if !posts.contains(where: { $0.id.value == post.id.value }) { posts.append(post) }
        }
        return posts.map { post in
            let crews = open.filter { problem.crews[$0].slot.post.id.value == post.id.value }
            var communities: [SubDistrict.Community] = []
            for crew in crews where post.local > 0 {
                if case .community(let name) = problem.crews[crew].slot.place, !communities.contains(name) {
                    communities.append(name)
                }
            }
            return RosterRemedy.MorePeople(
                post: post, count: crews.reduce(0) { $0 + seating.open($1) }, communities: communities)
        }
    }

    /// The problem with people at its end who do not exist: none need be more than there are open seats of a post.
    private func adding(
        _ wanted: [RosterRemedy.MorePeople], upTo most: Int
    ) -> (problem: StaffingProblem, groups: [Range<Int>]) {
        var people = seating.problem.people
        var groups: [Range<Int>] = []
        for want in wanted {
            let first = people.count
            for _ in 0..<min(most, want.count) { people.append(newcomer(want, number: people.count)) }
            groups.append(first..<people.count)
        }
        return (StaffingProblem(seating.problem, people: people), groups)
    }

    private func newcomer(_ want: RosterRemedy.MorePeople, number: Int) -> Person {
        let place = want.post.id.place
        return Person(
            id: Located(Identifier("new \(number)"), at: place), name: "", phone: "",
            posts: [Located(want.post.id.value, at: place)], community: nil,
            knows: want.communities.map { Located($0, at: place) }, skills: want.post.skills.map(\.skill),
            leave: [], joined: nil, left: nil)
    }
}
