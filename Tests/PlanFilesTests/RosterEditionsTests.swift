import Diagnostics
import Foundation
import PlanFiles
import TestSupport
import Testing

struct RosterEditionsTests {
    private let scratch: TemporaryFolder

    init() throws {
        scratch = try TemporaryFolder()
    }

    private var folder: String { scratch.url.path + "/2026-11-24-orange" }

    /// By number, not by name: the tenth comes after the ninth.
    @Test func allEditionsAreReadByNumber() throws {
        for number in [10, 2, 1, 9] { try RosterEditions(of: folder).add("第 \(number) 版", as: number) }
        let editions = RosterEditions(of: folder + "/")
        #expect(editions.response == "2026-11-24-orange")
        let files = try editions.files()
        #expect(files.map(\.path) == [1, 2, 9, 10].map { "\(folder)/rosters/\($0).yaml" })
        #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) } == [1, 2, 9, 10].map { "第 \($0) 版" })
        #expect(try editions.last()?.path == files.last?.path)
    }

    @Test func whatIsNoEditionIsPassedOver() throws {
        try RosterEditions(of: folder).add("一", as: 1)
        for name in ["01", "+1", "0", "-2", "2.5", "第二版", ".yaml", "3.yml"] {
            try scratch.write(Data(), to: "2026-11-24-orange/rosters/\(name).yaml")
        }
        #expect(RosterEditions(of: folder).numbers == [1])
        #expect(try RosterEditions(of: folder).files().count == 1)
    }

    @Test func aResponseWithoutRostersHasNone() throws {
        #expect(try RosterEditions(of: folder).files().isEmpty)
    }

    @Test func anEditionThatCannotBeReadIsSaid() throws {
        try RosterEditions(of: folder).add("一", as: 1)
        try FileManager.default.createDirectory(
            atPath: folder + "/rosters/2.yaml", withIntermediateDirectories: true)
        #expect(throws: PlanFilesError.self) { try RosterEditions(of: folder).files() }
    }
}
