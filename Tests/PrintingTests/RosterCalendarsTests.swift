import Foundation
import PlanModel
import Printing
import TestSupport
import Testing

/// Duty calendars, read back by the PyPI package icalendar.
struct RosterCalendarsTests {
    @Test func aDutyIsAnEventOfItsPersonAndOfTheSubDistrict() throws {
        let calendars = try EditionCase.judged([
            EditionCase.edition(
                1,
                [
                    EditionCase.duty("yt-02", "李四", post: "lead", title: "带班", at: nil),
                    EditionCase.duty("yt-01", "张三"), EditionCase.duty("yt-03", "王五"),
                ])
        ])
        #expect(
            calendars.keys.sorted()
                == [
                    "月坛/张三-yt-01.ics", "月坛/月坛.ics", "月坛/李四-yt-02.ics", "月坛/王五-yt-03.ics",
                ].sorted())
        let own = try #require(calendars["月坛/张三-yt-01.ics"])
        #expect(own.name == "张三 应急值班")
        let event = try #require(own.events.first)
        #expect(event.summary == "夜班 巡查 示例社区")
        #expect(event.location == "月坛 示例社区")
        #expect(
            event.description == """
                响应：2026-11-24-orange（橙色预警）
                值班表：第 1 版排定
                同岗：王五
                本班：带班 李四
                """)
        #expect((event.start, event.end) == ("2026-11-24 20:00", "2026-11-25 08:00"))
        #expect(event.stamp == "2026-11-24 02:00" && event.modified == event.stamp)
        #expect(event.categories == ["重污染天气应急", "值守"])
        #expect(event.alarms == [120] && !event.transparent)
        #expect(
            event.uid == "2026-11-24-orange/=E6=9C=88=E5=9D=9B/2026-11-24/night/patrol/"
                + "=E7=A4=BA=E4=BE=8B=E7=A4=BE=E5=8C=BA/yt-01@emergency")
        let shared = try #require(calendars["月坛/月坛.ics"])
        #expect(
            shared.events.map(\.summary) == [
                "夜班 带班：李四", "夜班 巡查 示例社区：张三", "夜班 巡查 示例社区：王五",
            ])
        #expect(shared.events.allSatisfy { $0.alarms.isEmpty })
    }

    /// Who is lent has one calendar, at home; the borrower's has the duty all the same.
    @Test func whoIsLentHasOneCalendar() throws {
        func part(_ name: String, _ people: [String], _ duties: [PublishedRoster.Duty])
            -> PublishedRoster.Part
        {
            PublishedRoster.Part(
                subDistrict: Identifier(name), people: people.map { Identifier($0) }, duties: duties)
        }
        let edition = EditionCase.edition(
            1, level: .orange, start: "2026-11-24 00:00", response: "2026-11-24-orange",
            parts: [
                part("展览路", ["zl-01"], [EditionCase.duty("zl-01", "王五", day: 2)]),
                part(
                    "月坛", ["yt-01"],
                    [EditionCase.duty("yt-01", "张三"), EditionCase.duty("zl-01", "王五", lender: "展览路")]),
            ])
        let calendars = try EditionCase.judged([edition])
        #expect(
            calendars.keys.sorted()
                == ["展览路/展览路.ics", "展览路/王五-zl-01.ics", "月坛/张三-yt-01.ics", "月坛/月坛.ics"].sorted())
        let own = try #require(calendars["展览路/王五-zl-01.ics"])
        #expect(own.events.map(\.location) == ["月坛 示例社区", "展览路 示例社区"])
        #expect(try #require(calendars["月坛/月坛.ics"]).events.count == 2)
        #expect(try #require(calendars["展览路/展览路.ics"]).events.count == 1)
        #expect(own.events.first?.description.contains("同岗：张三") == true)
    }

    @Test func standingByLeavesPeopleFree() throws {
        let calendars = try EditionCase.judged([
            EditionCase.edition(1, [EditionCase.duty("yt-01", "张三", isStandby: true)])
        ])
        let event = try #require(calendars["月坛/张三-yt-01.ics"]?.events.first)
        #expect(event.transparent && event.categories.contains("备岗"))
    }

    /// Raised, then lifted at 22:00 in the night shift.
    @Test func changesReachWhomTheyConcernAndNobodyElse() throws {
        let zhang = EditionCase.duty("yt-01", "张三")
        let later = EditionCase.duty("yt-02", "李四", day: 1)
        let day = EditionCase.duty("yt-03", "王五", isNight: false)
        let guarding = EditionCase.duty("yt-04", "赵六", post: "guard", title: "盯守", at: "示例印刷")
        let editions = [
            EditionCase.edition(1, [day, zhang, later]),
            EditionCase.edition(2, level: .red, [day, zhang, guarding]),
            EditionCase.edition(
                3, level: .red, [day, EditionCase.duty("yt-01", "张三", minutes: 120), later]),
        ]
        func event(_ path: String, after count: Int) throws -> JudgedCalendar.Event {
            let calendars = try EditionCase.judged(Array(editions.prefix(count)))
            return try #require(calendars["月坛/\(path).ics"]?.events.first)
        }
        #expect(try event("王五-yt-03", after: 3).sequence == 0)
        #expect(try event("张三-yt-01", after: 2).sequence == 0)
        let cut = try event("张三-yt-01", after: 3)
        #expect((cut.end, cut.sequence, cut.status) == ("2026-11-24 22:00", 2, "CONFIRMED"))
        let gone = try event("李四-yt-02", after: 2)
        #expect((gone.sequence, gone.status, gone.summary) == (1, "CANCELLED", "取消：夜班 巡查 示例社区"))
        #expect(gone.alarms.isEmpty && gone.transparent)
        #expect(gone.description.hasSuffix("（红色预警）\n值班表：第 2 版取消"))
        let back = try event("李四-yt-02", after: 3)
        #expect((back.sequence, back.status, back.uid) == (2, "CONFIRMED", gone.uid))
        let brought = try event("赵六-yt-04", after: 2)
        #expect((brought.sequence, brought.status) == (1, "CONFIRMED"))
        #expect(try event("赵六-yt-04", after: 3).status == "CANCELLED")
    }

    @Test func aDutyIsNoLongerThanTheResponse() throws {
        let late = EditionCase.edition(
            1, start: "2026-11-24 23:30",
            [
                EditionCase.duty("yt-01", "张三", minutes: 510),
                EditionCase.duty("yt-02", "李四", minutes: 0),
            ])
        let calendars = try EditionCase.judged([late])
        let event = try #require(calendars["月坛/张三-yt-01.ics"]?.events.first)
        #expect((event.start, event.end) == ("2026-11-24 23:30", "2026-11-25 08:00"))
        #expect(calendars.count == 2)
    }

    @Test func timesBefore1970AreThereToo() throws {
        let old = EditionCase.edition(
            1, start: "1969-12-30 18:00", [EditionCase.duty("yt-01", "张三", from: "1969-12-31")])
        let event = try #require(try EditionCase.judged([old])["月坛/张三-yt-01.ics"]?.events.first)
        #expect((event.start, event.stamp) == ("1969-12-31 20:00", "1969-12-30 02:00"))
    }

    /// Every length across the fold, with characters of one to four bytes and marks that stay with their letter.
    @Test(arguments: ["张", "𠮷", "é", "e\u{301}", "a", "👨‍👩‍👧"])
    func namesOfEveryLengthComeBack(unit: String) throws {
        let names = (1...80).map { String(repeating: unit, count: $0) }
        let duties = names.enumerated().map { EditionCase.duty("p\($0.offset)", $0.element) }
        let edition = EditionCase.edition(1, duties)
        let events = try #require(try EditionCase.judged([edition])["月坛/月坛.ics"]?.events)
        #expect(
            events.map { $0.summary.unicodeScalars.map(\.value) }
                == names.map { "夜班 巡查 示例社区：\($0)".unicodeScalars.map(\.value) })
        for file in RosterCalendars(editions: [edition]).files {
            for line in file.text.components(separatedBy: "\r\n ").dropFirst() {
                #expect(line.unicodeScalars.first.map { !$0.properties.isGraphemeExtend } ?? true)
            }
        }
    }

    static let hostile = [
        ("张\n三", "张 三"), ("a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a END:VEVENT BEGIN:VEVENT"),
        ("a;b,c\\d\\n:\"e\"", "a;b,c\\d\\n:\"e\""), ("𠮷野𪚥", "𠮷野𪚥"), ("BEGIN:VEVENT", "BEGIN:VEVENT"),
        ("x\u{2028}y\u{85}z\u{0}\u{202E}w", "x y z w"), ("../../etc/passwd", "../../etc/passwd"),
        (String(repeating: "长", count: 5_000), String(repeating: "长", count: 5_000)),
        ("e" + String(repeating: "\u{301}", count: 500), "e" + String(repeating: "\u{301}", count: 500)),
        ("\u{1B}[31m", "[31m"), (" ", " "), ("CON", "CON"), ("=HYPERLINK(1)", "=HYPERLINK(1)"),
    ]

    @Test(arguments: hostile)
    func hostileNamesStayNames(name: String, shown: String) throws {
        let duty = EditionCase.duty(name, name, post: name, title: name, at: name)
        let calendars = try EditionCase.judged(
            [EditionCase.edition(1, response: name, subDistrict: name, [duty])])
        #expect(calendars.count == 2)
        for (path, calendar) in calendars {
            #expect(path.split(separator: "/").count == 2)
            for part in path.split(separator: "/") {
                #expect(part.utf8.count <= 200 && !part.hasPrefix("."))
                #expect(part.unicodeScalars.allSatisfy { $0.value >= 0x20 })
            }
            let event = try #require(calendar.events.first)
            #expect(calendar.events.count == 1)
            #expect(event.location == "\(shown) \(shown)")
            #expect(event.summary.hasPrefix("夜班 \(shown) \(shown)"))
        }
    }

    @Test func longNamesThatDifferAtTheEndHaveTheirOwnUID() throws {
        let long = String(repeating: "长", count: 300)
        let duties = ["甲", "乙"].map { EditionCase.duty(long + $0, "张三") }
        let events = try #require(
            try EditionCase.judged([EditionCase.edition(1, duties)])["月坛/月坛.ics"]?.events)
        #expect(Set(events.map(\.uid)).count == 2)
        #expect(events.allSatisfy { $0.uid.utf8.count == 255 })
    }

    /// The sub-district itself is not a community that is called so.
    @Test func placesThatLookAlikeAreTold() throws {
        let duties = [nil, "", "~", "-", "=7E", "A/B", "A"].map { EditionCase.duty("yt-01", "张三", at: $0) }
        let events = try #require(
            try EditionCase.judged([EditionCase.edition(1, duties)])["月坛/月坛.ics"]?.events)
        #expect(Set(events.map(\.uid)).count == duties.count)
    }

    @Test func filesOfOneNameGetNumbers() throws {
        let edition = EditionCase.edition(
            1,
            [
                EditionCase.duty("a/b", "X"), EditionCase.duty("a_b", "x"), EditionCase.duty("A_B", "X"),
            ])
        #expect(
            try EditionCase.judged([edition]).keys.sorted() == [
                "月坛/X-A_B-3.ics", "月坛/X-a_b.ics", "月坛/x-a_b-2.ics", "月坛/月坛.ics",
            ])
    }

    @Test func aPersonAndTheSubDistrictComeInTheirOrder() {
        let edition = EditionCase.edition(1, [EditionCase.duty("b", "乙"), EditionCase.duty("a", "甲")])
        let files = RosterCalendars(editions: [edition]).files.map(\.path)
        #expect(files == ["月坛/月坛.ics", "月坛/乙-b.ics", "月坛/甲-a.ics"])
        #expect(RosterCalendars(editions: []).files.isEmpty)
    }

    /// Whatever editions follow each other, the calendars say what a plain walk through them says.
    @Test(arguments: 1...12)
    func randomEditionsComeBack(seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let editions = EditionCase.random(using: &random)
        let calendars = RosterCalendars(editions: editions).files
        #expect(calendars.map(\.text) == RosterCalendars(editions: editions).files.map(\.text))
        let judged = try EditionCase.judged(editions)
        for subDistrict in ["月坛", "德胜"] {
            let told = ToldDuty.all(of: subDistrict, in: editions)
            let events = judged["\(subDistrict)/\(subDistrict).ics"]?.events ?? []
            let found = events.map {
                ToldDuty(
                    summary: $0.summary, start: $0.start, end: $0.end, status: $0.status,
                    sequence: $0.sequence)
            }
            #expect(Set(found) == Set(told) && found.count == told.count)
            #expect(events.map(\.start) == events.map(\.start).sorted())
        }
    }
}
