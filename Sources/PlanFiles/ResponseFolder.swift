internal import CLinux
import Diagnostics
internal import Glibc

/// A file of a response, by its path inside the folder.
package struct ResponseFile: Sendable {
    /// With slashes, never starting with one.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, text: String) {
        self.path = path
        bytes = Array(text.utf8)
    }

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// Writes the folder of one response so that it is there whole or not at all.
package struct ResponseFolder: Sendable {
    /// The folder of all responses, such as `Responses`.
    package let parent: String
    /// The folder's own name, such as `2026-11-24-orange`.
    package let name: String

    package init(parent: String, name: String) {
        self.parent = parent
        self.name = name
    }

    package var path: String { "\(parent)/\(name)" }

    private static let deed = Phrase(zh: "写不了文件夹", en: "cannot write the folder")

    /// - Throws: When something stands where the response would go.
    package func requireFree() throws(PlanFilesError) {
        var status = stat()
        guard lstat(path, &status) != 0 else {
            throw PlanFilesError(
                Phrase(zh: "\(path) 已经存在，没有改动", en: "\(path) exists already and was left as it is"),
                help: Phrase(
                    zh: "加 --replace 重写它；旧的一份会留在 \(path).replaced",
                    en: "add --replace to write it anew; the old one is kept as \(path).replaced"))
        }
    }

    /// Writes all files to a hidden folder beside the place and then moves it there in one step.
    ///
    /// Whatever kills the run, the response is there whole or not at all; what a killed run leaves behind
    /// is cleared away by the next. A folder that is replaced is kept as `….replaced`.
    package func write(_ files: [ResponseFile], replacing: Bool) throws(PlanFilesError) {
        try FolderMaking.make(parent)
        clearLeftovers()
        if !replacing { try requireFree() }
        let draft = "\(parent)/\(Self.draftPrefix)\(name)-\(getpid())"
        try makeFolder(draft)
        // The lock tells other runs that this draft is being written, however long it takes.
        let lock = open(draft, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if lock >= 0 { close(lock) } }
        flock(lock, LOCK_EX | LOCK_NB)
        do throws(PlanFilesError) {
            var made: Set<String> = [""]
            for file in files {
                try makeFolders(of: file.path, in: draft, &made)
                try FileBytes.write(file.bytes, to: "\(draft)/\(file.path)")
            }
            // One call brings everything to the disk before the folder becomes visible.
            syncfs(lock)
            try publish(draft, replacing: replacing)
        } catch {
            FolderRemoval.remove(draft)
            throw error
        }
    }

    private static let draftPrefix = ".emergency-draft-"

    private func publish(_ draft: String, replacing: Bool) throws(PlanFilesError) {
        if renameat2(AT_FDCWD, draft, AT_FDCWD, path, UInt32(EMERGENCY_RENAME_NOREPLACE)) == 0 { return }
        guard errno == EEXIST || errno == ENOTEMPTY else {
            throw PlanFilesError(Self.deed, path: path, code: errno)
        }
        guard replacing else {
            try requireFree()
            throw PlanFilesError(Self.deed, path: path, code: EEXIST)
        }
        guard renameat2(AT_FDCWD, draft, AT_FDCWD, path, UInt32(EMERGENCY_RENAME_EXCHANGE)) == 0 else {
            throw PlanFilesError(Self.deed, path: path, code: errno)
        }
        let kept = "\(path).replaced"
        FolderRemoval.remove(kept)
        guard rename(draft, kept) == 0 else { throw PlanFilesError(Self.deed, path: kept, code: errno) }
    }

    /// Removes drafts that no living run holds a lock on.
    private func clearLeftovers() {
        guard let handle = opendir(parent) else { return }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let found = FolderEntry.name(of: entry)
            guard found.hasPrefix(Self.draftPrefix) else { continue }
            let lock = open("\(parent)/\(found)", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard lock >= 0 else { continue }
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { FolderRemoval.remove("\(parent)/\(found)") }
            close(lock)
        }
    }

    private func makeFolders(of file: String, in draft: String, _ made: inout Set<String>)
        throws(PlanFilesError)
    {
        var path = ""
        for part in file.split(separator: "/").dropLast() {
            path += path.isEmpty ? String(part) : "/\(part)"
            if made.insert(path).inserted { try makeFolder("\(draft)/\(path)") }
        }
    }

    private func makeFolder(_ path: String) throws(PlanFilesError) {
        guard mkdir(path, 0o755) == 0 else { throw PlanFilesError(Self.deed, path: path, code: errno) }
    }
}

/// Takes a folder away with all that is in it; links are removed, not followed.
private enum FolderRemoval {
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
