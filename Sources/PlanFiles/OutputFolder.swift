import Diagnostics
internal import Glibc

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
        for file in files { try write(file) }
    }

    private func write(_ file: ResponseFile) throws(PlanFilesError) {
        let place = "\(path)/\(file.path)"
        let draft = "\(path)/.emergency-draft-\(file.path)-\(getpid())"
        // What a killed run of the same number has left behind.
        unlink(draft)
        do throws(PlanFilesError) {
            try FileBytes.write(file.bytes, to: draft, for: place)
            guard isOnDisk(draft), rename(draft, place) == 0 else {
                throw PlanFilesError(
                    Phrase(zh: "写不了文件", en: "cannot write the file"), path: place, code: errno)
            }
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// Brings a file to the disk before its name points to it, so that a power cut leaves no half of it.
    private func isOnDisk(_ draft: String) -> Bool {
        let file = open(draft, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        // Some file systems have nothing to sync and say so.
        return fsync(file) == 0 || errno == EINVAL
    }
}
