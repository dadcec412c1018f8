import Diagnostics
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Forecasts as people and spreadsheets write them, and everything that can be wrong with them.
struct ForecastReaderTests {
    private static func read(_ text: String) -> (forecast: Forecast?, findings: [Diagnostic]) {
        ForecastReader.read(SourceFile(path: "f.csv", bytes: Array(text.utf8)))
    }

    private static func told(_ findings: [Diagnostic]) -> [String] {
        findings.map { "\($0.place.start.line):\($0.place.start.column) \($0.rule.rawValue)" }
    }

    private static func values(_ forecast: Forecast?) -> [String] {
        (forecast?.rows ?? []).map { row in
            switch row.content {
            case .index(let index): "\(row.time.isoText) \(index.map(String.init) ?? "-")"
            case .concentrations(let values):
                row.time.isoText
                    + AirPollutant.allCases.compactMap { one in
                        values[one].map { " \(one.symbol)=\($0)" }
                    }.joined()
            }
        }
    }

    @Test(arguments: [
        "time,AQI\n2026-11-24,201\n2026-11-25,\n",
        "\u{FEFF}时间,aqi\r\n2026-11-24,201\r\n2026-11-25,\r\n",
        "time , \"AQI\" \n\n\"2026-11-24\",  201 \n,\n2026-11-25,\"\"",
        "time,AQI\r2026-11-24,201\r2026-11-25,\r",
        "[{\"time\": \"2026-11-24\", \"AQI\": 201}, {\"time\": \"2026-11-25\", \"AQI\": null}]",
        "\n [{\"AQI\": \"201\", \"时间\": \"2026-11-24\"},\n{\"时间\": \"2026-11-25\"}]\n",
    ])
    func oneForecastInManyHands(text: String) {
        let (forecast, findings) = Self.read(text)
        #expect(Self.told(findings) == [])
        #expect(Self.values(forecast) == ["2026-11-24 00:00 201", "2026-11-25 00:00 -"])
        #expect(forecast?.step == .day)
        #expect(forecast?.pollutants == nil)
    }

    @Test func concentrationsAreExact() {
        let (forecast, findings) = Self.read(
            "time,PM2.5,CO,臭氧\n2026-11-24 18:00,75.125,1.2,\n2026-11-24T19:00,,0,160\n")
        #expect(Self.told(findings) == [])
        #expect(
            Self.values(forecast) == [
                "2026-11-24 18:00 CO=1200 PM2.5=75125", "2026-11-24 19:00 CO=0 O3=160000",
            ])
        #expect(forecast?.step == .hour)
        #expect(forecast?.pollutants == [.co, .o3, .pm25])
    }

    @Test(arguments: [
        ("", ["1:1 empty-file"]), ("\n\n", ["1:1 empty-file"]), ("time,AQI\n", ["1:1 empty-file"]),
        ("[]", ["1:1 empty-file"]), ("{\"time\": 1}", ["1:1 wrong-type"]), ("[1]", ["1:2 wrong-type"]),
        ("time,AQI\n2026-11-24,abc\n", ["2:12 wrong-type"]),
        ("time,AQI\n2026-11-24,NaN\n", ["2:12 wrong-type"]),
        ("time,AQI\n2026-11-24,1e2\n", ["2:12 wrong-type"]),
        ("time,AQI\n2026-11-24,２０１\n", ["2:12 wrong-type"]),
        ("time,AQI\n2026-11-24,201 µg\n", ["2:12 wrong-type"]),
        ("time,AQI\n2026-11-24,-1\n", ["2:12 number-out-of-range"]),
        ("time,AQI\n2026-11-24,501\n", ["2:12 number-out-of-range"]),
        ("time,AQI\n2026-11-24,99999999999999999999999999999999999999\n", ["2:12 number-out-of-range"]),
        ("time,AQI\n2026-11-24,200.5\n", ["2:12 too-precise"]),
        ("time,PM2.5\n2026-11-24,1.2345\n", ["2:12 too-precise"]),
        ("time,PM2.5\n2026-11-24,20001\n", ["2:12 number-out-of-range"]),
        ("time,CO\n2026-11-24,501\n", ["2:12 number-out-of-range"]),
        ("time,AQI\n2026-11-25,1\n2026-11-24,1\n", ["3:1 impossible-date"]),
        ("time,AQI\n2026-11-24,1\n2026-11-24,1\n", ["3:1 duplicate-key"]),
        ("time,AQI\n2026-11-24,1\n2026-11-25 18:00,1\n", ["3:1 contradictory-keys"]),
        ("time,AQI\n2026-02-30,1\n2026-11-25 18:30,1\n", ["2:1 impossible-date", "3:1 impossible-date"]),
        ("time,AQI\n1999-01-01,1\n2026-11-25,1\n", ["3:1 number-out-of-range"]),
        ("time,AQI\n,1\n", ["2:1 missing-value"]), ("time,AQI\n2026-11-24\n", ["2:1 missing-value"]),
        ("time,AQI\n2026-11-24,1,2\n", ["2:1 missing-value"]),
        ("time,PM25\n2026-11-24,1\n", ["1:6 unknown-key"]), ("time;AQI\n2026-11-24;1\n", ["1:1 unknown-key"]),
        ("time,AQI,AQI\n2026-11-24,1,1\n", ["1:10 duplicate-key"]),
        ("AQI\n1\n", ["1:1 missing-key"]), ("time\n2026-11-24\n", ["1:1 missing-key"]),
        ("time,AQI,CO\n2026-11-24,1,1\n", ["1:6 contradictory-keys"]),
        ("time,AQI\n2026-11-24,\"1\n", ["2:12 wrong-type", "2:12 wrong-type"]),
        ("time,AQI\n2026-11-24,\"1\"2\n", ["2:15 wrong-type"]),
        ("时间,臭氧\n2026-11-24,臭\n", ["2:12 wrong-type"]),
        ("[{\"time\": \"2026-11-24\", \"AQI\": {}}]", ["1:32 wrong-type"]),
        ("[{\"time\": \"2026-11-24\", \"AQI\": 1, \"AQI\": 2}]", ["1:35 duplicate-key"]),
    ])
    func everyFaultHasItsPlace(text: String, expected: [String]) {
        let (forecast, findings) = Self.read(text)
        #expect(forecast == nil)
        #expect(Self.told(findings) == expected, "\(text)")
    }

    @Test func bytesThatAreNoText() {
        let bytes = Array("time,AQI\n2026-11-24,".utf8) + [0xB0, 0xA1, 0x0A]
        let (forecast, findings) = ForecastReader.read(SourceFile(path: "f.csv", bytes: bytes))
        #expect(forecast == nil)
        #expect(Self.told(findings) == ["2:12 bad-utf8"])
    }

    @Test func hugeFilesAreRefusedAndFindingsEnd() {
        let huge = [UInt8](repeating: 0x31, count: ForecastReader.largestFile + 1)
        #expect(
            Self.told(ForecastReader.read(SourceFile(path: "f.csv", bytes: huge)).findings) == [
                "1:1 file-too-large"
            ])
        let many = Self.read("time,AQI\n" + String(repeating: "x,y\n", count: 5000)).findings
        #expect(many.count == 101)
        #expect(many.last?.rule == .tooManyFaults)
    }

    /// Small files that would make large tables.
    @Test(arguments: [
        (
            String(repeating: "x,", count: 1_000_000) + "\n" + String(repeating: "1\n", count: 1_000_000),
            "1:101"
        ),
        ("time,AQI\n" + String(repeating: "x,1\n", count: 1_000_000), "8786:1"),
        ("[" + String(repeating: "{},", count: 200_000) + "{}]", "1:26354"),
        ("[{" + (0..<60).map { "\"k\($0)\": 1" }.joined(separator: ", ") + "}]", "1:493"),
    ])
    func tablesWithoutEndAreRefused(text: String, place: String) {
        let findings = Self.read(text).findings
        #expect(findings.contains { $0.rule == .fileTooLarge || $0.rule == .tooManyFaults })
        #expect(findings.count <= 101)
        if let large = findings.first(where: { $0.rule == .fileTooLarge }) {
            #expect("\(large.place.start.line):\(large.place.start.column)" == place)
        }
    }

    /// Bytes cut, doubled and struck at random: never a crash, and never silence.
    @Test(arguments: 0..<200 as Range<UInt64>)
    func spoiltAtRandom(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ count: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(max(count, 1)))
        }
        let csv = "time,PM2.5,CO\n2026-11-24 18:00,75.5,\"1.2\"\n2026-11-24 19:00,,0\n"
        let json = "[{\"time\": \"2026-11-24\", \"AQI\": 201}, {\"time\": \"2026-11-25\", \"AQI\": null}]"
        var bytes = Array((seed % 2 == 0 ? csv : json).utf8)
        let odd: [UInt8] = [0, 0x22, 0x2C, 0x0A, 0x0D, 0xFF, 0xE4, 0x2D, 0x5B, 0x7B, 0x26, 0x2A, 0x3A, 0x39]
        for _ in 0...next(6) {
            let place = next(bytes.count)
            switch next(3) {
            case 0: if !bytes.isEmpty { bytes[place] = odd[next(odd.count)] }
            case 1: bytes.removeLast(next(bytes.count / 3 + 1))
            default: bytes.insert(odd[next(odd.count)], at: min(place, bytes.count))
            }
        }
        let (forecast, findings) = ForecastReader.read(SourceFile(path: "f.csv", bytes: bytes))
        #expect((forecast == nil) != findings.isEmpty)
    }
}
