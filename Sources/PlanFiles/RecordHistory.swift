package import Diagnostics
internal import Subprocess

/// What git has kept of a record: every version must be the beginning of the one that is there.
package struct RecordHistory: Sendable {
    /// How many commits touched it.
    package let commits: Int
    package let faults: [Phrase]

    /// nil where there is no git, no repository, or no commit of the record.
    package static func of(_ log: EventLog) async -> RecordHistory? {
        let folder = RealPath.folder(of: log.path)
        guard
            let list = await git(["log", "--format=%H", "--", "./\(EventLog.name)"], in: folder)
        else { return nil }
        let commits = String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
        guard !commits.isEmpty else { return nil }
        var faults: [Phrase] = []
        for commit in commits {
            // A commit that took the record away holds none.
            guard let bytes = await git(["show", "\(commit):./\(EventLog.name)"], in: folder) else {
                continue
            }
            if !log.bytes.starts(with: bytes) {
                faults.append(
                    Phrase(
                        zh: "不是接着 git 提交 \(commit.prefix(12)) 里的记录写的：那以前的内容被改动过",
                        en:
                            "does not go on from the record in commit \(commit.prefix(12)); what it held was changed since"
                    ))
            }
        }
        return RecordHistory(commits: commits.count, faults: faults)
    }

    private static func git(_ arguments: [String], in folder: String) async -> [UInt8]? {
        let result = try? await run(
            await GitProgram.executable,
            arguments: Arguments(["-C", folder.isEmpty ? "." : folder] + arguments),
            environment: .inherit.updating(["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]),
            output: .bytes(limit: EventLog.largestFile), error: .discarded)
        guard let result, result.terminationStatus.isSuccess else { return nil }
        return result.standardOutput
    }
}
