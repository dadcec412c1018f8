import Activating
import Diagnostics
package import PlanModel

extension StaffedResponse {
    /// The roster of all sub-districts as people are told it from now on.
    /// - Parameters:
    ///   - response: The name of the response's folder.
    ///   - edition: 1 for the first.
    package func published(as response: String, edition: Int, drawnUp: CivilTime) -> PublishedRoster {
        let order = activation.order
        return PublishedRoster(
            response: response, edition: edition, level: order.level, start: order.began,
            end: order.plannedEnd(openFor: book.duty.days), drawnUp: drawnUp, isDrill: order.isDrill,
            parts: subDistricts.map(\.roster.published))
    }
}

extension DutyRoster {
    /// What has been served and what is planned.
    package var published: PublishedRoster.Part {
        PublishedRoster.Part(
            subDistrict: subDistrict, people: people.map(\.id.value), duties: served + duties)
    }

    /// What is planned, by shift, post and place.
    package var duties: [PublishedRoster.Duty] {
        zip(crews, problem.occurrence).flatMap { crew, occurrence in
            crew.members.map { member in
                let (shift, slot) = (crew.slot.occurrence, crew.slot)
                let isHoliday = if case .holiday = problem.days[occurrence] { true } else { false }
                return PublishedRoster.Duty(
                    person: member.person.id.value, name: member.person.name, date: shift.date,
                    shift: shift.shift.id.value, title: shift.shift.title, start: shift.start, end: shift.end,
                    isNight: shift.shift.isNight, post: slot.post.id.value, postTitle: slot.post.title,
                    at: slot.place.text, isStandby: slot.post.isStandby,
                    isRestDay: problem.days[occurrence].isRest, isHoliday: isHoliday,
                    lender: member.lender, time: hours(of: member).length)
            }
        }
    }
}
