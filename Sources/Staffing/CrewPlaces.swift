import Diagnostics
import PlanModel

/// Crews by what was published of them.
struct CrewPlaces {
    private let places: [Key: Int]

    private struct Key: Hashable {
        let date: CivilDate
        let shift: Identifier<Shift>
        let post: Identifier<Post>
        let at: String?
    }

    init(_ crews: [CrewNeed]) {
        let keys = crews.enumerated().map { crew, need in
            let slot = need.slot
            return (
                Key(
                    date: slot.occurrence.date, shift: slot.occurrence.shift.id.value,
                    post: slot.post.id.value, at: slot.place.text), crew
            )
        }
        places = Dictionary(keys, uniquingKeysWith: { first, _ in first })
    }

    subscript(duty: PublishedRoster.Duty) -> Int? {
        places[Key(date: duty.date, shift: duty.shift, post: duty.post, at: duty.at)]
    }
}
