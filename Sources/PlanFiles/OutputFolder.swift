/// A folder of files that people keep, into which files are written one by one, each whole or not at all.
package struct OutputFolder: Sendable {
    /// Without slashes at its end.
    package let path: String

    package init(_ path: String) {
        let end = path.lastIndex { $0 != "/" }
        self.path = end.map { String(path[...$0]) } ?? (path.isEmpty ? "." : "/")
    }

    /// Writes the files, over those of the same name; what else is in the folder stays as it is.
    package func write(_ files: [ResponseFile]) throws(PlanFilesError) {
        try FolderMaking.make(path)
        for file in files { try WholeFile.put(file.bytes, at: "\(path)/\(file.path)") }
    }
}
