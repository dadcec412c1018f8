/// One file that people have named themselves, written whole or not at all.
package struct OutputFile: Sendable {
    /// As it was named.
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Writes over what is there; folders on the way are made.
    package func write(_ bytes: [UInt8]) throws(PlanFilesError) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        try OutputFolder(folder).write([ResponseFile(path: name, bytes: bytes)])
    }
}
