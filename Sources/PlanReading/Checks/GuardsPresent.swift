import Diagnostics
import PlanModel

/// Where a plan asks for a guard, the duty rules set one and somebody of the sub-district can be it.
enum GuardsPresent: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        guard let duty = draft.duties.first else { return [] }
        let staffs = Dictionary(
            draft.staffs.map { ($0.subDistrict.value.text, $0) }, uniquingKeysWith: { first, _ in first })
        // Who stands ready guards nothing.
        let posts = duty.posts.filter { $0.per == .guarded && !$0.isStandby }
        return draft.guardedPlaces.flatMap { subDistrict, places in
            places.compactMap { place in
                unset(place, posts)
                    ?? staffs[subDistrict].flatMap { nobody(for: place, posts, $0, on: basis.day) }
            }
        }
    }

    private static func unset(_ place: GuardedPlace, _ posts: [Post]) -> Diagnostic? {
        let levels = AlertLevel.allCases.filter { level in
            place.levels.contains(level) && !posts.contains { $0.need[level] > 0 }
        }
        guard let level = levels.first else { return nil }
        return Diagnostic(
            .nobodyCanGuard,
            Phrase(
                zh: "“\(place.name)”\(level.title.chinese)要盯守，duty.yaml 在这一级没有设盯守岗",
                en:
                    "'\(place.name)' is to be guarded at \(level.title.english), where duty.yaml sets no post for guarded places"
            ),
            severity: .warning, at: place.place,
            help: Phrase(
                zh: "在 duty.yaml 里设 per: guarded 的岗，或改 guard",
                en: "set a post with 'per: guarded' in duty.yaml, or change 'guard'"))
    }

    private static func nobody(
        for place: GuardedPlace, _ posts: [Post], _ staff: Staff, on day: CivilDate
    ) -> Diagnostic? {
        let can = staff.people.contains { person in
            person.serves(on: day) && posts.contains { person.holds($0.id.value) }
        }
        guard !can else { return nil }
        let titles = posts.map { "\($0.title)（\($0.id.value.text)）" }.joined(separator: "、")
        return Diagnostic(
            .nobodyCanGuard,
            Phrase(
                zh: "“\(place.name)”要盯守，\(staff.subDistrict.value.text)没有人担任\(titles)",
                en:
                    "'\(place.name)' is to be guarded, but nobody of '\(staff.subDistrict.value.text)' holds the post \(posts.map(\.id.value.text).joined(separator: " or "))"
            ),
            severity: .warning, at: place.place,
            help: Phrase(
                zh: "在 people.yaml 里给某人加上这个岗位", en: "give somebody that post in people.yaml"),
            related: [
                .init(Phrase(zh: "人员文件在这里", en: "the people are here"), at: staff.subDistrict.place)
            ])
    }
}

extension Person {
    /// Whether they have joined by that day and not left before it.
    func serves(on day: CivilDate) -> Bool {
        (joined ?? day) <= day && day <= (left ?? day)
    }
}
