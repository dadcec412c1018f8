import Foundation
import TestSupport
import Testing

/// What `print` leaves for the printer, read back by poppler and qpdf and held against the program's own JSON.
struct PrintTests {
    private static let order = [
        "--level", "orange", "--effective", "2026-11-24 18:00", "--until", "2026-11-25 12:00", "--seconds",
        "0",
        "--no-history",
    ]

    private static func folder() throws -> TemporaryFolder {
        let scratch = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: repository.appending(path: "Plans"), to: scratch.url.appending(path: "Plans"))
        return scratch
    }

    private func print(_ arguments: [String], in scratch: TemporaryFolder) throws -> Finished {
        try run(
            program, ["print"] + Self.order + ["--out", "out", "--lang", "zh"] + arguments, in: scratch.url)
    }

    private func text(_ path: String, in scratch: TemporaryFolder) throws -> String {
        let file = scratch.url.appending(path: "out/\(path)").path
        let checked = try run("/usr/bin/qpdf", ["--check", file])
        #expect(checked.status == 0, "\(path): \(checked.errorText)")
        let fonts = try run("/usr/bin/pdffonts", [file]).text.split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(" yes yes yes ") }, "\(path)")
        // Text is found also where nothing is drawn: cairo 1.16 spoils an outline here and there.
        let glyphs = try judge("python", [repository.appending(path: "Tests/Judges/glyphs.py").path, file])
        #expect(glyphs.status == 0 && !glyphs.text.contains(path), "\(glyphs.text.prefix(300))")
        return try run("/usr/bin/pdftotext", ["-raw", file, "-"]).text
    }

    private func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    private struct Checklist: Decodable {
        struct Whole: Decodable {
            let rounds: [Round]
            let communities: [Community]
        }
        struct Round: Decodable {
            let number: Int
        }
        struct Community: Decodable {
            let community: String
            let stops: [Stop]
        }
        struct Stop: Decodable {
            let id: String
            let name: String
            let address: String
            let guarded: Bool
            let items: [Item]
        }
        struct Item: Decodable {
            let text: String
        }
        let checklist: Whole
    }

    /// Every stop with every item on every round, every order, every guarded place in every shift.
    @Test func everythingThatMustBeSeenIsOnPaper() throws {
        let scratch = try Self.folder()
        let result = try print(["--sub-district", "月坛"], in: scratch)
        #expect(result.status == 0, "\(result.errorText)")
        let json = try run(
            program, ["checklist", "--sub-district", "月坛", "--format", "json"] + Self.order, in: scratch.url)
        let list = try JSONDecoder().decode(Checklist.self, from: json.output).checklist
        let stops = list.communities.flatMap(\.stops)

        let checklist = plain(try text("11-月坛/巡查清单.pdf", in: scratch))
        for stop in stops {
            for needle in [stop.name, stop.id, stop.address] + stop.items.map(\.text) {
                let count = checklist.components(separatedBy: plain(needle)).count - 1
                #expect(count >= list.rounds.count, "\(needle) is on every round")
            }
        }
        for community in list.communities { #expect(checklist.contains(plain(community.community))) }

        let orders = plain(try text("11-月坛/通知单.pdf", in: scratch))
        for stop in stops { #expect(orders.contains(plain("\(stop.name)（\(stop.id)）")), "\(stop.id)") }
        #expect(orders.components(separatedBy: "签收时间").count - 1 == stops.count)

        let records = plain(try text("11-月坛/盯守记录表.pdf", in: scratch))
        let guarded = stops.filter(\.guarded)
        #expect(!guarded.isEmpty)
        for stop in guarded { #expect(records.contains(plain("\(stop.name)（\(stop.id)）"))) }
        #expect(records.components(separatedBy: "交接时间").count - 1 == guarded.count * 3, "three shifts")

        for (path, words) in [
            ("11-月坛/值班表.pdf", ["值班表", "带班领导", "签到"]), ("11-月坛/联络单.pdf", ["联络单", "区生态环境局"]),
            ("11-月坛/公示牌.pdf", ["公示牌", "监督电话", "红色预警"]),
        ] {
            let page = try text(path, in: scratch)
            for word in words { #expect(page.contains(word), "\(path): \(word)") }
            #expect(!page.contains("〔U+"))
        }
    }

    private struct Response: Decodable {
        struct Measure: Decodable {
            let title: String?
            let group: String?
            let text: String?
        }
        struct Line: Decodable {
            let id: String
            let status: String
            let measures: [Measure]
        }
        struct Transport: Decodable {
            let measures: [Measure]
        }
        struct Enterprise: Decodable {
            let id: String
            let subDistrict: String
            let guarded: Bool
            let lines: [Line]
            let transport: Transport?
        }
        let enterprises: [Enterprise]
    }

    /// Orders on a change of level go to whom something changes for, and to nobody else.
    @Test(arguments: [("yellow", "orange"), ("red", "orange")])
    func changedOrdersGoToWhomTheyConcern(from: String, to: String) throws {
        let scratch = try Self.folder()
        func enterprises(_ level: String) throws -> [String: [String]] {
            let json = try run(
                program,
                [
                    "activate", "--level", level, "--format", "json", "--no-pdf", "--effective",
                    "2026-11-24 18:00",
                ]
                    + ["--seconds", "0", "--no-history"], in: scratch.url)
            let all = try JSONDecoder().decode(Response.self, from: json.output).enterprises
            return Dictionary(
                uniqueKeysWithValues: all.filter { $0.subDistrict == "月坛" }.map { one in
                    let lines = one.lines.filter { $0.status == "running" }.map { line in
                        "\(line.id) " + line.measures.compactMap(\.text).joined(separator: "；")
                    }
                    let transport = one.transport?.measures.compactMap(\.text).joined(separator: "；") ?? ""
                    return (one.id, lines + ["\(one.guarded)", transport])
                })
        }
        let (before, after) = (try enterprises(from), try enterprises(to))
        #expect(before.count == after.count && before.count > 3)
        let result = try print(
            ["--sub-district", "月坛", "--kind", "order", "--level", to, "--from", from], in: scratch)
        #expect(result.status == 0, "\(result.errorText)")
        let orders = plain(try text("11-月坛/变更通知单.pdf", in: scratch))
        #expect(orders.contains(to == "orange" && from == "yellow" ? "黄色升橙色" : "红色降橙色"))
        var changed = 0
        for (id, words) in after {
            let isChanged = before[id] != words
            changed += isChanged ? 1 : 0
            #expect(orders.contains("（\(id)）") == isChanged, "\(id)")
        }
        #expect(changed > 0)
        if from == "red" { #expect(orders.contains("解除")) }
    }

    /// A site that is exempt from a new measure is told so, not to do it.
    @Test func exemptSitesAreNotToldToDoWhatTheyAreExemptFrom() throws {
        let scratch = try Self.folder()
        _ = try print(
            ["--sub-district", "月坛", "--kind", "order", "--level", "red", "--from", "orange"], in: scratch)
        let orders = plain(try text("11-月坛/变更通知单.pdf", in: scratch))
        let sheet = try #require(orders.components(separatedBy: "（YT-G-003）").dropFirst().first)
        #expect(sheet.prefix(200).contains("豁免（示例住建函"))

        // And an enterprise whose exemption does not reach the new level is told what it now must do.
        let path = "sub-districts/月坛/XC-YT-001-示例彩印.yaml"
        let plans = scratch.url.appending(path: "Plans")
        let file = try #require(
            FileManager.default.enumerator(atPath: plans.path)?.compactMap { $0 as? String }
                .first { $0.hasSuffix("示例彩印.yaml") }, "\(path)")
        var yaml = try String(contentsOf: plans.appending(path: file), encoding: .utf8)
        yaml += "exemption: {kind: 排行榜领先, approved: 示例函〔2026〕9 号, until: 2027-03-31}\n"
        try Data(yaml.utf8).write(to: plans.appending(path: file))
        _ = try print(
            ["--sub-district", "月坛", "--kind", "order", "--level", "red", "--from", "orange"], in: scratch)
        let changed = plain(try text("11-月坛/变更通知单.pdf", in: scratch))
        let own = try #require(changed.components(separatedBy: "（XC-YT-001）").dropFirst().first)
        #expect(own.prefix(400).contains("豁免") && own.prefix(400).contains("停产"))
    }

    /// Midnight belongs to the day before, also at the turn of the year.
    @Test func theTurnOfTheYearHasItsYear() throws {
        let scratch = try Self.folder()
        let result = try run(
            program,
            [
                "print", "--kind", "cover,daily", "--level", "orange", "--effective", "2027-01-01 00:00",
                "--until",
                "2027-01-02 00:00", "--seconds", "0", "--no-history", "--out", "out", "--lang", "zh",
            ], in: scratch.url)
        #expect(result.status == 0 && result.errorText.contains("2027 年的节假日"))
        let cover = plain(try text("启动令.pdf", in: scratch))
        #expect(cover.contains("2026年12月31日24:00起") && !cover.contains("2027年12月31日"))
    }

    /// The pages that the summary promises are the pages that are there.
    @Test func theSummaryCountsThePages() throws {
        let scratch = try Self.folder()
        for arguments in [["--one-file", "--duplex"], []] {
            let result = try print(
                ["--kind", "cover,值班表,contacts,日报"] + arguments, in: scratch)
            #expect(result.status == 0, "\(result.errorText)")
            let sum = try #require(
                result.text.split(separator: "\n").first { $0.hasPrefix("合计") }
            ).split(separator: " ").compactMap { Int($0) }
            let files =
                FileManager.default.enumerator(atPath: scratch.url.appending(path: "out").path)?
                .compactMap { $0 as? String }.filter { $0.hasSuffix(".pdf") } ?? []
            let pages = try files.reduce(0) { sum, file in
                let info = try run("/usr/bin/pdfinfo", [scratch.url.appending(path: "out/\(file)").path]).text
                let line = try #require(info.split(separator: "\n").first { $0.hasPrefix("Pages:") })
                return sum + (Int(line.split(separator: " ").last ?? "") ?? 0)
            }
            #expect(pages == (arguments.isEmpty ? sum[1] : sum[2] * 2), "\(arguments)")
            #expect(files.count == (arguments.isEmpty ? 32 : 1))
            try FileManager.default.removeItem(at: scratch.url.appending(path: "out"))
        }
    }

    @Test func theSamePlansHaveTheSamePages() throws {
        let scratch = try Self.folder()
        let path = scratch.url.appending(path: "out/11-月坛/巡查清单.pdf")
        _ = try print(["--sub-district", "月坛", "--kind", "checklist"], in: scratch)
        let first = try Data(contentsOf: path)
        _ = try print(["--sub-district", "月坛", "--kind", "checklist"], in: scratch)
        #expect(try Data(contentsOf: path) == first)
    }

    @Test func whatCannotBePrintedIsSaid() throws {
        let scratch = try Self.folder()
        let unknown = try print(["--kind", "checklst"], in: scratch)
        #expect(unknown.status == 64 && unknown.errorText.contains("checklist"))
        #expect(try print(["--sub-district", "月潭"], in: scratch).errorText.contains("月坛"))
        let nowhere = try run(
            program, ["print", "--kind", "daily", "--out", "/proc/nothing"] + Self.order, in: scratch.url)
        #expect(nowhere.status == 2 && nowhere.errorText.contains("/proc/nothing"))
    }

    // MARK: - How pages look

    private struct Picture {
        let width: Int
        let height: Int
        let pixels: [UInt8]

        /// A binary PGM.
        init(_ data: Data) throws {
            var rest = data[...]
            func word() -> String {
                let end = rest.firstIndex { $0 == 0x0A || $0 == 0x20 } ?? rest.endIndex
                defer { rest = rest[end...].dropFirst() }
                return String(decoding: rest[..<end], as: UTF8.self)
            }
            try #require(word() == "P5")
            width = try #require(Int(word()))
            height = try #require(Int(word()))
            _ = word()
            pixels = Array(rest)
            try #require(pixels.count == width * height)
        }

        /// The share of pixels that differ by more than a shade, in thousandths.
        func difference(from other: Picture) -> Int {
            guard width == other.width, height == other.height else { return 1000 }
            return zip(pixels, other.pixels).count { abs(Int($0) - Int($1)) > 56 } * 1000
                / max(1, pixels.count)
        }
    }

    private static let kept = [("巡查清单", 1), ("值班表", 1), ("公示牌", 2)]

    private func picture(_ kind: String, page: Int, in scratch: TemporaryFolder) throws -> Data {
        let file = scratch.url.appending(path: "out/11-月坛/\(kind).pdf").path
        let image = scratch.url.appending(path: "page").path
        let drawn = try run(
            "/usr/bin/pdftoppm",
            ["-gray", "-r", "30", "-f", "\(page)", "-l", "\(page)", "-singlefile", file, image])
        try #require(drawn.status == 0, "\(drawn.errorText)")
        return try Data(contentsOf: URL(filePath: image + ".pgm"))
    }

    /// Small pictures of pages as people have looked at them; EMERGENCY_RECORD=1 keeps new ones, and fails.
    @Test func pagesLookAsTheyDid() throws {
        let scratch = try Self.folder()
        _ = try print(["--sub-district", "月坛", "--kind", "checklist,roster,board"], in: scratch)
        var pictures: [Picture] = []
        for (kind, page) in Self.kept {
            let now = try picture(kind, page: page, in: scratch)
            let path = repository.appending(path: "Tests/CommandTests/Pages/\(kind).pgm")
            if ProcessInfo.processInfo.environment["EMERGENCY_RECORD"] != nil {
                try now.write(to: path)
                Issue.record("recorded \(path.lastPathComponent): look at it")
            }
            let drawn = try Picture(now)
            #expect(drawn.difference(from: try Picture(try Data(contentsOf: path))) <= 5, "\(kind)")
            pictures.append(drawn)
        }
        // A page that is another one would be seen.
        let other = try Picture(try picture("巡查清单", page: 2, in: scratch))
        #expect(pictures[0].difference(from: other) > 15)
    }
}
