import Diagnostics
import Foundation
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Alert messages in both dialects, and every way in which they are not to be followed.
struct AlertReaderTests {
    private static let folder = repository.appending(path: "Tests/PlanReadingTests/Alerts")
    private static let xicheng = NamedArea(code: "110102", name: "西城区")

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name + ".xml"), encoding: .utf8)
    }

    private static func read(_ text: String, for area: NamedArea? = xicheng) -> AlertReading {
        AlertReader.read(SourceFile(path: "a.xml", bytes: Array(text.utf8)), for: area)
    }

    private static func told(_ reading: AlertReading) -> [String] {
        reading.findings.map { "\($0.place.start.line):\($0.place.start.column) \($0.rule.rawValue)" }
    }

    /// A sample with pieces of it replaced; each must stand in it.
    private static func changed(_ name: String, _ changes: [(String, String)]) throws -> String {
        try changes.reduce(try text(name)) { text, change in
            try #require(text.contains(change.0), "\(change.0) does not stand in \(name).xml")
            return text.replacingOccurrences(of: change.0, with: change.1)
        }
    }

    // MARK: - What is said

    @Test func capAsTheStandardHasIt() throws {
        let reading = Self.read(try Self.text("orange"))
        #expect(Self.told(reading) == [])
        #expect(reading.notes.isEmpty)
        let message = try #require(reading.message)
        let content = try #require(message.content)
        #expect(message.identifier == "SAMPLE-2026-0007")
        #expect(message.sent.isoText == "2026-11-24 15:00")
        #expect(message.status == .actual)
        #expect(message.kind == .alert)
        #expect(message.references.isEmpty)
        #expect(content.event == AlertEvent(code: nil, name: "空气重污染"))
        #expect(content.color == .orange)
        #expect(content.onset?.isoText == "2026-11-24 18:00")
        #expect(content.expires?.isoText == "2026-11-27 00:00")
        #expect(content.orderNumber == "示例〔2026〕7号")
        #expect(content.areas == [AlertMessage.Area(description: "北京市", codes: ["110000"])])
        #expect(message.begins.isoText == "2026-11-24 18:00")
    }

    @Test func theNationalDialect() throws {
        let reading = Self.read(try Self.text("national"))
        #expect(Self.told(reading) == [])
        #expect(reading.notes.isEmpty)
        let message = try #require(reading.message)
        let content = try #require(message.content)
        #expect(message.kind == .update)
        #expect(message.references.map(\.identifier) == ["11000041600000_20261123150000"])
        #expect(content.event == AlertEvent(code: "11B29", name: "空气重污染"))
        #expect(content.color == .orange)
        #expect(content.onset == nil)
        #expect(content.expires == nil)
        #expect(content.areas.map(\.codes) == [["110102", "110101"]])
        #expect(message.begins.isoText == "2026-11-24 18:00")
    }

    @Test(arguments: [
        ("2026-11-24T15:00:00+08:00", "2026-11-24 15:00", "2026-11-24 15:00"),
        ("2026-11-24T07:00:00-00:00", "2026-11-24 15:00", "2026-11-24 15:00"),
        ("2026-11-24T07:00:00Z", "2026-11-24 15:00", "2026-11-24 15:00"),
        ("2026-11-23T21:30:59.9-09:30", "2026-11-24 15:00", "2026-11-24 15:01"),
        ("2026-11-24 15:00:01+0800", "2026-11-24 15:00", "2026-11-24 15:01"),
        ("20261124150000", "2026-11-24 15:00", "2026-11-24 15:00"),
        ("2026-11-24T15:00", "2026-11-24 15:00", "2026-11-24 15:00"),
        ("2026-12-31T20:00:00-08:00", "2027-01-01 12:00", "2027-01-01 12:00"),
        ("2026-11-24T15:00:00.000+08:00", "2026-11-24 15:00", "2026-11-24 15:00"),
    ])
    func timesAreBeijingMinutes(text: String, earlier: String, later: String) {
        #expect(AlertTime(text)?.earlier.isoText == earlier)
        #expect(AlertTime(text)?.later.isoText == later)
    }

    @Test(arguments: [
        "", "now", "2026-11-24", "2026-02-30T00:00:00+08:00", "2026-11-24T25:00:00+08:00",
        "2026-11-24T15:60:00",
        "2026-11-24T15:00:60+08:00", "2026-11-24T15:00:00+15:00", "2026-11-24T15:00:00+08:60",
        "1900-01-01T00:00:00+14:00", "2999-12-31T23:59:59+08:00",
        "２０２６-11-24T15:00:00",
        "2026-11-24T15:00:00+08:00 2026-11-24T15:00:00+08:00", "2026-11-24T15:00:00.+08:00",
        "2026-11-24T15:00:00." + String(repeating: "0", count: 1000),
    ])
    func whatIsNoTime(text: String) {
        #expect(AlertTime(text) == nil)
    }

    // MARK: - Who is meant

    @Test(arguments: [
        ("110102", "西城区"), ("110102000000", "北京市西城区"), ("110000", "北京市"), ("110000", "北京"), ("110100", "北京市"),
        ("110000", "全市"), ("110000000000", "北京市行政区域"), ("110102", "北京市 西城区"), ("110000", "北京市、天津市"),
        ("110102", ""), ("", "北京市"), ("", "西城区"), ("", "北京市西城区"), ("", "东城区、西城区"),
    ])
    func areasThatAreOurs(code: String, name: String) throws {
        #expect(Self.told(Self.read(try Self.withArea(code, name))) == [], "\(code) \(name)")
    }

    @Test(arguments: [
        ("110101", "东城区", "not-our-alert"), ("120000", "天津市", "not-our-alert"), ("", "全市", "not-our-alert"),
        ("", "海淀区", "not-our-alert"), ("", "天津市西城区", "not-our-alert"), ("110102001000", "", "not-our-alert"),
        ("110102001000", "西城区", "alert-disagrees"), ("110101", "西城区", "alert-disagrees"),
        ("110102", "东城区", "alert-disagrees"), ("110102", "北京市", "alert-disagrees"),
        ("110000", "北京市东城区", "alert-disagrees"), ("110000", "天津市", "alert-disagrees"),
        ("120000", "北京市", "alert-disagrees"), ("", "", "missing-key"),
    ])
    func areasThatAreNot(code: String, name: String, rule: String) throws {
        let reading = Self.read(try Self.withArea(code, name))
        #expect(reading.findings.map(\.rule.rawValue) == [rule], "\(code) \(name)")
        #expect(reading.message == nil)
    }

    private static func withArea(_ code: String, _ name: String) throws -> String {
        let geocode = "<geocode><valueName>GB/T 2260</valueName><value>110000</value></geocode>"
        return try changed(
            "orange",
            [
                ("<areaDesc>北京市</areaDesc>", "<areaDesc>\(name)</areaDesc>"),
                (geocode, code.isEmpty ? "" : geocode.replacingOccurrences(of: "110000", with: code)),
            ])
    }

    @Test func pairsOfTheNationalDialectMustMatch() throws {
        let swapped = try Self.changed(
            "national", [("110102000000,110101000000", "110101000000,110102000000")])
        #expect(Self.told(Self.read(swapped)) == ["35:23 alert-disagrees"])
        let alien = try Self.changed(
            "national", [("北京市西城区,北京市东城区", "北京市海淀区"), ("110102000000,110101000000", "110108000000")])
        #expect(Self.told(Self.read(alien)) == ["34:9 not-our-alert"])
    }

    @Test func aDistrictOfAProvince() throws {
        let erqi = NamedArea(code: "410103", name: "二七区")
        for (code, name, rules) in [
            ("410103", "郑州市二七区", [String]()), ("410100", "郑州市", []), ("410000", "河南省", []),
            ("410100", "二七区", ["alert-disagrees"]), ("410200", "开封市", ["not-our-alert"]),
            ("", "河南省郑州市二七区", []), ("", "郑州市", ["not-our-alert"]),
        ] {
            let reading = Self.read(try Self.withArea(code, name), for: erqi)
            #expect(reading.findings.map(\.rule.rawValue) == rules, "\(code) \(name)")
        }
    }

    @Test func withoutADistrictTheAreaIsTakenOnTrust() throws {
        let reading = Self.read(try Self.withArea("120000", "天津市"), for: nil)
        #expect(reading.message != nil)
        #expect(reading.notes.count == 1)
    }

    // MARK: - Which level, of what

    @Test(arguments: [
        ("Extreme", "发布空气重污染红色预警", "red"), ("Orange", "空气重污染由黄色升级为橙色预警", "orange"),
        ("ORANGE", "空气重污染预警[Ⅱ级/较重]", "orange"), ("Unknown", "空气重污染红色预警降级为黄色", "yellow"),
        ("Unknown", "空气重污染III级预警", "yellow"), ("Unknown", "Heavy air pollution ORANGE alert", "orange"),
        ("Minor", "空气重污染预警", "blue"), ("Moderate", "空气重污染黄色、橙色预警说明", "yellow"),
        ("橙色", "空气重污染预警", "orange"), ("Unknown", "空气重污染一级预警", "red"),
    ])
    func levelsByCodeAndByName(severity: String, headline: String, color: String) throws {
        let reading = Self.read(try Self.withLevel(severity, headline))
        #expect(Self.told(reading) == [])
        #expect(reading.message?.content?.color?.rawValue == color)
    }

    @Test(arguments: [
        ("Severe", "空气重污染黄色预警", "alert-disagrees"), ("Red", "空气重污染由红色降级为橙色预警", "alert-disagrees"),
        ("Yellow", "空气重污染IV级预警", "alert-disagrees"), ("Unknown", "空气重污染预警", "missing-key"),
        ("Unknown", "空气重污染黄色、橙色预警", "missing-key"), ("Purple", "空气重污染橙色预警", "unknown-value"),
        ("2", "空气重污染橙色预警", "unknown-value"), ("Severe", "大风橙色预警", ""),
    ])
    func levelsThatAreNone(severity: String, headline: String, rule: String) throws {
        let reading = Self.read(try Self.withLevel(severity, headline))
        #expect(reading.findings.map(\.rule.rawValue) == (rule.isEmpty ? [] : [rule]))
    }

    private static func withLevel(_ severity: String, _ headline: String) throws -> String {
        try changed(
            "orange",
            [("<severity>Severe", "<severity>\(severity)"), ("发布空气重污染橙色预警（示例）", headline)])
    }

    @Test func aParameterForTheLevelIsACodeToo() throws {
        let number = "<parameter><valueName>文号</valueName><value>示例〔2026〕7号</value></parameter>"
        let level = "<parameter><valueName>预警级别</valueName><value>红色</value></parameter>"
        let reading = Self.read(try Self.changed("orange", [(number, level)]))
        #expect(Self.told(reading) == ["15:15 alert-disagrees"])
    }

    @Test(arguments: [
        ("11B29", "空气重污染橙色预警", ""), ("11B17", "大雾橙色预警", "not-our-alert"),
        ("11B17", "空气重污染橙色预警", "alert-disagrees"), ("11B29", "大雾橙色预警", "alert-disagrees"),
        ("12X99", "重污染天气橙色预警", ""), ("12X99", "橙色预警", "not-our-alert"), ("", "霾橙色预警", "not-our-alert"),
        ("", "橙色预警", "not-our-alert"), ("11B29", "橙色预警", ""),
    ])
    func eventsByCodeAndByName(code: String, headline: String, rule: String) throws {
        let text = try Self.changed(
            "national",
            [
                ("<eventType>11B29", "<eventType>\(code)"),
                ("北京市示例发布单位将空气重污染黄色预警升级为橙色预警[II级/较重]", headline),
            ])
        let reading = Self.read(text)
        #expect(reading.findings.map(\.rule.rawValue) == (rule.isEmpty ? [] : [rule]))
        #expect(reading.notes.count == (code == "12X99" && rule.isEmpty ? 1 : 0))
    }

    // MARK: - Several infos

    @Test func theChineseInfoOfOurAreaIsChosen() throws {
        let info = try Self.info()
        let english = info.replacingOccurrences(of: "zh-CN", with: "en-US")
            .replacingOccurrences(of: "<event>空气重污染", with: "<event>Heavy air pollution")
        let elsewhere = info.replacingOccurrences(of: "北京市</areaDesc>", with: "天津市</areaDesc>")
            .replacingOccurrences(of: "110000", with: "120000")
            .replacingOccurrences(of: "橙色", with: "红色").replacingOccurrences(of: "Severe", with: "Extreme")
        let reading = Self.read(try Self.changed("orange", [(info, elsewhere + english + info)]))
        #expect(Self.told(reading) == [])
        #expect(reading.message?.content?.event.name == "空气重污染")
        let other = english.replacingOccurrences(of: "Severe", with: "Extreme")
            .replacingOccurrences(of: "橙色", with: "RED")
        let two = Self.read(try Self.changed("orange", [(info, info + other)]))
        #expect(two.findings.map(\.rule.rawValue) == ["alert-disagrees"])
    }

    private static func info() throws -> String {
        let text = try text("orange")
        let start = try #require(text.range(of: "<info>")).lowerBound
        return String(text[start..<(try #require(text.range(of: "</info>"))).upperBound])
    }

    @Test func aCancellationMaySayNothingMore() throws {
        let info = try Self.info()
        let bare = Self.read(try Self.changed("orange", [(info, ""), (">Alert<", ">Cancel<")]))
        #expect(Self.told(bare) == [])
        #expect(bare.message?.content == nil)
        #expect(bare.notes.count == 1)
        let update = Self.read(try Self.changed("orange", [(info, ""), (">Alert<", ">Update<")]))
        #expect(Self.told(update) == ["3:1 missing-key"])
        let acknowledged = Self.read(try Self.changed("orange", [(info, "<info/>"), (">Alert<", ">Ack<")]))
        #expect(acknowledged.message?.kind == .acknowledgement)
    }

    // MARK: - What is wrong

    @Test(arguments: [
        ("<msgType>Alert", "<msgType>Alart", "8:12 unknown-value"),
        ("<status>Actual", "<status>", "7:3 missing-value"),
        ("2026-11-24T15:00:00+08:00</sent>", "24 Nov</sent>", "6:9 impossible-date"),
        ("<identifier>SAMPLE-2026-0007</identifier>", "", "3:1 missing-key"),
        ("SAMPLE-2026-0007", "SAMPLE 7", "4:15 wrong-type"),
        ("<scope>", "<status>Exercise</status><scope>", "9:3 duplicate-key"),
        ("<expires>2026-11-27", "<expires>2026-11-23", "10:3 impossible-date"),
        ("<severity>Severe", "<severity>Sev<b/>ere", "15:18 wrong-type"),
        (":cap:1.2", ":cap:1.0", "3:1 unknown-value"), ("<info>", "<!DOCTYPE a><info>", "10:4 xml-syntax"),
        ("alert", "feed", "3:1 wrong-type"),
    ])
    func everyFaultHasItsPlace(old: String, new: String, expected: String) throws {
        let reading = Self.read(try Self.changed("orange", [(old, new)]))
        #expect(Self.told(reading).first == expected)
        #expect(reading.message == nil)
    }

    /// Elements of other namespaces only look like those that count.
    @Test func namespacesAreNoDecoration() throws {
        let fake = Self.read(
            try Self.changed(
                "orange", [("<severity>", "<x:severity xmlns:x=\"urn:x\">Extreme</x:severity><severity>")]))
        #expect(fake.message?.content?.color == .orange)
        let prefixed = try Self.text("orange").replacingOccurrences(of: "xmlns=", with: "xmlns:cap=")
            .replacing(#/<(\/?)([a-zA-Z])/#) { "<\($0.1)cap:\($0.2)" }
        #expect(Self.read(prefixed).message == Self.read(try Self.text("orange")).message)
        let older = Self.read(try Self.changed("orange", [(":cap:1.2", ":cap:1.1")]))
        #expect(older.message != nil)
        #expect(older.notes.count == 1)
        let none = Self.read(
            try Self.changed("orange", [(" xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"", "")]))
        #expect(none.message == Self.read(try Self.text("orange")).message)
    }

    @Test func referencesInBothDialects() throws {
        let text = try Self.changed(
            "orange",
            [
                (
                    "<scope>Public</scope>",
                    "<scope>Public</scope><references>a@b.cn,X-1,2026-11-23T15:00:00+08:00\n Y-2,Y-3</references>"
                )
            ])
        let references = Self.read(text).message?.references ?? []
        #expect(references.map(\.identifier) == ["X-1", "Y-2", "Y-3"])
        #expect(references.first?.sender == "a@b.cn")
        #expect(references.first?.sent?.isoText == "2026-11-23 15:00")
    }

    /// Long texts and long lists are read or refused in a moment.
    @Test(.timeLimit(.minutes(1))) func longTextsTakeNoTime() throws {
        let long = String(repeating: "aI级", count: 400_000)
        _ = Self.read(try Self.changed("orange", [("发布空气重污染橙色预警（示例）", long)]))
        let names = String(repeating: "东城区,", count: 200_000)
        #expect(
            Self.read(try Self.changed("orange", [("北京市</areaDesc>", names + "</areaDesc>")])).findings
                .map(\.rule.rawValue) == ["alert-disagrees"])
        let times = String(repeating: "1", count: 3_000_000)
        #expect(
            Self.read(try Self.changed("orange", [("2026-11-24T18:00:00+08:00", times)])).message == nil)
    }
}
