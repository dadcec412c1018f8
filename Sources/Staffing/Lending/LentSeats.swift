import Diagnostics
import PlanModel

/// Where people of other sub-districts were told to serve, found again among the crews of today.
struct LentSeats {
    let found: [Seat]
    /// Of crews that are no more, or of people who are in no plan any more.
    let missing: [PublishedRoster.Duty]

    struct Seat {
        let crew: Int
        let person: Person
        let lender: Identifier<SubDistrict>
        let duty: PublishedRoster.Duty
    }

    init(_ duties: [PublishedRoster.Duty], _ crews: [CrewNeed], _ book: PlanBook) {
        let places = CrewPlaces(crews)
        var (found, missing): ([Seat], [PublishedRoster.Duty]) = ([], [])
        for duty in duties {
            guard let lender = duty.lender else { continue }
            let person = book.staff(of: lender)?.people.first { $0.id.value == duty.person }
            if let crew = places[duty], let person,
                !found.contains(where: { $0.crew == crew && $0.person.id.value == duty.person })
            {
                found.append(Seat(crew: crew, person: person, lender: lender, duty: duty))
            } else {
                missing.append(duty)
            }
        }
        self.found = found
        self.missing = missing
    }
}
