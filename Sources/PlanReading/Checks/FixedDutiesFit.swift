import Diagnostics
import PlanModel

/// A fixed duty is of a post that its person holds, in a shift that has the post, in a place of the post's kind.
///
/// What is fixed wins nevertheless, so all of these are warnings; what is not defined is told elsewhere.
enum FixedDutiesFit: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        guard let duty = draft.duties.first, draft.staffs.contains(where: { !$0.fixed.isEmpty }) else {
            return []
        }
        let guarded = draft.guardedPlaces
        return draft.staffs.flatMap { staff -> [Diagnostic] in
            guard !staff.fixed.isEmpty else { return [] }
            let name = staff.subDistrict.value
            let communities = draft.subDistricts.filter { $0.name.value == name }.flatMap(\.communities)
            let guarded = guarded[name.text] ?? []
            return staff.fixed.flatMap { fixed -> [Diagnostic] in
                guard let post = duty.posts.first(where: { $0.id.value == fixed.post.value }) else {
                    return []
                }
                return [
                    notHolding(fixed, post, staff), notInShift(fixed, post, duty),
                    elsewhere(fixed, post, communities, guarded),
                ].compactMap { $0 }
            }
        }
    }

    private static func notHolding(_ fixed: FixedDuty, _ post: Post, _ staff: Staff) -> Diagnostic? {
        guard let person = staff.people.first(where: { $0.id.value == fixed.person.value }),
            !person.holds(post.id.value)
        else { return nil }
        return finding(
            Phrase(
                zh: "“\(person.id.value.text)”不担任\(post.title)岗，仍照指定排",
                en:
                    "'\(person.id.value.text)' does not hold the post \(post.id.value.text); the roster has them there all the same"
            ), at: fixed.person.place,
            help: Phrase(
                zh: "在 posts（岗位）里加上 \(post.id.value.text)，或换一个人",
                en: "add \(post.id.value.text) to their 'posts', or name somebody else"),
            related: [.init(Phrase(zh: "这个人在这里", en: "they stand here"), at: person.id.place)])
    }

    private static func notInShift(_ fixed: FixedDuty, _ post: Post, _ duty: DutyRules) -> Diagnostic? {
        let shift = fixed.shift.value
        guard let known = duty.shifts.first(where: { $0.id.value == shift }),
            !AlertLevel.allCases.contains(where: { post.need[$0] > 0 && duty.holds(post, in: shift, at: $0) })
        else { return nil }
        return finding(
            Phrase(
                zh: "\(post.title)岗在\(known.title)没有席位，这条指定落空",
                en:
                    "the post \(post.id.value.text) has no seat in the shift \(shift.text), so this comes to nothing"
            ), at: fixed.shift.place,
            help: Phrase(
                zh: "换一个班次；岗位的班次写在 duty.yaml", en: "name another shift; duty.yaml says which ones a post has"),
            related: [.init(Phrase(zh: "岗位在这里", en: "the post stands here"), at: post.id.place)])
    }

    private static func elsewhere(
        _ fixed: FixedDuty, _ post: Post, _ communities: [SubDistrict.Community], _ guarded: [GuardedPlace]
    ) -> Diagnostic? {
        guard let at = fixed.at else { return nil }
        let isCommunity = communities.contains(at)
        let isGuarded = guarded.contains { $0.id == at }
        let fits =
            switch post.per {
            case .subDistrict: false
            case .community: isCommunity
            case .guarded: isGuarded
            }
        guard !fits, isCommunity || isGuarded else { return nil }
        let stands = post.per.title
        return finding(
            Phrase(
                zh: "\(post.title)岗按\(stands.chinese)设，at 写“\(at)”没有用",
                en:
                    "the post \(post.id.value.text) stands per \(stands.english); at: \(at) is of no use to it"
            ),
            at: fixed.place,
            help: post.per == .subDistrict
                ? Phrase(zh: "删去 at", en: "delete 'at'")
                : Phrase(
                    zh: post.per == .community ? "at 写社区" : "at 写盯守点位的编号",
                    en: post.per == .community ? "write a community" : "write the id of a guarded place"))
    }

    private static func finding(
        _ message: Phrase, at place: SourceSpan, help: Phrase, related: [Diagnostic.Related] = []
    ) -> Diagnostic {
        Diagnostic(
            .fixedDoesNotFit, message, severity: .warning, at: place, help: help, related: related)
    }
}
