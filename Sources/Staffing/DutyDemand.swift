import Diagnostics
import Activating
import PlanModel

/// The crews that a sub-district needs through a response.
struct DutyDemand {
    /// By shift, then post, then place.
    let crews: [CrewNeed]
    private let communities: [SubDistrict.Community]
    private let guarded: [DutySlot.Place]

    /// - Parameter occurrences: By start.
    init(
        of name: Identifier<SubDistrict>, in occurrences: [ShiftOccurrence], _ book: PlanBook,
        _ activation: Activation
    ) {
        communities = book.list(of: name)?.communities ?? []
        let sources = activation.sources(of: name).filter(\.isGuarded).map {
            DutySlot.Place.guarded(id: $0.source.id.value.text, name: $0.source.name)
        }
        let enterprises = activation.enterprises(of: name).filter(\.isGuarded).map {
            DutySlot.Place.guarded(id: $0.enterprise.id.value.text, name: $0.enterprise.name)
        }
        guarded = sources + enterprises
        var crews: [CrewNeed] = []
        for occurrence in occurrences {
            for post in book.duty.posts {
                let seats = post.need[activation.order.level]
                guard seats > 0,
                    book.duty.holds(post, in: occurrence.shift.id.value, at: activation.order.level)
                else {
                    continue
                }
                let places: [DutySlot.Place] =
                    switch post.per {
                    case .subDistrict: [.subDistrict]
                    case .community: communities.map { .community($0) }
                    case .guarded: guarded
                    }
                crews += places.map {
                    CrewNeed(slot: DutySlot(occurrence: occurrence, post: post, place: $0), seats: seats)
                }
            }
        }
        self.crews = crews
    }
}
