import Diagnostics
internal import Glibc

/// Takes a folder away with all that is in it; links are removed, not followed.
enum FolderRemoval {
    /// Takes away a file, a link or a folder.
    static func clear(_ path: String) throws(PlanFilesError) {
        if unlink(path) != 0 { remove(path) }
        guard !RealPath.exists(path) else {
            throw PlanFilesError(
                Phrase(zh: "删不掉", en: "cannot take away"), path: path, code: errno)
        }
    }

    static func remove(_ path: String) {
        if let handle = opendir(path) {
            while let entry = readdir(handle) {
                let name = FolderEntry.name(of: entry)
                guard name != ".", name != ".." else { continue }
                let inner = "\(path)/\(name)"
                var status = stat()
                let isFolder = lstat(inner, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
                if isFolder { remove(inner) } else { unlink(inner) }
            }
            closedir(handle)
        }
        rmdir(path)
    }
}
