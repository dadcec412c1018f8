package import Diagnostics
import PlanModel

/// One thing of the plan that differs between two states of it.
package struct PlanChange: Sendable {
    package let kind: ChangedKind
    /// Empty for what there is once in a district.
    package let id: String
    /// nil for what has none.
    package let name: String?
    /// Where it belongs, afterwards; before where it is gone. nil for what is the whole district's.
    package let subDistrict: String?
    package let nature: Nature
    /// Of something changed, never empty; of something added or removed nothing is listed.
    package let fields: [FieldChange]
    /// Where it stands; nil where it was not there.
    package let before: SourceSpan?
    package let after: SourceSpan?

    package enum Nature: String, Sendable, CaseIterable {
        case added, removed, changed
    }
}

/// What kind of thing a plan is made of.
package enum ChangedKind: String, Sendable, CaseIterable {
    case district, targets, grading
    case airQuality = "aqi"
    case exemptions, ratings, measure, patrol, duty, holidays
    case subDistrict = "sub-district"
    case enterprise, source, staff, person

    package var title: Phrase {
        switch self {
        case .district: Phrase(zh: "区", en: "district")
        case .targets: Phrase(zh: "减排目标", en: "targets")
        case .grading: Phrase(zh: "预警分级", en: "alert conditions")
        case .airQuality: Phrase(zh: "空气质量指数", en: "air quality index")
        case .exemptions: Phrase(zh: "豁免类别", en: "exemption kinds")
        case .ratings: Phrase(zh: "绩效要求", en: "rating table")
        case .measure: Phrase(zh: "措施", en: "measure")
        case .patrol: Phrase(zh: "巡查要点", en: "patrol rules")
        case .duty: Phrase(zh: "值守规则", en: "duty rules")
        case .holidays: Phrase(zh: "节假日", en: "holidays")
        case .subDistrict: Phrase(zh: "街道清单", en: "sub-district list")
        case .enterprise: Phrase(zh: "企业", en: "enterprise")
        case .source: Phrase(zh: "点位", en: "source")
        case .staff: Phrase(zh: "值守人员", en: "staff")
        case .person: Phrase(zh: "人员", en: "person")
        }
    }
}

/// One value that differs.
package struct FieldChange: Sendable {
    /// From the thing down to the value, never empty.
    package let path: [ChangedStep]
    /// nil where it was not there.
    package let before: ChangedValue?
    package let after: ChangedValue?
}

/// A step on the way from a thing to one of its values.
package enum ChangedStep: Sendable {
    case key(ChangedName)
    /// One of a list of mappings, such as a line.
    /// - Parameters:
    ///   - id: By which it was found again in the other state.
    ///   - name: What it is called besides; nil where it is called nothing else.
    case item(id: Phrase, name: String?)
}

/// A key of the plan format under both its names.
package struct ChangedName: Sendable {
    package let english: String
    package let chinese: String

    package var both: Phrase { Phrase(zh: chinese, en: english) }
}

extension ChangedName {
    init(_ field: FieldDeclaration) {
        self.init(english: field.english, chinese: field.chinese)
    }
}

/// What a plan says at one time.
package struct ChangedValue: Sendable {
    /// As it is written, words to choose from in the reader's language; an order to a line in the words of orders.
    package let text: Phrase
    /// The words of a list, where it is one.
    package let words: [Phrase]?
    package let place: SourceSpan
}

extension ChangedValue {
    init(_ statement: Statement) {
        var words: [Phrase]?
        if case .words(let some, _, _) = statement { words = some.map(\.shown) }
        self.init(text: statement.line, words: words, place: statement.place)
    }

    /// An entry of a list; what it orders is said as orders say it.
    init(_ item: Statement.Item) {
        let line = item.record.line
        self.init(
            text: item.order.map { Phrase(zh: $0.orderText, en: line.english) } ?? line, words: nil,
            place: item.record.place)
    }
}
