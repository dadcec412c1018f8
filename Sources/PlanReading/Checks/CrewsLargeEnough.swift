import Diagnostics
import PlanModel

/// A post asks no crew for more people who know the place, or have a skill, than the crew ever has.
enum CrewsLargeEnough: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        draft.duties.flatMap(\.posts).flatMap { post -> [Diagnostic] in
            let most = AlertLevel.allCases.map { post.need[$0] }.max() ?? 0
            let local =
                post.local > most
                ? [
                    finding(
                        post, asked: post.local, most, Phrase(zh: "熟悉社区", en: "who know the community"),
                        at: post.id.place)
                ] : []
            return local
                + post.skills.filter { $0.count > most }.map {
                    let skill = $0.skill.value.text
                    return finding(
                        post, asked: $0.count, most,
                        Phrase(zh: "有技能“\(skill)”", en: "with the skill '\(skill)'"), at: $0.skill.place)
                }
        }
    }

    private static func finding(
        _ post: Post, asked: Int, _ most: Int, _ who: Phrase, at place: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .crewTooSmall,
            Phrase(
                zh: "\(post.title)岗要 \(asked) 人\(who.chinese)，各级最多只设 \(most) 人",
                en:
                    "the post \(post.id.value.text) asks for \(asked) people \(who.english), yet has \(most) at most at any level"
            ), severity: .warning, at: place,
            help: Phrase(
                zh: "改小，或加大 need（人数）；不改，每班都算不满足",
                en: "ask for fewer, or raise 'need'; otherwise no crew is ever right"))
    }
}
