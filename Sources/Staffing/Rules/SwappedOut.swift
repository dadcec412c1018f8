/// Who has had a shift taken over does not serve in it.
enum SwappedOut: DutyRule {
    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        question.isSwappedOut ? .swappedOut : nil
    }
}
