package import Diagnostics
package import Staffing

/// What is printed.
package enum PaperKind: String, CaseIterable, Sendable {
    case cover, checklist, roster, contacts, order, board, guardian = "guard", daily

    package var title: Phrase {
        switch self {
        case .cover: Phrase(zh: "启动令", en: "order to begin and summary")
        case .checklist: Phrase(zh: "巡查清单", en: "patrol checklists")
        case .roster: Phrase(zh: "值班表", en: "duty roster")
        case .contacts: Phrase(zh: "联络单", en: "contact sheet")
        case .order: Phrase(zh: "通知单", en: "orders")
        case .board: Phrase(zh: "公示牌", en: "boards")
        case .guardian: Phrase(zh: "盯守记录表", en: "guard records")
        case .daily: Phrase(zh: "日报", en: "daily bulletin form")
        }
    }

    /// Whether there is one for the district, not one a sub-district.
    package var isDistrictWide: Bool { self == .cover || self == .daily }
}

extension PaperFrame {
    /// The district's own paper of a kind.
    package func paper(_ kind: PaperKind) -> Paper? {
        switch kind {
        case .cover: CoverPaper(frame: self).paper
        case .daily: DailyPaper(frame: self).paper
        case .checklist, .roster, .contacts, .order, .board, .guardian: nil
        }
    }

    /// A sub-district's paper of a kind.
    /// - Parameter boards: On what boards are drawn.
    package func paper(_ kind: PaperKind, of part: StaffedResponse.Part, boards: PaperSize = .a4Board)
        -> Paper?
    {
        switch kind {
        case .cover, .daily: nil
        case .checklist: ChecklistPaper(frame: self, part: part).paper
        case .roster: RosterPaper(frame: self, part: part).paper
        case .contacts: RosterPaper(frame: self, part: part).contacts
        case .order: OrderPaper(frame: self, part: part).paper
        case .board: BoardPaper(frame: self, part: part, size: boards).paper
        case .guardian: GuardPaper(frame: self, part: part).paper
        }
    }
}
