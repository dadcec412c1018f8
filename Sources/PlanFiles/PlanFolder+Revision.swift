import Diagnostics
internal import Subprocess

extension PlanFolder {
    /// The plan files of the same folder as they were at an earlier revision, by the `git` program.
    /// - Parameters:
    ///   - path: The folder as it is now; the files get the paths that they would have in it.
    ///   - revision: Whatever git takes for a commit. Where HEAD has left it behind, the commit at which the two
    ///     parted is taken: what others have done since is no part of a change.
    /// - Returns: The files, and the full name of the commit that was read.
    /// - Throws: When there is no git, no repository or no such revision.
    package static func read(_ path: String, at revision: String) async throws(PlanFilesError) -> (
        folder: PlanFolder, commit: String
    ) {
        let path = root(path)
        let commit = try await commit(of: revision, for: path)
        let listing = try await git(["ls-tree", "-r", "-z", commit], in: path)
        let entries = treeEntries(listing).filter { isPlan($0.name) }
        let blobs = try await git(
            ["cat-file", "--batch"], in: path, input: entries.map { $0.blob + "\n" }.joined())
        var reader = BatchReader(blobs)
        var files: [SourceFile] = []
        for entry in entries {
            guard let bytes = reader.next() else {
                throw PlanFilesError(
                    Phrase(
                        zh: "git 没有给出 \(revision) 的 \(entry.name)",
                        en: "git did not give \(entry.name) of \(revision)"))
            }
            files.append(
                SourceFile(path: path == "/" ? "/\(entry.name)" : "\(path)/\(entry.name)", bytes: bytes))
        }
        files.sort { $0.path.precedesInBytes($1.path) }
        return (PlanFolder(path: path, read: files, diagnostics: []), commit)
    }

    private static func commit(of revision: String, for path: String) async throws(PlanFilesError) -> String {
        let help = Phrase(
            zh: "写 git 认识的提交、分支或标签，如 HEAD~1、origin/main；浅克隆要先 git fetch --unshallow",
            en:
                "name a commit, branch or tag that git knows, such as HEAD~1 or origin/main; a shallow clone needs git fetch --unshallow first"
        )
        func ask(_ arguments: [String]) async throws(PlanFilesError) -> String {
            let bytes = try await git(
                arguments, in: path,
                failing: Phrase(
                    zh: "git 仓库里没有版本“\(revision)”", en: "the repository has no revision '\(revision)'"),
                help: help)
            return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        }
        let commit = try await ask(["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"])
        // Unrelated histories have no common commit; then it is the revision itself that counts.
        return (try? await ask(["merge-base", commit, "HEAD"])) ?? commit
    }

    /// - Parameter failing: What a failure of git means; its own words otherwise.
    private static func git(
        _ arguments: [String], in path: String, input: String = "", failing: Phrase? = nil,
        help: Phrase? = nil
    ) async throws(PlanFilesError) -> [UInt8] {
        do {
            let result = try await run(
                .name("git"), arguments: Arguments(["-C", path] + arguments),
                environment: .inherit.updating(["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]),
                input: .array(Array(input.utf8)), output: .bytes(limit: 1 << 31),
                error: .string(limit: 1 << 16))
            guard result.terminationStatus.isSuccess else {
                let words = result.standardError
                let last = words.split(separator: "\n").last.map(String.init) ?? ""
                guard !words.contains("not a git repository") else {
                    throw PlanFilesError(
                        Phrase(zh: "\(path) 不在 git 仓库里", en: "\(path) is in no git repository"))
                }
                guard !words.contains("dubious ownership") else {
                    throw PlanFilesError(
                        Phrase(
                            zh: "git 不肯读别人的仓库 \(path)",
                            en: "git refuses to read a repository of somebody else: \(path)"),
                        help: Phrase(
                            zh: "运行 git config --global --add safe.directory '*'，或改文件夹的主人",
                            en:
                                "run git config --global --add safe.directory '*', or change the folder's owner"
                        ))
                }
                throw PlanFilesError(
                    failing ?? Phrase(zh: "git 没有成功：\(last)", en: "git failed: \(last)"), help: help)
            }
            return result.standardOutput
        } catch let error as PlanFilesError {
            throw error
        } catch {
            throw PlanFilesError(Phrase(zh: "运行不了 git", en: "cannot run git"))
        }
    }

    /// As when a folder is walked: no names that begin with a dot.
    private static func isPlan(_ name: String) -> Bool {
        (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
            && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }

    /// The regular files of a tree: `mode SP type SP object TAB name NUL`.
    private static func treeEntries(_ listing: [UInt8]) -> [(blob: String, name: String)] {
        listing.split(separator: 0).compactMap { entry in
            guard let tab = entry.firstIndex(of: 0x09) else { return nil }
            let words = String(decoding: entry[..<tab], as: UTF8.self).split(separator: " ")
            guard words.count == 3, words[0].hasPrefix("100"), words[1] == "blob" else { return nil }
            return (String(words[2]), String(decoding: entry[(tab + 1)...], as: UTF8.self))
        }
    }
}

/// What `git cat-file --batch` prints: `object SP type SP size LF`, the bytes, LF; again and again.
private struct BatchReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> [UInt8]? {
        guard let line = bytes[index...].firstIndex(of: 0x0A) else { return nil }
        let words = String(decoding: bytes[index..<line], as: UTF8.self).split(separator: " ")
        guard words.count == 3, let size = Int(words[2]), size >= 0, line + 1 + size < bytes.count else {
            return nil
        }
        index = line + 2 + size
        return Array(bytes[(line + 1)..<(line + 1 + size)])
    }
}
