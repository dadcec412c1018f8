internal import Subprocess

/// Where in its history a plan folder stands.
package struct GitRevision: Sendable, Hashable {
    /// The commit's full name.
    package let commit: String
    /// Whether the folder is exactly as in that commit.
    package let isClean: Bool

    /// Asks the `git` program; nil where there is no git, no repository or no commit yet.
    package static func of(_ folder: String) async -> GitRevision? {
        let result = try? await run(
            await GitProgram.executable,
            arguments: [
                "-C", folder, "status", "--porcelain=v2", "--branch", "--untracked-files=all", "--", ".",
            ],
            environment: .inherit.updating(["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]),
            output: .string(limit: 1 << 24), error: .discarded)
        guard let result, result.terminationStatus.isSuccess else { return nil }
        let lines = result.standardOutput.split(separator: "\n")
        let head = "# branch.oid "
        guard let line = lines.first(where: { $0.hasPrefix(head) }), !line.hasSuffix("(initial)") else {
            return nil
        }
        return GitRevision(
            commit: String(line.dropFirst(head.count)), isClean: lines.allSatisfy { $0.hasPrefix("#") })
    }
}
