import Foundation
import TestSupport
import Testing

/// Plan text that would steer a terminal: YAML lets anybody write an escape character as `\e`.
struct HostileTextTests {
    private static let commands = [
        ["check"], ["fmt", "--check"], ["balance", "--level", "orange"], ["roster", "--seconds", "0"],
        ["balance", "--level", "orange", "--by", "line", "--all"],
        ["balance", "--level", "orange", "--by", "enterprise", "--pollutant", "VOCs"],
        ["checklist", "--sub-district", "月坛", "--seconds", "0"],
        ["activate", "--level", "orange", "--details", "--replace", "--seconds", "0", "--no-pdf"],
        ["explain", "VOCs", "--level", "orange", "--all"], ["explain", "北京示例彩印有限公司", "--level", "orange"],
        ["explain", "XC-YT-01"],
    ]

    @Test func nothingFromAPlanReachesTheTerminalAsACommand() throws {
        let scratch = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: repository.appending(path: "Plans"), to: scratch.url.appending(path: "Plans"))
        let nasty = "\\e[2J\\u202e\\u009b31m"
        let plan = scratch.url.appending(path: "Plans/sub-districts/月坛/enterprises/示例彩印.yaml")
        var text = try String(contentsOf: plan, encoding: .utf8)
        for key in ["id: XC-YT-001", "name: 四色胶印线", "process: 印刷", "id: L1", "line: L1", "ban: [国四及以下柴油货车]"] {
            #expect(text.contains(key), "\(key) is where the test expects it")
        }
        text = text.replacing("id: XC-YT-001", with: "id: \"XC\(nasty)\"")
            .replacing("name: 四色胶印线", with: "name: \"\(nasty)\"").replacing(
                "process: 印刷", with: "process: \"\(nasty)\""
            )
            .replacing("id: L1", with: "id: \"L\(nasty)\"").replacing("line: L1", with: "line: \"L\(nasty)\"")
            .replacing("ban: [国四及以下柴油货车]", with: "ban: [\"\(nasty)\"], note: \"\(nasty)\"")
        try text.write(to: plan, atomically: true, encoding: .utf8)
        // A target out of reach, so that the reserve options are printed too.
        let district = scratch.url.appending(path: "Plans/district.yaml")
        let targets = try String(contentsOf: district, encoding: .utf8)
        let short = targets.replacing(
            "  pooled: [", with: "  orange: {SO2: 20 %, NOx: 20 %, PM: 20 %, VOCs: 30 %}\n  pooled: [")
        #expect(short != targets)
        try short.write(to: district, atomically: true, encoding: .utf8)
        for command in Self.commands {
            for level in [nil, "--lang=zh"] {
                let time = ["check", "fmt"].contains(command[0]) ? [] : ["--effective", "2026-11-24 18:00"]
                let result = try run(program, command + time + (level.map { [$0] } ?? []), in: scratch.url)
                #expect(
                    result.status <= 1 || command == ["explain", "XC-YT-01"],
                    "\(command): \(result.errorText.prefix(300))")
                for scalar in (result.text + result.errorText).unicodeScalars where scalar != "\n" {
                    let steers =
                        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                        || (0x202A...0x202E).contains(scalar.value)
                    #expect(!steers, "\(command[0]) printed U+\(String(scalar.value, radix: 16))")
                    if steers { break }
                }
            }
        }
    }
}
