import Diagnostics
import Papers
import PlanModel

/// Which papers an event of a response comes with, and where they lie.
enum EventPapers {
    /// The folder's name without its number: `橙色启动`, `升红色`, `降黄色`, `延长`, `解除`, `撤回`.
    static func name(of kind: ResponseEvent.Kind, level: AlertLevel) -> String {
        let title = level.title.chinese
        return switch kind {
        case .activate: "\(title)启动"
        case .raise: "升\(title)"
        case .lower: "降\(title)"
        case .extend, .lift, .revoke, .roster: kind.title.chinese
        }
    }

    /// What is handed out when it happens.
    /// - Parameters:
    ///   - isOver: Whether nothing is in force after it.
    ///   - isChange: Whether orders change.
    static func kinds(of kind: ResponseEvent.Kind, isOver: Bool, isChange: Bool) -> [PaperKind] {
        if isOver { return [.lifting] }
        return switch kind {
        case .activate, .raise, .lower: PaperKind.ofAlerts
        case .revoke: PaperKind.ofAlerts.filter { $0 != .lifting && (isChange || $0 != .order) }
        case .extend: PaperKind.ofAlerts.filter { $0 != .order }
        case .lift: [.lifting, .roster, .contacts]
        case .roster: [.roster, .contacts]
        }
    }
}
