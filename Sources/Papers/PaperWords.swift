package import Activating
import Diagnostics
package import PlanModel
package import Printing

// Paper is always Chinese, and says days and times the way people read them aloud.

package let paperStyle = TextStyle(language: .chinese, usesColor: false)

extension CivilDate {
    /// 11月24日（周二）.
    package var paperText: String { "\(month)月\(day)日（\(weekdayTitle.chinese)）" }
}

extension CivilTime {
    /// The day on which people count it: midnight belongs to the day that ends with it.
    private var paperDay: CivilDate { minuteOfDay == 0 ? date + -1 : date }

    /// 11月24日 18:00, or 11月24日 24:00.
    package var paperText: String {
        "\(paperDay.month)月\(paperDay.day)日 \(minuteOfDay == 0 ? "24:00" : clockText)"
    }

    /// 2026年11月24日 18:00.
    package var paperTextWithYear: String { "\(paperDay.year)年\(paperText)" }
}

extension AlertOrder {
    /// 2026年11月24日 18:00 起，解除时间待定.
    package var paperText: String {
        let end = end.map { "至 \($0.paperText)" } ?? "解除时间待定"
        return "\(effective.paperTextWithYear) 起，\(end)"
    }
}

extension ResponsiblePerson {
    package var paperText: String {
        let name = [post, name].compactMap { $0 }.joined(separator: " ")
        return "\(name) \(phone)" + (deputy.map { "；副岗 \($0.name) \($0.phone)" } ?? "")
    }
}

extension MemberUnit {
    package var paperText: String { "\(name) \(phone)" }
}

extension Person {
    package var paperText: String { "\(name) \(phone)" }
}
