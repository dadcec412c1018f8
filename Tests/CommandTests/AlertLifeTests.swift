import Foundation
import TestSupport
import Testing

/// A response is sent out event by event, and followed elsewhere by nothing but these messages.
struct AlertLifeTests {
    private func emergency(_ arguments: String, in folder: URL) throws -> Finished {
        try run(
            program, arguments.split(separator: " ").map { String($0.replacing("_", with: " ")) }, in: folder)
    }

    private static let common = "--seconds 0 --no-pdf --recorded-by x --plans ../Plans"

    private func events(_ folder: URL, _ name: String) throws -> [String] {
        let path = folder.appending(path: "Responses/\(name)/events.yaml")
        return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init).filter {
            line in
            ["- event", "  level", "  order", "  issued", "  effective", "  until", "  drill"].contains {
                line.hasPrefix($0)
            }
        }
    }

    private static let episodes: [(name: String, drill: String, orders: [String])] = [
        (
            "2026-11-24-orange", "",
            [
                "activate --level orange --order 示例3号 --effective 2026-11-24_18:00 --now 2026-11-24_16:00",
                "raise --level red --effective 2026-11-25_08:00 --now 2026-11-24_20:00",
                "extend --until 2026-11-26_12:00 --now 2026-11-25_20:00",
                "lower --level yellow --effective 2026-11-26_00:00 --now 2026-11-25_22:00",
                "extend --until open --now 2026-11-26_06:00",
                "lift --effective 2026-11-26_20:00 --order 示例5号 --now 2026-11-26_18:00",
            ]
        ),
        (
            "2026-11-24-yellow-drill", " --drill",
            [
                "activate --level yellow --effective 2026-11-24_18:00 --until 2026-11-25_08:00 --now 2026-11-24_16:00",
                "raise --level orange --effective 2026-11-24_22:00 --until 2026-11-26_08:00 --now 2026-11-24_20:00",
                "lift --effective 2026-11-25_12:00 --now 2026-11-25_12:00",
            ]
        ),
        (
            "2026-11-24-red", "",
            [
                "activate --level red --effective 2026-11-24_18:00 --now 2026-11-24_16:00",
                "revoke --now 2026-11-24_17:00",
            ]
        ),
    ]

    @Test(arguments: 0..<3)
    func whoFollowsTheMessagesHasTheSameRecord(number: Int) throws {
        let episode = Self.episodes[number]
        let scratch = try folderOfTinyPlans()
        let (home, away) = (scratch.url.appending(path: "home"), scratch.url.appending(path: "away"))
        for folder in [home, away] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        for (index, order) in episode.orders.enumerated() {
            let told = try emergency("\(order)\(episode.drill) \(Self.common)", in: home)
            #expect(told.text.contains("Wrote Responses"), "\(order): \(told.text)\(told.errorText)")
            let sent = try emergency(
                "export cap --plans ../Plans --out ../cap/\(index).xml\(episode.drill)", in: home)
            #expect(sent.status == 0, "\(sent.errorText)")
            let followed = try emergency(
                "activate --alert ../cap/\(index).xml --now 2026-12-01_00:00 \(Self.common)", in: away)
            #expect(
                followed.text.contains("Wrote Responses"), "\(order): \(followed.text)\(followed.errorText)")
            let again = try emergency("activate --alert ../cap/\(index).xml \(Self.common)", in: away)
            #expect(again.status == 1, "the same message is not followed twice")
        }
        #expect(try events(home, episode.name) == events(away, episode.name))
        for folder in [home, away] { #expect(try emergency("verify", in: folder).status == 0) }
        let judged = try judge(
            "python",
            [
                "-X", "utf8", repository.appending(path: "Tests/Judges/alerts.py").path,
                scratch.url.appending(path: "cap").path,
            ])
        #expect(judged.status == 0, "\(judged.errorText)")
        let answers = try #require(
            try JSONSerialization.jsonObject(with: judged.output) as? [[String: Any]])
        #expect(answers.count == episode.orders.count)
        for answer in answers {
            #expect(answer["passed"] as? Bool == true, "\(answer)")
            #expect(answer["codes"] as? [String] == ["110102"])
            let values = answer["values"] as? [String: Any]
            #expect(values?["status"] as? String == (episode.drill.isEmpty ? "Actual" : "Exercise"))
        }
    }

    @Test func messagesThatDoNotFitAreRefused() throws {
        let scratch = try folderOfTinyPlans()
        let plans = "--seconds 0 --no-pdf"
        func activate(_ order: String) throws -> Finished {
            try emergency("activate \(order) \(plans)", in: scratch.url)
        }
        _ = try activate("--level orange --effective 2026-11-24_18:00 --now 2026-11-24_16:00")
        _ = try emergency("export cap --out orange.xml", in: scratch.url)
        let text = try String(contentsOf: scratch.url.appending(path: "orange.xml"), encoding: .utf8)
        func refused(_ text: String, _ words: String) throws {
            try scratch.write(Data(text.utf8), to: "changed.xml")
            let answer = try activate("--alert changed.xml")
            #expect(answer.status == 1)
            #expect(answer.errorText.contains(words), "\(answer.errorText)")
        }
        let other = text.replacing("orange-1</identifier>", with: "other</identifier>")
        try refused(other, "level and end are as they are now")
        let elsewhere = other.replacing(">110102<", with: ">110105<")
        try refused(elsewhere, "[alert-disagrees]")
        try refused(
            elsewhere.replacing("<areaDesc>西城区", with: "<areaDesc>朝阳区"), "[not-our-alert]")
        try refused(other.replacing("<value>橙色<", with: "<value>红色<"), "[alert-disagrees]")
        try refused(other.replacing("<status>Actual", with: "<status>Test"), "not meant to be acted on")
        try refused(
            text.replacing("<alert ", with: "<!DOCTYPE alert [<!ENTITY x SYSTEM \"/etc/passwd\">]>\n<alert "),
            "[document-type]")
        let both = try activate("--alert orange.xml --level red")
        #expect(both.status == 64)
    }
}
