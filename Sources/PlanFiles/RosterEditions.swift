package import Diagnostics
internal import Glibc

/// The editions of rosters that responses have published: `Responses/<name>/rosters/<number>.yaml`.
package struct RosterEditions: Sendable {
    /// The response's own name.
    package let response: String
    /// The folder of the response.
    package let folder: String
    /// Rising numbers of the editions that are there.
    package let numbers: [Int]

    /// The folder of all responses.
    package var parent: String {
        let parts = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
    }

    /// Where an edition stands within its response's folder.
    package static func path(of edition: Int) -> String { "rosters/\(edition).yaml" }

    /// A response that is named by its folder.
    package init(of folder: String) {
        let parts = folder.split(separator: "/")
        self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        response = parts.last.map(String.init) ?? folder
        // What a killed run left behind is in no record, and was told to nobody.
        let last = try? EventLog.read(in: self.folder)?.last(of: "edition").flatMap { Int($0) }
        numbers = FolderEntry.names(in: self.folder + "/rosters").compactMap { name in
            // Only as the program writes it: `01.yaml` and `+1.yaml` would be read as the first again.
            Int(name.dropLast(5)).flatMap { $0 > 0 && name == "\($0).yaml" ? $0 : nil }
        }.filter { number in last.map { number <= $0 } ?? true }.sorted()
    }

    /// Every response below a folder that has published a roster, by name. Hidden ones and those that were replaced
    /// are passed over.
    package static func all(below parent: String) -> [RosterEditions] {
        FolderEntry.names(in: parent).filter { !$0.hasPrefix(".") && !$0.hasSuffix(".replaced") }
            .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            .map { RosterEditions(of: "\(parent)/\($0)") }.filter { !$0.numbers.isEmpty }
    }

    /// The last edition's file; nil when there is none.
    package func last() throws(PlanFilesError) -> SourceFile? {
        guard let number = numbers.last else { return nil }
        return try file(of: number)
    }

    /// The files of all editions, from the first to the last.
    package func files() throws(PlanFilesError) -> [SourceFile] {
        var files: [SourceFile] = []
        for number in numbers { files.append(try file(of: number)) }
        return files
    }

    /// The file of an edition.
    package func file(of number: Int) throws(PlanFilesError) -> SourceFile {
        let path = "\(folder)/\(Self.path(of: number))"
        return SourceFile(path: path, bytes: try FileBytes.read(path, most: EventLog.largestFile))
    }

    /// Writes the edition after the last, whole or not at all; of two runs at once, one writes it.
    /// - Throws: When another run has written that edition meanwhile.
    package func add(_ text: String, as number: Int) throws(PlanFilesError) {
        try FolderMaking.make(folder + "/rosters")
        let path = "\(folder)/\(Self.path(of: number))"
        try WholeFile.write(Array(text.utf8), to: path, like: nil) { draft in link(draft, path) }
    }
}
