import Diagnostics
internal import Glibc

/// One file, written whole or not at all.
enum WholeFile {
    private static let deed = Phrase(zh: "写不了文件", en: "cannot write the file")

    /// Writes over whatever stands at a path, in a folder that is there. Its mode stays; a link stays a link; a device
    /// or a pipe takes what is written and is not replaced by a file.
    static func put(_ bytes: [UInt8], at path: String) throws(PlanFilesError) {
        let place = followed(path)
        var status = stat()
        guard stat(place, &status) == 0 else {
            return try write(bytes, to: place, like: nil) { draft in rename(draft, place) }
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG, S_IFDIR: try write(bytes, to: place, like: status) { draft in rename(draft, place) }
        default: try FileBytes.put(bytes, into: place)
        }
    }

    /// What a link points to, so that the link itself stays.
    private static func followed(_ path: String) -> String {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let target = RealPath.of(path),
            // The other end of a pipe has a name that cannot be opened.
            access(target, F_OK) == 0
        else { return path }
        return target
    }

    /// Writes beside the place, brings it to the disk, and then lets it appear under its name.
    /// - Parameters:
    ///   - status: Of the file that this one replaces, whose owner and mode it takes over.
    ///   - publish: Gives the draft its name; 0 when that went well.
    static func write(
        _ bytes: [UInt8], to path: String, like status: stat?, publish: (String) -> Int32
    ) throws(PlanFilesError) {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let draft = (folder + [".emergency-draft-\(getpid())"]).joined(separator: "/")
        // Only a killed run of the same number can have left one.
        unlink(draft)
        defer { unlink(draft) }
        try FileBytes.write(bytes, to: draft, for: path)
        let file = Glibc.open(draft, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw PlanFilesError(deed, path: path, code: errno) }
        defer { close(file) }
        if let status {
            // Giving a file away needs a right that few have; then it becomes the writer's own, as with any editor.
            _ = fchown(file, status.st_uid, status.st_gid)
            fchmod(file, status.st_mode & 0o7777)
        }
        // Some file systems have nothing to sync and say so.
        guard fsync(file) == 0 || errno == EINVAL, publish(draft) == 0 else {
            throw PlanFilesError(deed, path: path, code: errno)
        }
    }
}
