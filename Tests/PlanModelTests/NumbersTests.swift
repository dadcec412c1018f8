import PlanModel
import TestSupport
import Testing

struct NumbersTests {
    @Test(arguments: [(100, 1, 3, 34), (100, 0, 1, 0), (100, 1, 1, 100), (1, 1, 1_000_000, 1), (0, 1, 2, 0)])
    func whatRemainsIsRoundedUp(grams: Int64, numerator: Int64, denominator: Int64, expected: Int64) {
        let remaining = MassRate(gramsPerDay: grams).remaining(Share(numerator, of: denominator))
        #expect(remaining.gramsPerDay == expected)
    }

    @Test func theLargestMassesDoNotOverflow() {
        let most = MassRate.most
        #expect(most.remaining(Share(999_999, of: 1_000_000)).gramsPerDay == 999_999_000_000)
        let ratio = ExactRatio(MassRate(gramsPerDay: most.gramsPerDay - 1), of: most)
        let other = ExactRatio(
            MassRate(gramsPerDay: most.gramsPerDay - 2), of: MassRate(gramsPerDay: most.gramsPerDay - 1))
        let target = ExactRatio(Share(333_333, of: 1_000_000)) + ExactRatio(Share(333_331, of: 999_999))
        #expect((ratio + other - target).percentFloor(decimals: 4) == 1_333_335)
    }

    /// Rounding down never lets a ratio look as if it had reached its target, nor the other way round.
    @Test(arguments: 0..<200 as Range<UInt64>)
    func aPrintedRatioNeverContradictsTheVerdict(seed: UInt64) {
        var seeded = Seeded(seed)
        let base = Int64.random(in: 1...3000, using: &seeded)
        let target = Share(Int64.random(in: 0...10_000, using: &seeded), of: 10_000)
        let decimals = max(2, target.percentDecimals)
        for cut in 0...base {
            let ratio = ExactRatio(MassRate(gramsPerDay: cut), of: MassRate(gramsPerDay: base))
            let shown = ratio.percentFloor(decimals: decimals)
            let shownTarget = ExactRatio(target).percentFloor(decimals: decimals)
            #expect((ratio >= ExactRatio(target)) == (shown >= shownTarget))
            #expect(
                ((ratio - ExactRatio(target)).percentFloor(decimals: decimals) >= 0) == (shown >= shownTarget)
            )
        }
    }

    @Test(arguments: [
        (30, 100, "30 %"), (125, 1000, "12.5 %"), (1, 1_000_000, "0.0001 %"), (1, 1, "100 %"),
        (1005, 10_000, "10.05 %"),
    ])
    func sharesArePrintedInFull(numerator: Int64, denominator: Int64, expected: String) {
        #expect(Share(numerator, of: denominator).percentText == expected)
    }

    @Test func quantitiesArePrintedAsPlansWriteThem() throws {
        let unit = try #require(Quantity.Unit("吨/日"))
        #expect(Quantity(millionths: 12_000_000, unit: unit).text == "12 t/d")
        #expect(Quantity(millionths: 500_000, unit: unit).text == "0.5 t/d")
        #expect(Quantity(millionths: 1, unit: unit).text == "0.000001 t/d")
        #expect(Quantity.Unit("枚/天")?.text == "枚/d")
        #expect(Quantity.Unit("kgg/d") == nil)
    }
}

struct CivilTimeTests {
    /// Against the rule of the calendar itself, day after day from 1899 to 2101.
    @Test func everyDayFollowsTheOneBefore() throws {
        var date = try #require(CivilDate(year: 1900, month: 1, day: 1))
        var (year, month, day) = (1900, 1, 1)
        var weekday = 1
        #expect(date.weekday == weekday)
        for _ in 0..<73_000 {
            date = date + 1
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            try #require((date.year, date.month, date.day) == (year, month, day))
            weekday = weekday % 7 + 1
            try #require(date.weekday == weekday)
            try #require(CivilDate(year: year, month: month, day: day) == date)
        }
    }

    @Test(arguments: [
        "2026-02-30", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-00", "2026/01/01", "2026-01-01 ",
        "２０２６-01-01",
    ])
    func daysThatAreNoneAreRefused(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: ["2026-11-24 25:00", "2026-11-24 18:60", "2026-11-24", "2026-11-24 18", "18:00"])
    func timesThatAreNoneAreRefused(text: String) {
        #expect(CivilTime(text) == nil)
    }

    @Test(arguments: [
        "1900-01-01 00:00", "1969-12-31 23:59", "1969-12-30 00:00", "1969-12-29 18:30", "1970-01-01 00:00",
    ])
    func timesBefore1970AreSaidAsTheyWereRead(text: String) throws {
        let time = try #require(CivilTime(text))
        #expect(time.isoText == text)
        #expect((0..<1440).contains(time.minuteOfDay))
    }

    @Test func midnightAtTheEndIsTheNextDay() throws {
        let time = try #require(CivilTime("2026-12-31 24:00"))
        #expect(time.isoText == "2027-01-01 00:00")
    }
}
