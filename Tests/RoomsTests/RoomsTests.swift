import Foundation
import TestSupport
import Testing

/// The table of rooms in docs/architecture.md, held by reading every `import` line.
struct RoomsTests {
    private static let mayImport: [String: Set<String>] = [
        "Diagnostics": ["Synchronization"],
        "PlanFiles": ["Diagnostics", "CLibMD", "CLinux", "CXXHash", "Glibc", "Subprocess"],
        "Explaining": ["Diagnostics", "CCheckPages"],
        "MarkedYAML": ["Diagnostics", "CLibYAML"],
        "MarkedXML": ["Diagnostics", "CLibXML2"],
        "PlanModel": ["Diagnostics"],
        "PlanReading": ["Diagnostics", "MarkedYAML", "MarkedXML", "PlanModel", "CShippedRules"],
        "Editing": ["Diagnostics", "MarkedYAML", "PlanReading", "PlanModel"],
        "Activating": ["Diagnostics", "PlanModel", "Solving"],
        "Solving": ["CApart"],
        "Staffing": ["Diagnostics", "PlanModel", "Activating", "Solving"],
        "Responding": ["Diagnostics", "PlanModel"],
        "Printing": [
            "Diagnostics", "PlanModel", "PlanReading", "Activating", "Staffing", "Responding", "Explaining",
        ],
        "Workbooks": [
            "Diagnostics", "PlanModel", "Activating", "Staffing", "Printing", "CXLSXWriter", "Glibc",
        ],
        "Papers": ["Diagnostics", "PlanModel", "Activating", "Staffing", "Printing"],
        "Typesetting": ["Diagnostics", "PlanModel", "Papers", "CPangoCairo", "CQREncode"],
        "Sheets": [
            "Diagnostics", "PlanModel", "Activating", "Staffing", "Responding", "Printing", "Papers",
        ],
        "emergency": [
            "Diagnostics", "PlanFiles", "PlanModel", "PlanReading", "Activating", "Solving", "Staffing",
            "Responding", "Printing",
            "Papers", "Typesetting", "Sheets", "Workbooks", "Explaining", "Editing",
            "ArgumentParser", "Glibc", "Synchronization",
        ],
    ]

    @Test func everyImportIsInTheTable() throws {
        let sources = repository.appending(path: "Sources")
        let rooms = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter {
            !$0.hasPrefix("C")
        }
        #expect(rooms.count >= 10)
        for room in rooms {
            let allowed = try #require(Self.mayImport[room], "the room \(room) is not in the table")
            for file in try swiftFiles(below: sources.appending(path: room)) {
                for module in try imports(in: file) {
                    #expect(
                        allowed.contains(module), "\(file.lastPathComponent) of \(room) imports \(module)")
                }
            }
        }
    }

    @Test func fewFilesOutgrowOneSitting() throws {
        for file in try swiftFiles(below: repository.appending(path: "Sources")) {
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count <= 400, "\(file.lastPathComponent) has \(lines.count) lines")
        }
    }

    private func swiftFiles(below folder: URL) throws -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    }

    private func imports(in file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), index <= 1, line.first != "/",
                index + 1 < words.count
            else {
                return nil
            }
            return String(words[index + 1])
        }
    }
}
