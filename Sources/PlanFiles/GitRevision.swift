internal import Subprocess

/// Where in its history a plan folder stands.
package struct GitRevision: Sendable, Hashable {
    /// The commit's full name.
    package let commit: String
    /// Whether the folder is exactly as in that commit.
    package let isClean: Bool

    package init(commit: String, isClean: Bool) {
        self.commit = commit
        self.isClean = isClean
    }

    /// Asks the `git` program; nil where there is no git, no repository or no commit yet.
    package static func of(_ folder: String) async -> GitRevision? {
        await GitStatus.of(folder)?.revision
    }
}

/// What git says of the files of a folder on disk.
struct GitStatus: Sendable {
    let revision: GitRevision
    /// Files that git does not know, ignored ones too where they were asked for, by their paths in the repository.
    let unknown: [String]

    static func of(_ folder: String, withIgnored: Bool = false) async -> GitStatus? {
        let result = try? await run(
            await GitProgram.executable,
            arguments: Arguments(
                ["-C", folder, "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all"]
                    + (withIgnored ? ["--ignored=traditional"] : []) + ["--", "."]),
            environment: .inherit.updating(["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]),
            output: .string(limit: 1 << 26), error: .discarded)
        guard let result, result.terminationStatus.isSuccess else { return nil }
        let lines = result.standardOutput.split(separator: "\0")
        let head = "# branch.oid "
        guard let line = lines.first(where: { $0.hasPrefix(head) }), !line.hasSuffix("(initial)") else {
            return nil
        }
        return GitStatus(
            revision: GitRevision(
                commit: String(line.dropFirst(head.count)),
                isClean: lines.allSatisfy { $0.hasPrefix("# ") || $0.hasPrefix("! ") }),
            unknown: lines.filter { $0.hasPrefix("? ") || $0.hasPrefix("! ") }.map { String($0.dropFirst(2)) }
        )
    }
}
