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
        let place = Self.followed("\(path)/\(file.path)")
        var status = stat()
        let isThere = stat(place, &status) == 0
        // A device or a pipe takes what is written; it is not to be replaced by a file.
        if isThere, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
            return try FileBytes.put(file.bytes, into: place)
        }
        let draft = "\(Self.folder(of: place))/.emergency-draft-\(file.path)-\(getpid())"
        // What a killed run of the same number has left behind.
        unlink(draft)
        do throws(PlanFilesError) {
            try FileBytes.write(file.bytes, to: draft, for: place)
            if isThere { chmod(draft, status.st_mode & 0o7777) }
            guard isOnDisk(draft), rename(draft, place) == 0 else {
                throw PlanFilesError(
                    Phrase(zh: "写不了文件", en: "cannot write the file"), path: place, code: errno)
            }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private static func folder(of place: String) -> String {
        place.lastIndex(of: "/").map { $0 == place.startIndex ? "" : String(place[..<$0]) } ?? "."
    }

    /// What a link points to, so that the link itself stays.
    private static func followed(_ path: String) -> String {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let real = realpath(path, nil)
        else { return path }
        defer { free(real) }
        let target = String(cString: real)
        // The other end of a pipe has a name that cannot be opened.
        return access(target, F_OK) == 0 ? target : path
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
