import Diagnostics

/// What git says differs between two states of a plan folder, before any file is read. It answers the plain case
/// only; whatever is odd is left to `PlanFolderPair`.
package struct PlanFolderSurvey: Sendable {
    /// The folder's trees; nil for files on disk.
    package let beforeTree: String
    package let afterTree: String?
    private let before: PlanFolderPair.Origin
    private let after: PlanFolderPair.Origin
    private let git: GitFolder
    private let changes: [GitFolder.Change]

    /// - Parameter end: nil for the files on disk.
    /// - Returns: nil where a closer look has to be taken.
    package init?(_ path: String, from start: String, to end: String?) async {
        let git = GitFolder(PlanFolder.root(path))
        let revisions = [start] + (end.map { [$0] } ?? [])
        if end == nil, !git.isThere { return nil }
        async let status = end == nil ? GitStatus.of(git.path, withIgnored: true) : nil
        guard let (found, prefix) = await git.commitsAndTrees(of: revisions) else { return nil }
        self.git = git
        before = .commit(revision: start, commit: found[0].commit)
        beforeTree = found[0].tree
        if let end {
            guard let changes = try? await git.changes(from: beforeTree, to: found[1].tree) else {
                return nil
            }
            after = .commit(revision: end, commit: found[1].commit)
            afterTree = found[1].tree
            self.changes = changes
        } else {
            // A repository inside this one ends in a slash, and nothing is known of what is in it.
            guard let known = try? await git.changesOnDisk(since: found[0].commit),
                let status = await status,
                status.unknown.allSatisfy({ $0.hasPrefix(prefix) && !$0.hasSuffix("/") })
            else { return nil }
            after = .workingTree(commit: status.revision.commit, isClean: status.revision.isClean)
            afterTree = nil
            changes = Self.join(known, status.unknown.map { String($0.dropFirst(prefix.count)) })
        }
        guard !changes.contains(where: \.isOdd) else { return nil }
    }

    /// Adds files that git does not know; one that was taken from its index but not from the disk is among both.
    private static func join(_ known: [GitFolder.Change], _ unknown: [String]) -> [GitFolder.Change] {
        let old = Dictionary(known.map { ($0.name, $0.old) }) { first, _ in first }
        let names = unknown.filter(GitFolder.isPlan)
        let fresh = Set(names)
        return known.filter { !fresh.contains($0.name) }
            + names.map { name in
                GitFolder.Change(
                    name: name, old: old[name] ?? nil, new: "",
                    isOdd: name.unicodeScalars.contains("\u{FFFD}"))
            }
    }

    /// Reads only the files that differ, and some that do not.
    /// - Parameter others: Files that are the same in both states.
    /// - Returns: nil where one of them cannot be read.
    package func read(with others: [PlanTreeMark.File]) async -> PlanFolderPair? {
        let old = changes.filter { $0.old != nil }
        let new = afterTree == nil ? [] : changes.filter { $0.new != nil }
        let asked =
            others.map { ($0.name, $0.blob) } + old.map { ($0.name, $0.old ?? "") }
            + new.map { ($0.name, $0.new ?? "") }
        guard let contents = try? await git.contents(of: asked.map(\.1)) else { return nil }
        let files = zip(asked, contents).map { SourceFile(path: git.path(of: $0.0), bytes: $1) }
        var fresh = Array(files.dropFirst(others.count + old.count))
        if afterTree == nil {
            for change in changes where change.new != nil {
                let path = git.path(of: change.name)
                guard let bytes = try? FileBytes.read(path, most: PlanFolder.largestFile + 1) else {
                    return nil
                }
                fresh.append(SourceFile(path: path, bytes: bytes))
            }
        }
        func state(_ some: [SourceFile], _ origin: PlanFolderPair.Origin) -> PlanFolderPair.State {
            PlanFolderPair.State(
                folder: PlanFolder(
                    path: git.path,
                    read: (files.prefix(others.count) + some).sorted { $0.path.precedesInBytes($1.path) },
                    diagnostics: []), origin: origin, tree: nil)
        }
        return PlanFolderPair(
            before: state(Array(files[others.count..<(others.count + old.count)]), before),
            after: state(fresh, after))
    }
}
