package import PlanModel

/// Somebody of one sub-district in a seat of another.
package struct LentDuty: Sendable {
    package let person: Person
    package let lender: Identifier<SubDistrict>
    package let borrower: Identifier<SubDistrict>
    package let slot: DutySlot
    /// What of the shift they serve.
    package let hours: DutyHours.Stretch
    /// Whether they were on duty there when the roster was changed.
    package let isRunning: Bool
}
