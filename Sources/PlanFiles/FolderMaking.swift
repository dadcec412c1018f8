import Diagnostics
internal import Glibc

/// Makes a folder and those above it.
enum FolderMaking {
    /// Something else that stands there is found when a file is put into it.
    static func make(_ path: String) throws(PlanFilesError) {
        let deed = Phrase(zh: "写不了文件夹", en: "cannot write the folder")
        var known = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            known += "/\(part)"
            if mkdir(known, 0o755) != 0, errno != EEXIST {
                throw PlanFilesError(deed, path: path, code: errno)
            }
        }
    }
}
