import Activating
import Diagnostics
import PlanModel
import PlanReading
import TestSupport
import Testing

/// The sample district at work.
struct ActivationTests {
    private func activate(_ level: AlertLevel, _ effective: String, issued: String? = nil) async throws
        -> Activation
    {
        let book = try #require(
            await PlanReader.read(try planFiles(below: samplePlans), in: "Plans", on: sampleDay).book)
        let time = try #require(CivilTime(effective))
        return Activation(
            book,
            order: AlertOrder(
                level: level, issued: try issued.map { try #require(CivilTime($0)) } ?? time, effective: time,
                end: nil,
                number: nil))
    }

    @Test(arguments: AlertLevel.allCases)
    func everyLevelOfTheSampleReachesItsTargets(level: AlertLevel) async throws {
        let activation = try await activate(level, "2026-11-24 18:00")
        #expect(activation.balance.isMet)
        let margins = Pollutant.allCases.compactMap {
            activation.balance.figures[$0].margin?.percentFloor(decimals: 2)
        }
        #expect(Set(margins).count == 4, "margins differ by pollutant")
        #expect(activation.enterprises.count >= 60 && activation.sources.count >= 240)
    }

    @Test func aMeasureIsInForceOnlyAtItsLevels() async throws {
        for level in AlertLevel.allCases {
            let activation = try await activate(level, "2026-11-24 18:00")
            #expect(activation.measures.allSatisfy { $0.measure.levels.contains(level) })
            for source in activation.sources {
                #expect(source.measures.allSatisfy { $0.measure.levels.contains(level) })
            }
            for group in [Measure.Group.mandatory, .advisory, .health] {
                #expect(activation.measures.contains { $0.measure.group == group })
            }
        }
    }

    /// Time to stop counts from the order; without a lead the line stops as soon as it can.
    @Test func stoppingBeginsInTimeForTheEffectiveHour() async throws {
        func stopping(_ activation: Activation) throws -> EnterpriseActivation.LineActivation {
            try #require(
                activation.enterprises.flatMap(\.lines).first {
                    $0.line.stopNeeds?.minutes == 120 && $0.entry.notCounted == nil
                })
        }
        let early = try stopping(try await activate(.orange, "2026-11-24 18:00", issued: "2026-11-24 12:00"))
        #expect(early.beginBy.isoText == "2026-11-24 16:00" && early.doneBy.isoText == "2026-11-24 18:00")
        let late = try stopping(try await activate(.orange, "2026-11-24 18:00", issued: "2026-11-24 17:00"))
        #expect(late.beginBy.isoText == "2026-11-24 17:00" && late.doneBy.isoText == "2026-11-24 19:00")
    }

    @Test func exemptionsEndWithTheirLastDay() async throws {
        let before = try await activate(.orange, "2026-11-24 18:00")
        let exempt = try #require(before.enterprises.first { $0.exemption != nil }?.enterprise)
        let until = try #require(exempt.exemption?.until)
        let onLastDay = try await activate(.orange, CivilTime(until, minuteOfDay: 600).isoText)
        let dayAfter = try await activate(.orange, CivilTime(until + 1, minuteOfDay: 600).isoText)
        func isExempt(_ activation: Activation) -> Bool {
            activation.enterprises.contains {
                $0.enterprise.id.value == exempt.id.value && $0.exemption != nil
            }
        }
        #expect(isExempt(onLastDay))
        #expect(!isExempt(dayAfter))
        #expect(dayAfter.notices.contains { $0.rule == .exemptionExpired })
    }

    @Test func reserveOptionsSayWhatTheyWouldAdd() async throws {
        let activation = try await activate(.orange, "2026-11-24 18:00")
        let options = ReserveSuggestion.useful(for: activation)
        #expect(!options.isEmpty)
        for option in options {
            #expect(!option.extraCut.isZero)
            let emitted = option.enterprise.emissions
            #expect(Pollutant.allCases.allSatisfy { option.extraCut[$0] <= emitted[$0] })
        }
    }
}
