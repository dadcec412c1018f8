import Activating
import Diagnostics
import PlanModel
import PlanReading
import TestSupport
import Testing

/// How far an exemption reaches is said by its kind, level by level.
struct ExemptionTests {
    /// The sample district with one heat station's exemption turned into that of a leader of the ranking list.
    private static func activation(at level: AlertLevel) async throws -> EnterpriseActivation {
        let files = try planFiles(below: samplePlans).map { file in
            file.path.contains("示例三里河供热")
                ? file.with(
                    file.text.replacing("kind: 民生保障", with: "kind: 排行榜领先").replacing(
                        /(?s)measures:.*?(?=exemption:)/,
                        with:
                            "measures: {yellow: [], orange: [], red: [{line: all, action: limit, by: 50 %}]}\n"
                    ))
                : file
        }
        let book = try #require(await PlanReader.read(files, in: "Plans", on: sampleDay).book)
        let time = CivilTime(sampleDay, minuteOfDay: 18 * 60)
        let activation = Activation(
            book, order: AlertOrder(level: level, issued: time, effective: time, end: nil, number: nil))
        return try #require(
            activation.enterprises.first {
                $0.exemption?.kind == "排行榜领先" || $0.enterprise.exemption?.kind == "排行榜领先"
            })
    }

    @Test func aLeaderOfTheRankingListIsExemptUpToOrange() async throws {
        for level in [AlertLevel.yellow, .orange] {
            let leader = try await Self.activation(at: level)
            #expect(leader.exemption != nil)
            #expect(leader.entries.allSatisfy { $0.cut.isZero })
        }
        let leader = try await Self.activation(at: .red)
        #expect(leader.exemption == nil)
        let line = try #require(leader.lines.first { $0.line.status == .running })
        #expect(line.entry.notCounted == nil)
        #expect(!line.entry.cut.isZero)
    }
}
