import MarkedYAML
import PlanModel

extension RosterWeights {
    /// What is left out counts as it does where no weights are given at all.
    static let shape = Shape<RosterWeights>.record(WeightFields.all) { record in
        let even = RosterWeights.even
        return RosterWeights(
            shifts: record(WeightFields.shifts) ?? even.shifts,
            nights: record(WeightFields.nights) ?? even.nights,
            restDays: record(WeightFields.restDays) ?? even.restDays,
            holidays: record(WeightFields.holidays) ?? even.holidays,
            standby: record(WeightFields.standby) ?? even.standby,
            wishes: record(WeightFields.wishes) ?? even.wishes,
            away: record(WeightFields.away) ?? even.away,
            changes: record(WeightFields.changes) ?? even.changes)
    }
}

/// Apart from the type, whose own members they would hide.
private enum WeightFields {
    private static let weight = Shape<Int>.integer(0...1000, example: "5")

    static let shifts = Field("shifts", "班数", weight, optional: true)
    static let nights = Field("nights", "夜班", weight, optional: true)
    static let restDays = Field("restDays", "休息日", weight, optional: true)
    static let holidays = Field("holidays", "节假日", weight, optional: true)
    static let standby = Field("standby", "备岗", weight, optional: true)
    static let wishes = Field("wishes", "意愿", weight, optional: true)
    static let away = Field("away", "不熟悉社区", weight, optional: true)
    static let changes = Field("changes", "变动", weight, optional: true)

    static let all = fields(shifts, nights, restDays, holidays, standby, wishes, away, changes)
}
