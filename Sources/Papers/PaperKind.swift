import Activating
package import Diagnostics
import PlanModel
package import Staffing

/// What is printed.
package enum PaperKind: String, CaseIterable, Sendable {
    case cover, lifting, checklist, roster, contacts, order, board, guardian = "guard", daily

    package var title: Phrase {
        switch self {
        case .cover: Phrase(zh: "启动令", en: "order to begin and summary")
        case .lifting: Phrase(zh: "解除令", en: "order to end")
        case .checklist: Phrase(zh: "巡查清单", en: "patrol checklists")
        case .roster: Phrase(zh: "值班表", en: "duty roster")
        case .contacts: Phrase(zh: "联络单", en: "contact sheet")
        case .order: Phrase(zh: "通知单", en: "orders")
        case .board: Phrase(zh: "公示牌", en: "boards")
        case .guardian: Phrase(zh: "盯守记录表", en: "guard records")
        case .daily: Phrase(zh: "日报", en: "daily bulletin form")
        }
    }

    /// What an alert is answered with; boards hang whether there is one or not.
    package static let ofAlerts: [PaperKind] = allCases.filter { $0 != .board }

    /// Whether there is one for the district, not one a sub-district.
    package var isDistrictWide: Bool { self == .cover || self == .lifting || self == .daily }
}

extension PaperFrame {
    /// The checklist of one round.
    package func checklist(of part: StaffedResponse.Part, on round: PatrolRound) -> Paper {
        ChecklistPaper(frame: self, part: part, rounds: [round]).paper
    }

    /// The rosters of all sub-districts at hand, one after another.
    package var rosters: Paper {
        let parts = response.subDistricts.map { RosterPaper(frame: self, part: $0).paper }
        let level = order.level.title.chinese
        return Paper(
            marked("\(response.book.district.name)空气重污染\(level)预警值班表"), size: .a4Across, level: order.level,
            sections: parts.flatMap(\.sections))
    }

    /// The district's own paper of a kind; nil where there is none.
    package func paper(_ kind: PaperKind) -> Paper? {
        switch kind {
        case .cover: CoverPaper(frame: self).paper
        case .lifting:
            isRevoked
                ? LiftingPaper(frame: self, end: order.effective).revocation
                : order.end.map { LiftingPaper(frame: self, end: $0).paper }
        case .daily: DailyPaper(frame: self).paper
        case .checklist, .roster, .contacts, .order, .board, .guardian: nil
        }
    }

    /// Whether the district has a paper of a kind, or each sub-district one: an order to end only when the end is known.
    package func hasPaper(_ kind: PaperKind) -> Bool {
        kind != .lifting || order.end != nil || isRevoked
    }

    /// Whether the response was taken back before it took effect: nobody serves in it.
    private var isRevoked: Bool { deed == .revoke && response.subDistricts.isEmpty }

    /// Whether these are the papers of an end.
    package var ends: Bool { deed == .lift || isRevoked }

    /// 解除, 撤回.
    package var endTitle: String { deed.title.chinese }

    /// Whether there is anything to print: without guarded places there is nothing for guards to write down.
    package func hasPaper(_ kind: PaperKind, of part: StaffedResponse.Part) -> Bool {
        kind != .guardian || part.checklist.stops.contains(where: \.isGuarded)
    }

    /// A sub-district's paper of a kind; nil where there is none.
    /// - Parameter boards: On what boards are drawn.
    package func paper(_ kind: PaperKind, of part: StaffedResponse.Part, boards: PaperSize = .a4Board)
        -> Paper?
    {
        switch kind {
        case .cover, .lifting, .daily: nil
        case .checklist: ChecklistPaper(frame: self, part: part, rounds: part.checklist.rounds).paper
        case .roster: RosterPaper(frame: self, part: part).paper
        case .contacts: RosterPaper(frame: self, part: part).contacts
        case .order:
            changes.map { OrderChangePaper(frame: self, part: part, changes: $0).paper }
                ?? OrderPaper(frame: self, part: part).paper
        case .board: BoardPaper(frame: self, part: part, size: boards).paper
        case .guardian: hasPaper(.guardian, of: part) ? GuardPaper(frame: self, part: part).paper : nil
        }
    }
}
