internal import CLinux
import Diagnostics
internal import Glibc

/// A hidden folder in which files are made ready beside the place for which they are meant. What a killed run leaves
/// behind is cleared away by the next.
struct DraftFolder {
    let path: String
    /// Tells other runs that this draft is being written, however long it takes.
    private let lock: Int32

    private static let prefix = ".emergency-draft-"
    private static let deed = Phrase(zh: "写不了文件夹", en: "cannot write the folder")

    init(in parent: String, for name: String) throws(PlanFilesError) {
        Self.clearLeftovers(in: parent)
        path = "\(parent)/\(Self.prefix)\(name)-\(getpid())"
        try Self.make(path)
        lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        flock(lock, LOCK_EX | LOCK_NB)
    }

    /// Writes all files and brings them to the disk with one call.
    func fill(with files: [ResponseFile]) throws(PlanFilesError) {
        var made: Set<String> = [""]
        for file in files {
            try makeFolders(of: file.path, &made)
            try FileBytes.write(file.bytes, to: "\(path)/\(file.path)")
        }
        sync()
    }

    func sync() { syncfs(lock) }

    /// Takes away what is left of it.
    func remove() {
        FolderRemoval.remove(path)
        close(lock)
    }

    /// Removes drafts that no living run holds a lock on.
    private static func clearLeftovers(in parent: String) {
        guard let handle = opendir(parent) else { return }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let found = FolderEntry.name(of: entry)
            guard found.hasPrefix(prefix) else { continue }
            let lock = open("\(parent)/\(found)", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard lock >= 0 else { continue }
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { FolderRemoval.remove("\(parent)/\(found)") }
            close(lock)
        }
    }

    private func makeFolders(of file: String, _ made: inout Set<String>) throws(PlanFilesError) {
        var inner = ""
        for part in file.split(separator: "/").dropLast() {
            inner += inner.isEmpty ? String(part) : "/\(part)"
            if made.insert(inner).inserted { try Self.make("\(path)/\(inner)") }
        }
    }

    private static func make(_ path: String) throws(PlanFilesError) {
        guard mkdir(path, 0o755) == 0 else { throw PlanFilesError(deed, path: path, code: errno) }
    }
}
