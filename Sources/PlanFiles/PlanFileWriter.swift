package import Diagnostics
internal import Glibc

/// Puts single plan files to disk, each whole or not at all.
package enum PlanFileWriter {
    private static let deed = Phrase(zh: "写不了文件", en: "cannot write the file")

    /// Replaces what a file says. Its mode stays; a link stays a link, and what it leads to is replaced.
    /// - Parameters:
    ///   - file: As it was read; when it has been changed since, nothing is written.
    ///   - bytes: What it says from now on.
    package static func replace(_ file: SourceFile, with bytes: [UInt8]) throws(PlanFilesError) {
        guard let path = RealPath.of(file.path) else {
            throw PlanFilesError(deed, path: file.path, code: errno)
        }
        let now = try FileBytes.read(path, most: bytes.count + file.bytes.count + 1)
        // A file that is known by two names has been replaced under the other one already.
        if now == bytes { return }
        guard now == file.bytes else {
            throw PlanFilesError(
                Phrase(
                    zh: "\(file.path) 刚被别的程序改过，没有改动",
                    en: "\(file.path) was changed by somebody else just now and was left as it is"),
                help: Phrase(zh: "再运行一次", en: "run the command again"))
        }
        var status = stat()
        guard stat(path, &status) == 0, access(path, W_OK) == 0 else {
            throw PlanFilesError(deed, path: file.path, code: errno)
        }
        try WholeFile.write(bytes, to: path, like: status) { draft in rename(draft, path) }
    }

    /// Writes a file that is not there yet, and the folders on the way to it.
    package static func create(_ path: String, _ bytes: [UInt8]) throws(PlanFilesError) {
        var folder = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/").dropLast() {
            folder += "/\(part)"
            if mkdir(folder, 0o755) != 0, errno != EEXIST {
                throw PlanFilesError(deed, path: path, code: errno)
            }
        }
        // A link is made only where nothing stands, unlike a move.
        try WholeFile.write(bytes, to: path, like: nil) { draft in link(draft, path) }
    }

    /// Whether anything stands at a path.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
