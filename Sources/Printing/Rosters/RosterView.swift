package import Diagnostics

/// From which side a roster is looked at.
package enum RosterView: String, Sendable, CaseIterable {
    /// A row a person, a column a day.
    case grid
    /// Who stands where, shift by shift, with telephones.
    case shift
    /// What each person serves.
    case person
    /// Who holds each post, day after day.
    case post

    package var title: Phrase {
        switch self {
        case .grid: Phrase(zh: "总表", en: "grid")
        case .shift: Phrase(zh: "班次", en: "shift")
        case .person: Phrase(zh: "人员", en: "person")
        case .post: Phrase(zh: "岗位", en: "post")
        }
    }
}
