import Diagnostics
import PlanModel

/// How far apart those stand who could have served all along: the least and the most that any of them carries.
package struct DutySpread: Sendable {
    /// Who hold a post that was needed, with no leave, and in service from the first day to the last.
    package let people: Int
    /// Of each count on its own, so that neither is any one person's.
    package let least: DutyTally
    package let most: DutyTally
    /// The same with what they carried before; counted from the person of the staff who has served least.
    package let leastInAll: DutyTally
    package let mostInAll: DutyTally

    fileprivate init?(_ shares: [DutyShare]) {
        let all = shares.map { $0.carried + $0.tally }
        guard let least = DutyTally(shares.map(\.tally), by: min),
            let most = DutyTally(shares.map(\.tally), by: max),
            let leastInAll = DutyTally(all, by: min), let mostInAll = DutyTally(all, by: max)
        else { return nil }
        people = shares.count
        (self.least, self.most, self.leastInAll, self.mostInAll) = (least, most, leastInAll, mostInAll)
    }
}

extension DutyRoster {
    /// nil where nobody could have served all along.
    /// - Parameter shares: The roster's own, which are reckoned anew each time they are asked for.
    package func spread(of shares: [DutyShare]) -> DutySpread? {
        let posts = Set(crews.filter { !$0.slot.post.isStandby }.map { $0.slot.post.id.value })
        guard let first = occurrences.first?.days.first, let last = occurrences.last?.days.last else {
            return nil
        }
        let days = DateRange(first: first, last: last)
        return DutySpread(
            shares.filter { share in
                let person = share.person
                return person.posts.contains { posts.contains($0.value) }
                    && !person.leave.contains { $0.overlaps(days) }
                    && person.joined.map { $0 <= first } ?? true && person.left.map { last <= $0 } ?? true
            })
    }
}

extension DutyShare {
    /// Whether the person brings along anything of earlier responses.
    package var hasCarried: Bool { Burden.allCases.contains { carried[keyPath: $0.count] > 0 } }
}

extension DutyTally {
    fileprivate init?(_ tallies: [DutyTally], by choose: (Int, Int) -> Int) {
        guard var chosen = tallies.first else { return nil }
        for tally in tallies.dropFirst() {
            for burden in Burden.allCases {
                chosen[keyPath: burden.count] = choose(
                    chosen[keyPath: burden.count], tally[keyPath: burden.count])
            }
            chosen.time = Span(minutes: choose(chosen.time.minutes, tally.time.minutes))
        }
        self = chosen
    }
}
