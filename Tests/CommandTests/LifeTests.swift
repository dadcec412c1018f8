import Diagnostics
import Foundation
import TestSupport
import Testing

/// What people meet in the course of a response, each once found wrong.
struct LifeTests {
    private let scratch: TemporaryFolder
    private var folder: URL { scratch.url }
    private var response: URL { folder.appending(path: "Responses/2026-11-24-orange") }

    init() throws {
        scratch = try folderOfTinyPlans()
    }

    @discardableResult
    private func emergency(_ arguments: String, failing: Bool = false) throws -> Finished {
        let life = ["activate", "raise", "lower", "extend", "lift", "revoke"].contains {
            arguments.hasPrefix($0)
        }
        let all = arguments + (life ? " --seconds 0 --no-pdf --recorded-by x" : "")
        let result = try run(
            program, all.split(separator: " ").map { String($0.replacing("_", with: " ")) }, in: folder)
        if life, !failing {
            #expect(result.text.contains("Wrote Responses"), "\(arguments): \(result.errorText)")
        }
        return result
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: response.appending(path: path), encoding: .utf8)
    }

    /// The duties of an edition, a line each, without what changes with the edition.
    private func duties(_ edition: Int) throws -> [String] {
        try text("rosters/\(edition).yaml").split(separator: "\n").filter { $0.contains("- {person") }.map(
            String.init)
    }

    private func shifts(_ edition: Int) throws -> Set<String> {
        Set(
            try duties(edition).compactMap { line in
                line.firstMatch(of: /date: (\S+), shift: "(\w+)"/).map { "\($0.1) \($0.2)" }
            })
    }

    private func activate() throws {
        try emergency("activate --level orange --effective 2026-11-24_18:00 --now 2026-11-24_10:00")
    }

    /// Duty of an open response is planned for some days; a change after them leaves no shift unmanned.
    @Test(arguments: ["raise --level red", "lower --level yellow", "lift"])
    func aChangeAfterThePlannedDaysLeavesNoGap(order: String) throws {
        try activate()
        try emergency("\(order) --effective 2026-11-28_20:00 --now 2026-11-24_19:00")
        let shifts = try shifts(2)
        for day in 25...27 {
            for shift in ["day", "night"] {
                #expect(
                    shifts.contains("2026-11-\(day), \(shift)".replacing(",", with: "")), "\(day) \(shift)")
            }
        }
    }

    @Test func whatWasServedStaysWhenASubDistrictLeavesThePlans() throws {
        try activate()
        let served = try duties(1).filter { $0.contains("date: 2026-11-24") }
        #expect(!served.isEmpty)
        let plans = folder.appending(path: "Plans")
        try FileManager.default.moveItem(
            at: plans.appending(path: "sub-districts/椿树"), to: plans.appending(path: "sub-districts/春树"))
        for file in try planFiles(below: plans) {
            try scratch.write(
                Data(file.text.replacing("椿树", with: "春树").utf8), to: "Plans/\(file.path)")
        }
        let raised = try emergency("raise --level red --effective 2026-11-25_20:00 --now 2026-11-25_10:00")
        #expect(raised.errorText.contains("the plans hold 椿树 no more"))
        let kept = try duties(2)
        for duty in served { #expect(kept.contains(duty), "\(duty)") }
        let review = try emergency("review --at 2026-11-26_00:00").text
        #expect(review.contains("| 椿树 |"))
    }

    @Test func aRecordThatLostItsEndIsFound() throws {
        try activate()
        try emergency("lift --effective 2026-11-25_10:00 --now 2026-11-25_08:00")
        #expect(try emergency("verify").status == 0)
        let whole = try text("events.yaml")
        let end = try #require(whole.range(of: "- event: lift"))
        try String(whole[..<end.lowerBound]).write(
            to: response.appending(path: "events.yaml"), atomically: true, encoding: .utf8)
        let verified = try emergency("verify")
        #expect(verified.status == 1)
        #expect(verified.text.contains("or the record has lost its end"))
    }

    @Test func whatIsTakenBackLeavesTheRosterAsBefore() throws {
        try activate()
        try emergency("raise --level red --effective 2026-11-25_18:00 --now 2026-11-25_09:00")
        try emergency("lower --level yellow --effective 2026-11-26_00:00 --now 2026-11-25_19:00")
        try emergency("revoke --now 2026-11-25_20:00")
        #expect(try duties(4).sorted() == duties(2).sorted())
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: response.appending(path: "4-撤回").path)
        #expect(pages.contains("撤回令.html"), "\(pages)")
        let order = try text("4-撤回/撤回令.html")
        #expect(order.contains("收回尚未生效的黄色预警响应，仍执行红色预警响应"))
        let notice = try text("4-撤回/01-椿树/变更通知单.html")
        #expect(notice.contains("撤回") && notice.contains("照原通知单") && !notice.contains("前开始停机"))
    }

    @Test func anAlertThatIsCalledOffIsCalledOffOnPaper() throws {
        try activate()
        try emergency("revoke --now 2026-11-24_12:00 --order 撤回令9号")
        #expect(try text("2-撤回/撤回令.html").contains("根据“撤回令9号”"))
        let index = try text("index.html")
        #expect(index.contains("预警响应撤回") && !index.contains("条强制性措施生效"))
        #expect(try emergency("status --at 2026-11-24_20:00").text.contains("revoked"))
    }

    @Test func theOrderToLiftSaysItsOwnNumber() throws {
        try emergency(
            "activate --level orange --order 示例1号 --effective 2026-11-24_18:00 --now 2026-11-24_10:00")
        try emergency("lift --effective 2026-11-25_22:00 --order 示例7号 --now 2026-11-25_20:30")
        #expect(try text("2-解除/解除令.html").contains("根据“示例7号”"))
        #expect(try text("2-解除/response.yaml").contains("order: \"示例1号\""))
        // Those who are on duty up to the end stand in the roster.
        #expect(try text("2-解除/01-椿树/值班表.html").contains("夜班"))

    }

    @Test func aRosterIsNotLiftedByPublishingIt() throws {
        try activate()
        let refused = try emergency(
            "roster --change Responses/2026-11-24-orange --at 2026-11-25_12:00 --lift --publish --seconds 0")
        #expect(refused.status == 64)
        #expect(try shifts(1).count > 4)
        #expect(!FileManager.default.fileExists(atPath: response.appending(path: "rosters/2.yaml").path))
    }

    @Test func aWrongLevelOrYearIsCorrectedByReplacing() throws {
        try activate()
        try emergency(
            "activate --level red --effective 2026-11-24_18:00 --now 2026-11-24_10:30 --replace")
        let names = try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "Responses").path
        ).sorted()
        #expect(names == ["2026-11-24-orange.replaced", "2026-11-24-red"])
        let late = try emergency(
            "raise --level red --effective 2028-11-24_20:00 --now 2026-11-24_12:00", failing: true)
        #expect(late.status == 1)
        let typo = try emergency(
            "activate --level red --drill --effective 2027-11-24_20:00 --now 2026-11-24_12:00", failing: true)
        #expect(typo.status == 1 && typo.errorText.contains("more than 31 days after"))
    }

    @Test func besideARecordThatCannotBeBelievedNothingBegins() throws {
        try activate()
        let whole = try text("events.yaml")
        try String(whole.prefix(700)).write(
            to: response.appending(path: "events.yaml"), atomically: true, encoding: .utf8)
        let refused = try emergency(
            "activate --level orange --effective 2026-11-26_18:00 --now 2026-11-26_10:00", failing: true)
        #expect(refused.status == 1)
        #expect(refused.errorText.contains("it may be going on"))
        // A drill is none of its business, and neither is next year.
        try emergency(
            "activate --level orange --drill --effective 2026-11-26_18:00 --now 2026-11-26_10:00")
        try emergency("activate --level orange --effective 2027-03-01_18:00 --now 2027-03-01_10:00")
    }

    @Test func aRosterThatWasChangedIsNotBuiltUpon() throws {
        try activate()
        let roster = response.appending(path: "rosters/1.yaml")
        let text = try String(contentsOf: roster, encoding: .utf8)
        try text.replacing("night: true", with: "restDay: true").write(
            to: roster, atomically: true, encoding: .utf8)
        let refused = try emergency(
            "raise --level red --effective 2026-11-25_18:00 --now 2026-11-25_10:00", failing: true)
        #expect(refused.status == 1)
        #expect(refused.errorText.contains("was changed after it was written"))
        try FileManager.default.removeItem(at: roster)
        let gone = try emergency(
            "raise --level red --effective 2026-11-25_18:00 --now 2026-11-25_10:00", failing: true)
        #expect(gone.status == 1 && gone.errorText.contains("the file is gone"))
    }

    /// Orders say what changes from what people were told last, whatever happened in between.
    @Test(arguments: ["extend --until 2026-11-27_00:00 --now 2026-11-24_12:00", ""])
    func aPlanThatChangedIsToldWithTheNextOrder(between: String) throws {
        func git(_ arguments: String...) throws {
            let identity = ["-c", "user.name=x", "-c", "user.email=x@example.com"]
            _ = try run("/usr/bin/env", ["git"] + identity + arguments, in: folder)
        }
        try git("init", "-q", ".")
        try git("add", "Plans")
        try git("commit", "-qm", "one")
        try activate()
        for file in try planFiles(below: folder.appending(path: "Plans"))
        where file.path.hasSuffix("示例宣外汽修.yaml") {
            let text = file.text.replacing(
                "{line: L1, action: limit, from: 7 台/d, to: 3 台/d}", with: "{line: L1, action: stop}")
            #expect(text != file.text)
            try scratch.write(Data(text.utf8), to: "Plans/\(file.path)")
        }
        try git("commit", "-qam", "two")
        if between.isEmpty {
            let published = try emergency(
                "roster --change Responses/2026-11-24-orange --at 2026-11-24_20:00 --publish --seconds 0")
            #expect(published.status != 64 && published.status != 2, "\(published.errorText)")
        } else {
            try emergency(between)
        }
        try emergency("raise --level red --effective 2026-11-25_18:00 --now 2026-11-25_10:00")
        let notice = try text("3-升红色/01-椿树/变更通知单.html")
        #expect(notice.contains("XC-CS-002") && notice.contains("降到 3 台/d"))
    }

    @Test func anAlertWithoutAnEndOpensIt() throws {
        try emergency(
            "activate --level orange --effective 2026-11-24_18:00 --until 2026-11-26_00:00 --now 2026-11-24_10:00"
        )
        try emergency("raise --level red --until open --effective 2026-11-25_18:00 --now 2026-11-25_10:00")
        #expect(try emergency("status --at 2026-11-25_19:00").text.contains("red since"))
        #expect(try emergency("status --at 2026-11-25_19:00").text.contains("end open"))
        try emergency("export cap --out red.xml")
        let away = folder.appending(path: "away")
        try FileManager.default.createDirectory(at: away, withIntermediateDirectories: true)
        let first = try run(
            program,
            [
                "activate", "--level", "orange", "--effective", "2026-11-24 18:00", "--until",
                "2026-11-26 00:00", "--now", "2026-11-24 10:00", "--seconds", "0", "--no-pdf", "--plans",
                "../Plans",
            ], in: away)
        #expect(first.text.contains("Wrote"))
        let followed = try run(
            program,
            [
                "activate", "--alert", "../red.xml", "--now", "2026-11-25 10:00", "--seconds", "0",
                "--no-pdf",
                "--plans", "../Plans",
            ], in: away)
        #expect(followed.text.contains("end open"), "\(followed.errorText)")
    }

    /// Called off before it takes effect, nothing of it stays, however often it was changed.
    @Test func aCancellationTakesAllOfItBack() throws {
        try activate()
        try emergency("export cap --out 1.xml")
        try emergency("extend --until 2026-11-27_00:00 --now 2026-11-24_12:00")
        try emergency("revoke --all --now 2026-11-24_13:00")
        #expect(try emergency("status --at 2026-11-24_20:00").text.contains("revoked"))
        try emergency("export cap --out 3.xml")
        let message = try String(contentsOf: folder.appending(path: "3.xml"), encoding: .utf8)
        #expect(message.contains("<msgType>Cancel</msgType>"))
        #expect(try emergency("export cap --event=-1").status == 64)
        // What would come later is off with a lift, too.
        try emergency("activate --level yellow --effective 2026-11-25_18:00 --now 2026-11-25_10:00")
        try emergency("raise --level red --effective 2026-11-26_18:00 --now 2026-11-25_19:00")
        try emergency("lift --effective 2026-11-26_08:00 --now 2026-11-26_06:00")
        #expect(try emergency("status --at 2026-11-26_19:00").text.contains("lifted at 2026-11-26 08:00"))
    }

    @Test func aChangedRosterOfADrillStaysADrills() throws {
        try emergency(
            "activate --level orange --drill --effective 2026-11-24_18:00 --now 2026-11-24_10:00")
        let changed = try emergency(
            "roster --change Responses/2026-11-24-orange-drill --at 2026-11-25_10:00 --publish --seconds 0")
        #expect(changed.status == 0 || changed.status == 1, "\(changed.errorText)")
        let drill = folder.appending(path: "Responses/2026-11-24-orange-drill")
        let roster = try String(contentsOf: drill.appending(path: "rosters/2.yaml"), encoding: .utf8)
        #expect(roster.contains("drill: true"))
        for page in ["index.html", "2-改班/01-椿树/值班表.html"] {
            let html = try String(contentsOf: drill.appending(path: page), encoding: .utf8)
            #expect(html.contains("演练"), "\(page)")
            #expect(html.contains("解除时间待定"), "the end is still open on \(page)")
        }
    }

    @Test func twoResponsesAreEachReached() throws {
        try emergency(
            "activate --level orange --effective 2026-11-24_18:00 --until 2026-11-26_00:00 --now 2026-11-24_10:00"
        )
        try emergency("activate --level yellow --effective 2026-11-27_00:00 --now 2026-11-25_10:00")
        let status = try emergency("status --at 2026-11-25_12:00").text
        #expect(status.contains("2026-11-24-orange") && status.contains("2026-11-27-yellow"))
        let overlap = try emergency("extend --until 2026-11-28_00:00 --now 2026-11-25_12:00", failing: true)
        #expect(overlap.status == 1 && overlap.errorText.contains("would overlap"))
        try emergency("revoke --now 2026-11-25_13:00")
        #expect(try emergency("status --at 2026-11-28_00:00").text.contains("revoked"))
        try emergency("lift --effective 2026-11-25_20:00 --now 2026-11-25_18:00")
        #expect(try emergency("log 2026-11-24-orange").text.contains("lifted"))
    }

    @Test func emptyAndFutureAreRefused() throws {
        for command in [
            ["activate", "--level", "orange", "--order", ""], ["lift", "--order", " "],
            [
                "activate", "--level", "orange", "--issued", "2026-11-29 10:00", "--effective",
                "2026-11-29 12:00", "--now", "2026-11-24 10:00",
            ],
        ] {
            let result = try run(program, command + ["--no-pdf", "--seconds", "0"], in: folder)
            #expect(result.status == 64, "\(command): \(result.errorText)")
        }
        try activate()
        for command in [
            ["--lift", "--level", "red"], ["--until", "2026-11-25 10:00", "--level", "red"],
        ] {
            let result = try run(
                program,
                ["roster", "--change", "Responses/2026-11-24-orange", "--at", "2026-11-25 10:00"] + command,
                in: folder)
            #expect(result.status == 64, "\(command): \(result.errorText)")
        }
    }

    @Test func papersOfAnOrderThatWasNeverRecordedGoAway() throws {
        try activate()
        try scratch.write(Data("x".utf8), to: "Responses/2026-11-24-orange/2-升红色/index.html")
        try scratch.write(Data("x".utf8), to: "Responses/2026-11-24-orange/cuts/2.yaml")
        #expect(try emergency("verify").status == 1)
        try emergency("lift --effective 2026-11-25_20:00 --now 2026-11-25_18:00")
        #expect(try emergency("verify").status == 0)
        #expect(!FileManager.default.fileExists(atPath: response.appending(path: "2-升红色").path))
    }

    @Test func aReviewBelievesNoEditedFile() throws {
        try activate()
        try emergency("lift --effective 2026-11-25_20:00 --now 2026-11-25_18:00")
        let cuts = response.appending(path: "cuts/1.yaml")
        let text = try String(contentsOf: cuts, encoding: .utf8)
        try text.replacing(" g/d", with: "000 g/d").write(to: cuts, atomically: true, encoding: .utf8)
        let review = try emergency("review")
        #expect(review.status == 1 && review.errorText.contains("was changed after it was written"))
    }
}
