import Diagnostics
import MarkedYAML
import PlanModel

extension Staff {
    private static let kind = Field("kind", "类型", .text)
    private static let subDistrict = Field(
        "subDistrict", "街道", Shape.identifier(SubDistrict.self, example: "月坛").referring(to: .subDistrict))
    private static let people = Field("people", "人员", Person.shape.list())
    private static let pairs = Field("pairs", "搭配", StaffPair.shape.list(), optional: true)
    private static let fixed = Field("fixed", "指定", FixedDuty.shape.list(), optional: true)
    private static let swaps = Field("swaps", "换班", DutySwap.shape.list(), optional: true)
    private static let borrowsFrom = Field(
        "borrowsFrom", "可借人街道",
        Shape.identifier(SubDistrict.self, example: "展览路").referring(to: .neighbour).list(), optional: true)

    static let shape = Shape<Staff>.record(
        fields(kind, subDistrict, people, pairs, fixed, swaps, borrowsFrom)
    ) { record in
        let (subDistrict, people) = (record(subDistrict), record(people))
        let (pairs, fixed, swaps) = (record(pairs) ?? [], record(fixed) ?? [], record(swaps) ?? [])
        let borrowsFrom = record(borrowsFrom) ?? []
        let agrees = pairs.agree(record.context)
        let itself = borrowsFrom.first { $0.value == subDistrict?.value }
        if let itself {
            record.context.report(
                .namesItself,
                Phrase(
                    zh: "\(itself.value.text)不能向自己借人", en: "'\(itself.value.text)' cannot borrow from itself"),
                at: itself.place, help: Phrase(zh: "写相邻街道，或删去", en: "name a neighbour, or delete it"))
        }
        guard let subDistrict, let people, agrees, itself == nil else { return nil }
        return Staff(
            subDistrict: subDistrict, people: people, pairs: pairs, fixed: fixed, swaps: swaps,
            borrowsFrom: borrowsFrom)
    }
}
