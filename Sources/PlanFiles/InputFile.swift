package import Diagnostics
internal import Glibc

/// A single file that is no plan, such as a forecast.
package enum InputFile {
    /// - Parameter most: Of a longer file these bytes and one more come back, by which it is known to be too long.
    /// - Throws: When there is no such file, or it is none that ends.
    package static func read(_ path: String, most: Int) throws(PlanFilesError) -> SourceFile {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw PlanFilesError(Phrase(zh: "读不了文件", en: "cannot read the file"), path: path, code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw PlanFilesError(Phrase(zh: "\(path) 不是普通文件", en: "\(path) is no regular file"))
        }
        return SourceFile(path: path, bytes: try FileBytes.read(path, most: most))
    }
}
