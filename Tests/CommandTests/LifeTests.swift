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
}
