import Diagnostics
import PlanModel

/// What people were told, found again among the crews of today.
struct ToldSeats<Who: Sendable>: Sendable {
    let found: [Seat]
    /// Of crews that are no more, or of people who are in no plan any more.
    let missing: [PublishedRoster.Duty]

    struct Seat: Sendable {
        let crew: Int
        let who: Who
        let duty: PublishedRoster.Duty
    }

    /// - Parameter who: The person as the plans know them today; nil for nobody.
    init(_ duties: [PublishedRoster.Duty], _ crews: [CrewNeed], who: (PublishedRoster.Duty) -> Who?) {
        let keys = crews.enumerated().map { crew, need in
            let slot = need.slot
            return (
                CrewKey(
                    date: slot.occurrence.date, shift: slot.occurrence.shift.id.value,
                    post: slot.post.id.value, at: slot.place.text), crew
            )
        }
        let places = Dictionary(keys, uniquingKeysWith: { first, _ in first })
        var (found, missing): ([Seat], [PublishedRoster.Duty]) = ([], [])
        for duty in duties {
            let key = CrewKey(date: duty.date, shift: duty.shift, post: duty.post, at: duty.at)
            if let crew = places[key], let who = who(duty),
                !found.contains(where: { $0.crew == crew && $0.duty.person == duty.person })
            {
                found.append(Seat(crew: crew, who: who, duty: duty))
            } else {
                missing.append(duty)
            }
        }
        self.found = found
        self.missing = missing
    }
}

/// What a crew is known by from edition to edition.
private struct CrewKey: Hashable {
    let date: CivilDate
    let shift: Identifier<Shift>
    let post: Identifier<Post>
    let at: String?
}
