import Diagnostics
import PlanModel

/// A sub-district has at least the people that its posts take on one day, nobody serving twice.
///
/// Only what is certain is said: with as many people as this asks for, leave and rest may still keep a seat open.
enum EnoughPeople: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        guard let duty = draft.duties.first else { return [] }
        let lists = Dictionary(
            draft.subDistricts.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        let guarded = draft.guardedPlaces
        return draft.staffs.flatMap { staff -> [Diagnostic] in
            guard let list = lists[staff.subDistrict.value] else { return [] }
            let seats = Seats(duty: duty, list: list, guarded: guarded[list.name.value.text] ?? [])
            return findings(for: staff, seats, duty, on: basis.day)
        }
    }

    private static func findings(
        for staff: Staff, _ seats: Seats, _ duty: DutyRules, on day: CivilDate
    ) -> [Diagnostic] {
        let people = staff.people.filter { $0.serves(on: day) }
        let short = duty.posts.compactMap { post in
            lack(seats, people.count { $0.holds(post.id.value) }) { $0.ofPost(post, at: $1) }.map {
                (post, $0)
            }
        }
        guard short.isEmpty else {
            return short.map { post, lack in
                finding(
                    lack, staff, Phrase(zh: "\(post.title)岗", en: "the post \(post.id.value.text)"))
            }
        }
        let total = lack(seats, people.count) { seats, level in
            duty.posts.reduce(0) { $0 + seats.ofPost($1, at: level) }
        }
        return total.map { [finding($0, staff, Phrase(zh: "各岗", en: "all posts"))] } ?? []
    }

    private struct Lack {
        let level: AlertLevel
        let need: Int
        let have: Int
    }

    /// The mildest level at which there are fewer people than seats a day.
    private static func lack(_ seats: Seats, _ have: Int, need: (Seats, AlertLevel) -> Int) -> Lack? {
        AlertLevel.allCases.first { need(seats, $0) > have }.map {
            Lack(level: $0, need: need(seats, $0), have: have)
        }
    }

    private static func finding(_ lack: Lack, _ staff: Staff, _ what: Phrase) -> Diagnostic {
        Diagnostic(
            .tooFewPeople,
            Phrase(
                zh:
                    "\(staff.subDistrict.value.text)\(lack.level.title.chinese)时\(what.chinese)一天要 \(lack.need) 人，只有 \(lack.have) 人",
                en:
                    "'\(staff.subDistrict.value.text)' needs \(lack.need) people a day for \(what.english) at \(lack.level.title.english), and has \(lack.have)"
            ),
            severity: .warning, at: staff.subDistrict.place,
            help: Phrase(
                zh: "补人，或改 duty.yaml 的岗位人数；不补，值班表会有空岗",
                en: "add people, or change the posts in duty.yaml; otherwise rosters will have open posts"))
    }
}

/// How many people each post takes on one day; the same person never serves twice on a day.
private struct Seats {
    let duty: DutyRules
    let list: SubDistrict
    let guarded: [GuardedPlace]

    func ofPost(_ post: Post, at level: AlertLevel) -> Int {
        let places =
            switch post.per {
            case .subDistrict: 1
            case .community: list.communities.count
            case .guarded: guarded.count { $0.levels.contains(level) }
            }
        return post.need[level] * places * shifts(of: post, at: level)
    }

    private func shifts(of post: Post, at level: AlertLevel) -> Int {
        duty.shifts.count { duty.holds(post, in: $0.id.value, at: level) }
    }
}
