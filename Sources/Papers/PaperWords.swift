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
    /// 11月24日 18:00; midnight belongs to the day that ends with it.
    package var paperText: String {
        if minuteOfDay == 0 {
            let before = date + -1
            return "\(before.month)月\(before.day)日 24:00"
        }
        return "\(date.month)月\(date.day)日 \(clockText)"
    }
}

extension AlertOrder {
    /// 2026年11月24日 18:00 起，解除时间待定.
    package var paperText: String {
        let end = end.map { "至 \($0.paperText)" } ?? "解除时间待定"
        return "\(effective.date.year)年\(effective.paperText) 起，\(end)"
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
