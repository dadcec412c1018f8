import Diagnostics

/// Two states of one plan folder. A file that git knows to be the same in both is the same object in both, so that
/// it need be read once only.
package struct PlanFolderPair: Sendable {
    package let before: State
    package let after: State

    /// The plans at one time, and where they come from.
    package struct State: Sendable {
        /// Without files where the folder was not there.
        package let folder: PlanFolder
        package let origin: Origin
        /// Which tree of git it is; nil where it is none.
        package let tree: PlanTreeMark?
    }

    package enum Origin: Sendable {
        /// - Parameters:
        ///   - revision: As it was asked for.
        ///   - commit: Its full name.
        case commit(revision: String, commit: String)
        /// The files on disk.
        /// - Parameters:
        ///   - commit: Of HEAD; nil where there is none.
        ///   - isClean: Whether they are exactly as in that commit.
        case workingTree(commit: String?, isClean: Bool)
        /// A folder that is compared as it lies there, whatever git knows of it.
        case folder
    }

    /// Reads the plans at a revision, and at another one or as they lie on disk.
    /// - Parameters:
    ///   - path: The folder as named on the command line; it need not be there at either time, but at one of them.
    ///   - end: nil for the files on disk.
    /// - Throws: When there is no git, no repository, no such revision, or no plan file at either time.
    package static func read(
        _ path: String, from start: String, to end: String?
    ) async throws(PlanFilesError) -> PlanFolderPair {
        let git = GitFolder(
            PlanFolder.root(path),
            outside: Phrase(
                zh: "要比较，先把计划放进 git：git init，git add，git commit；或用 --against 文件夹 与另存的旧计划比较",
                en:
                    "put the plans under git first (git init, git add, git commit), or compare with an earlier copy by --against FOLDER"
            ))
        let commit = try await git.commit(of: start)
        let tree = try await PlanTree(git, at: commit)
        let origin = Origin.commit(revision: start, commit: commit)
        let pair: PlanFolderPair
        if let end {
            let other = try await git.commit(of: end)
            pair = try await read(
                git, tree, origin, try await PlanTree(git, at: other), .commit(revision: end, commit: other))
        } else {
            pair = try await read(git, tree, origin)
        }
        guard !pair.before.folder.isEmpty || !pair.after.folder.isEmpty else {
            throw PlanFilesError(
                Phrase(
                    zh: "文件夹 \(git.path) 两边都没有计划文件（.yaml）",
                    en: "no plan files (.yaml) in the folder \(git.path) at either time"),
                help: Phrase(zh: "用 --plans 指定计划文件夹", en: "name the plan folder with --plans"))
        }
        return pair
    }

    /// Reads two folders as they lie on disk; a file that is the same in both bears the path of the later one.
    package static func read(
        _ path: String, against earlier: String
    ) async throws(PlanFilesError) -> PlanFolderPair {
        let before = try await PlanFolder.read(earlier)
        let after = try await PlanFolder.read(path)
        let known = Dictionary(after.files.map { ($0.path.dropFirst(after.path.count), $0) }) { first, _ in
            first
        }
        let files = before.files.map { file in
            known[file.path.dropFirst(before.path.count)].flatMap { $0.bytes == file.bytes ? $0 : nil }
                ?? file
        }
        return PlanFolderPair(
            before: State(
                folder: PlanFolder(path: before.path, read: files, diagnostics: before.diagnostics),
                origin: .folder, tree: nil),
            after: State(folder: after, origin: .folder, tree: nil))
    }

    /// Two commits: what both have under the same path and name of content is asked for once.
    private static func read(
        _ git: GitFolder, _ start: PlanTree, _ startOrigin: Origin, _ end: PlanTree, _ endOrigin: Origin
    ) async throws(PlanFilesError) -> PlanFolderPair {
        let known = Dictionary(start.files.map { ($0.name, $0.blob) }) { first, _ in first }
        let fresh = end.files.filter { known[$0.name] != $0.blob }
        let contents = try await git.contents(of: (start.files + fresh).map(\.blob))
        let files = zip((start.files + fresh).map(\.name), contents).map {
            SourceFile(path: git.path(of: $0), bytes: $1)
        }
        let before = Array(files.prefix(start.files.count))
        let shared = Dictionary(zip(start.files.map(\.name), before)) { first, _ in first }
        let changed = Dictionary(zip(fresh.map(\.name), files.dropFirst(start.files.count))) { first, _ in
            first
        }
        return PlanFolderPair(
            before: State(
                folder: PlanFolder(
                    path: git.path, read: before, diagnostics: start.others.map(git.finding)),
                origin: startOrigin, tree: PlanTreeMark(start)),
            after: State(
                folder: PlanFolder(
                    path: git.path, read: end.files.compactMap { changed[$0.name] ?? shared[$0.name] },
                    diagnostics: end.others.map(git.finding)),
                origin: endOrigin, tree: PlanTreeMark(end)))
    }

    /// A commit and the files on disk: only what git says has changed is asked of it.
    private static func read(
        _ git: GitFolder, _ start: PlanTree, _ startOrigin: Origin
    ) async throws(PlanFilesError) -> PlanFolderPair {
        async let head = GitRevision.of(git.start)
        let isThere = git.isThere
        let folder =
            isThere
            ? try await PlanFolder.all(in: git.path) : PlanFolder(path: git.path, read: [], diagnostics: [])
        var changed: Set<String> = []
        if isThere { changed = try await git.changes(since: start.commit) }
        let onDisk = Dictionary(folder.files.map { ($0.path, $0) }) { first, _ in first }
        func same(_ entry: GitFolder.Entry) -> SourceFile? {
            changed.contains(entry.name) ? nil : onDisk[git.path(of: entry.name)]
        }
        let asked = start.files.filter { same($0) == nil }
        let contents = Dictionary(
            zip(asked.map(\.name), try await git.contents(of: asked.map(\.blob)))
        ) { first, _ in first }
        // A link that has not changed stands for the same file now as then.
        let links = start.others.compactMap(same)
        var files = start.files.compactMap { entry in
            same(entry)
                ?? contents[entry.name].map { SourceFile(path: git.path(of: entry.name), bytes: $0) }
        }
        if !links.isEmpty {
            files = (files + links).sorted { $0.path.precedesInBytes($1.path) }
        }
        let revision = await head
        return PlanFolderPair(
            before: State(
                folder: PlanFolder(
                    path: git.path, read: files,
                    diagnostics: start.others.filter { same($0) == nil }.map(git.finding)),
                origin: startOrigin, tree: PlanTreeMark(start)),
            after: State(
                folder: folder,
                origin: .workingTree(commit: revision?.commit, isClean: revision?.isClean ?? false),
                tree: nil))
    }
}

/// Which tree of git a plan folder is, and what stands in it.
package struct PlanTreeMark: Sendable {
    /// Its full name: the same name, the same files.
    package let id: String
    package let files: [File]

    /// A file by its path below the folder and the name of its content.
    package struct File: Sendable {
        package let name: String
        package let blob: String

        package init(name: String, blob: String) {
            self.name = name
            self.blob = blob
        }
    }

    /// - Returns: nil where there is more in it than regular files, or nothing at all.
    init?(_ tree: PlanTree) {
        guard let id = tree.id, tree.others.isEmpty else { return nil }
        self.id = id
        files = tree.files.map { File(name: $0.name, blob: $0.blob) }
    }
}

extension PlanFolder {
    /// Whether nothing that could be a plan is there.
    package var isEmpty: Bool { files.isEmpty && diagnostics.isEmpty }
}
