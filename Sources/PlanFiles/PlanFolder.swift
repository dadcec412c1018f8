package import Diagnostics
internal import Glibc

/// The plan files below a folder, in the order of their paths' bytes.
package struct PlanFolder: Sendable {
    /// The folder as it was named on the command line, without slashes at its end.
    package let path: String
    package let files: [SourceFile]
    /// Entries that could not be taken as plan files, each with its path.
    package let diagnostics: [Diagnostic]

    /// A plan file of more bytes than this is refused; real ones have some thousands.
    package static let largestFile = 4 << 20
    private static let chunk = 64

    /// Reads every `.yaml` and `.yml` file below a folder. Names that begin with a dot are passed over,
    /// links to folders are not followed.
    /// - Throws: When a folder cannot be read, and when there is no plan file at all; a file that cannot is a finding.
    package static func read(_ path: String) async throws(PlanFilesError) -> PlanFolder {
        let folder = try await all(in: path)
        guard !folder.files.isEmpty || folder.diagnostics.contains(where: { $0.severity == .error }) else {
            throw PlanFilesError(
                Phrase(
                    zh: "文件夹 \(folder.path) 里没有计划文件（.yaml）",
                    en: "no plan files (.yaml) in the folder \(folder.path)"),
                help: Phrase(
                    zh: "用 --plans 指定计划文件夹", en: "name the plan folder with --plans"))
        }
        return folder
    }

    /// The same, but there may be none.
    static func all(in path: String) async throws(PlanFilesError) -> PlanFolder {
        let root = root(path)
        var listing = FolderListing()
        try listing.walk(root)
        let results = await listing.paths.mapOnAllCores(chunk: chunk) { path in
            Result { () throws(PlanFilesError) in
                // One byte more than allowed is enough to know that a file is too large.
                SourceFile(path: path, bytes: try FileBytes.read(path, most: largestFile + 1))
            }
        }
        var files: [SourceFile] = []
        files.reserveCapacity(results.count)
        var unread: [Diagnostic] = []
        for (path, result) in zip(listing.paths, results) {
            switch result {
            case .success(let file): files.append(file)
            case .failure(let error): unread.append(Self.unreadable(path, error))
            }
        }
        return PlanFolder(path: root, read: files, diagnostics: listing.diagnostics + unread)
    }

    /// Reads plan files and folders that are named one by one; a file may have any name.
    package static func read(each paths: [String]) async throws(PlanFilesError) -> [PlanFolder] {
        var folders: [PlanFolder] = []
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else {
                throw PlanFilesError(Phrase(zh: "读不了", en: "cannot read"), path: path, code: errno)
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: folders.append(try await read(path))
            case S_IFREG:
                let bytes = try FileBytes.read(path, most: largestFile + 1)
                folders.append(
                    PlanFolder(path: path, read: [SourceFile(path: path, bytes: bytes)], diagnostics: []))
            default:
                throw PlanFilesError(Phrase(zh: "\(path) 不是普通文件", en: "\(path) is no regular file"))
            }
        }
        return folders
    }

    /// One file that cannot be read is a finding among the others, so that these are told all the same.
    private static func unreadable(_ path: String, _ error: PlanFilesError) -> Diagnostic {
        guard !path.unicodeScalars.contains("\u{FFFD}") else { return misnamed(path, error.message) }
        return Diagnostic(
            .notAFile, error.message, at: SourceSpan(wholeOf: SourceFile(path: path, bytes: [])),
            help: error.help)
    }

    /// A file whose name is not UTF-8.
    static func misnamed(
        _ path: String, _ message: Phrase = Phrase(zh: "文件名不对", en: "the file's name is wrong")
    ) -> Diagnostic {
        Diagnostic(
            .notAFile, message, at: SourceSpan(wholeOf: SourceFile(path: path, bytes: [])),
            help: Phrase(
                zh: "文件名不是 UTF-8（多半来自 Windows 的压缩包），改个名字",
                en:
                    "the file's name is not UTF-8 (it mostly comes with archives from Windows); give it another"
            ))
    }

    /// A folder's path without slashes at its end.
    static func root(_ path: String) -> String {
        guard path.count > 1, path.hasSuffix("/") else { return path }
        let root = String(path.reversed().drop { $0 == "/" }.reversed())
        return root.isEmpty ? "/" : root
    }

    init(path: String, read files: [SourceFile], diagnostics: [Diagnostic]) {
        let tooLarge = files.filter { $0.bytes.count > Self.largestFile }.map { file in
            Diagnostic(
                .fileTooLarge,
                Phrase(
                    zh: "文件超过 \(Self.largestFile >> 20) MiB，不读",
                    en: "the file has more than \(Self.largestFile >> 20) MiB and is not read"),
                at: SourceSpan(wholeOf: SourceFile(path: file.path, bytes: [])),
                help: Phrase(zh: "拆成几个文件", en: "split it into several files"))
        }
        self.path = path
        self.files = files.filter { $0.bytes.count <= Self.largestFile }
        self.diagnostics = diagnostics + tooLarge
    }
}

/// A walk through folders with `readdir`, which lists far faster than Foundation's enumerator.
private struct FolderListing {
    /// In the order of their bytes.
    private(set) var paths: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    mutating func walk(_ folder: String, depth: Int = 0) throws(PlanFilesError) {
        guard let handle = opendir(folder) else {
            let code = errno
            let help: Phrase? =
                depth == 0 && code == ENOENT
                ? Phrase(zh: "用 --plans 指定计划文件夹", en: "name the plan folder with --plans") : nil
            throw PlanFilesError(
                Phrase(zh: "读不了计划文件夹", en: "cannot read the plan folder"), path: folder, code: code,
                help: help)
        }
        var entries: [(name: String, kind: EntryKind)] = []
        while let entry = readdir(handle) {
            var name = FolderEntry.name(of: entry)
            guard !name.hasPrefix(".") else { continue }
            let kind = kind(of: "\(folder)/\(name)", type: Int32(entry.pointee.d_type))
            // With its slash a folder takes the place that the paths below it have among all paths.
            if kind == .folder { name += "/" }
            entries.append((name, kind))
        }
        closedir(handle)
        entries.sort { $0.name.precedesInBytes($1.name) }
        let start = folder == "/" ? "/" : folder + "/"
        for (name, kind) in entries {
            try add(start + (kind == .folder ? String(name.dropLast()) : name), kind, depth: depth)
        }
    }

    private mutating func add(_ path: String, _ kind: EntryKind, depth: Int) throws(PlanFilesError) {
        let isPlan = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
        switch kind {
        case .folder:
            guard depth < 32 else {
                report(path, Phrase(zh: "文件夹嵌套过深，不读", en: "the folder is nested too deep and is not read"))
                return
            }
            try walk(path, depth: depth + 1)
        case .file:
            if isPlan { paths.append(path) }
        case .linkToFolder:
            report(
                path, Phrase(zh: "指向文件夹的链接，不跟进", en: "a link to a folder is not followed"), severity: .warning
            )
        case .other:
            if isPlan { report(path, Phrase(zh: "不是普通文件", en: "this is no regular file")) }
        }
    }

    private enum EntryKind { case folder, file, linkToFolder, other }

    private func kind(of path: String, type: Int32) -> EntryKind {
        if type == Int32(DT_DIR) { return .folder }
        if type == Int32(DT_REG) { return .file }
        var status = stat()
        guard lstat(path, &status) == 0 else { return .other }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        if isLink { guard stat(path, &status) == 0 else { return .other } }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return isLink ? .linkToFolder : .folder
        case S_IFREG: return .file
        default: return .other
        }
    }

    private mutating func report(_ path: String, _ message: Phrase, severity: Severity = .error) {
        let place = SourceSpan(wholeOf: SourceFile(path: path, bytes: []))
        diagnostics.append(Diagnostic(.notAFile, message, severity: severity, at: place))
    }
}
