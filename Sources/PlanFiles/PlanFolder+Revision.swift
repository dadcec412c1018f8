import Diagnostics

extension PlanFolder {
    /// The plan files of the same folder as they were where a change began, by the `git` program.
    /// - Parameters:
    ///   - path: The folder as it is now; the files get the paths that they would have in it.
    ///   - revision: Whatever git takes for a commit. Where HEAD has left it behind, the commit at which the two
    ///     parted is taken: what others have done since is no part of a change.
    /// - Returns: The files, none where the folder was not there, and the full name of the commit that was read.
    /// - Throws: When there is no git, no repository or no such revision.
    package static func read(_ path: String, at revision: String) async throws(PlanFilesError) -> (
        folder: PlanFolder, commit: String
    ) {
        let git = GitFolder(root(path))
        let named = try await git.commit(of: revision)
        // Unrelated histories have no common commit; then it is the revision itself that counts.
        let commit = await git.mergeBase(named) ?? named
        return (try await PlanTree(git, at: commit).folder(git), commit)
    }

    /// The plan files of the same folder exactly as they were at a revision, by the `git` program. The folder need not
    /// be there any more.
    /// - Parameters:
    ///   - path: The folder as it is now, or was; the files get the paths that they would have in it.
    ///   - revision: Whatever git takes for a commit.
    /// - Returns: The files, and the full name of the commit that was read. Links and names that are not UTF-8 are
    ///   findings, submodules are passed over.
    /// - Throws: When there is no git, no repository, no such revision, or no plan file in the folder at that time.
    package static func read(_ path: String, exactlyAt revision: String) async throws(PlanFilesError) -> (
        folder: PlanFolder, commit: String
    ) {
        let git = GitFolder(root(path))
        let commit = try await git.commit(of: revision)
        let folder = try await PlanTree(git, at: commit).folder(git)
        guard !folder.files.isEmpty || !folder.diagnostics.isEmpty else {
            throw PlanFilesError(
                Phrase(
                    zh: "版本“\(revision)”的文件夹 \(folder.path) 里没有计划文件（.yaml）",
                    en: "no plan files (.yaml) in the folder \(folder.path) at the revision '\(revision)'"),
                help: Phrase(
                    zh: "那时计划可能在别处；用 --plans 指定",
                    en: "the plans may have been somewhere else then; name the folder with --plans"))
        }
        return (folder, commit)
    }
}

/// What git lists of a plan folder at a commit, before any content is read.
struct PlanTree: Sendable {
    let commit: String
    /// The tree's own name; nil where the folder was not there.
    let id: String?
    /// In the order of their paths' bytes.
    let files: [GitFolder.Entry]
    /// Links, and files whose names no disk would find: none of them is read.
    let others: [GitFolder.Entry]

    init(_ git: GitFolder, at commit: String) async throws(PlanFilesError) {
        let tree = try await git.tree(in: commit)
        var entries: [GitFolder.Entry] = []
        if let tree { entries = try await git.entries(of: tree) }
        entries.sort { $0.name.precedesInBytes($1.name) }
        self.commit = commit
        id = tree
        files = entries.filter { !$0.isLink && !$0.isMisnamed }
        others = entries.filter { $0.isLink || $0.isMisnamed }
    }

    /// All its files with their contents.
    func folder(_ git: GitFolder) async throws(PlanFilesError) -> PlanFolder {
        let contents = try await git.contents(of: files.map(\.blob))
        return PlanFolder(
            path: git.path,
            read: zip(files, contents).map { SourceFile(path: git.path(of: $0.name), bytes: $1) },
            diagnostics: others.map(git.finding))
    }
}

extension GitFolder {
    /// The path by which people know a file of the folder.
    func path(of name: String) -> String { path == "/" ? "/\(name)" : "\(path)/\(name)" }

    /// Why something of a tree is not read. A link may stand for a plan, as it does on disk, so that what it says is
    /// missing from the plans.
    func finding(of entry: Entry) -> Diagnostic {
        guard !entry.isMisnamed else { return PlanFolder.misnamed(path(of: entry.name)) }
        return Diagnostic(
            .notAFile, Phrase(zh: "版本里的链接，不跟进", en: "a link of a revision is not followed"),
            at: SourceSpan(wholeOf: SourceFile(path: path(of: entry.name), bytes: [])))
    }
}

extension GitFolder.Entry {
    /// Whether its name is not UTF-8, by which no file could be found on disk.
    fileprivate var isMisnamed: Bool { name.unicodeScalars.contains("\u{FFFD}") }
}
