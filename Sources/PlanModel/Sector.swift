package import Diagnostics

/// The part of society that an emission is accounted to, in the order of the evaluation table.
package enum Sector: String, Sendable, CaseIterable, Hashable {
    case industry, dust, mobile, other

    package var title: Phrase {
        switch self {
        case .industry: Phrase(zh: "工业", en: "industry")
        case .dust: Phrase(zh: "扬尘", en: "dust")
        case .mobile: Phrase(zh: "移动", en: "mobile")
        case .other: Phrase(zh: "其它", en: "other")
        }
    }
}

/// How surely a rule or a figure is known; reports repeat it.
package enum Certainty: String, Sendable, CaseIterable {
    case read, copy, assumption, sample

    package var title: Phrase {
        switch self {
        case .read: Phrase(zh: "见原文", en: "read in the source")
        case .copy: Phrase(zh: "见转载", en: "read in a copy")
        case .assumption: Phrase(zh: "假定", en: "assumption")
        case .sample: Phrase(zh: "示例", en: "sample")
        }
    }
}
