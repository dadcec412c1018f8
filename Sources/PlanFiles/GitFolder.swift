import Diagnostics
internal import Glibc
internal import Subprocess

/// The `git` program, asked about a plan folder, which need not be there any more.
struct GitFolder: Sendable {
    /// As named on the command line, without slashes at its end.
    let path: String
    /// The nearest folder above it that is there: where git is started.
    let start: String
    /// What of the path lies below that; empty where the folder is there.
    private let rest: String

    /// What to do where there is no repository.
    private let outside: Phrase?

    init(_ path: String, outside: Phrase? = nil) {
        self.path = path
        self.outside = outside
        var start = path
        var rest: [Substring] = []
        var status = stat()
        while stat(start, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR {
            guard let slash = start.lastIndex(of: "/") else {
                rest.append(start[...])
                start = "."
                break
            }
            rest.append(start[start.index(after: slash)...])
            start = slash == start.startIndex ? "/" : String(start[..<slash])
        }
        self.start = start
        self.rest = rest.reversed().joined(separator: "/")
    }

    /// Whether the folder itself is there.
    var isThere: Bool { rest.isEmpty }

    /// A regular file, or a link, of a tree.
    struct Entry: Sendable {
        let blob: String
        /// Below the plan folder.
        let name: String
        let isLink: Bool
    }

    /// The full name of a commit.
    /// - Parameter revision: Whatever git takes for one.
    func commit(of revision: String) async throws(PlanFilesError) -> String {
        // Where nothing has been committed there is nothing to name.
        let isHead = revision == "HEAD"
        return try await line(
            ["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"],
            failing: isHead
                ? Phrase(zh: "git 仓库里还没有提交", en: "the repository has no commit yet")
                : Phrase(
                    zh: "git 仓库里没有版本“\(revision)”", en: "the repository has no revision '\(revision)'"),
            help: isHead
                ? Phrase(
                    zh: "先提交一次：git add \(path)，git commit", en: "commit once: git add \(path), git commit")
                : Phrase(
                    zh: "写 git 认识的提交、分支或标签，如 HEAD~1、origin/main；浅克隆要先 git fetch --unshallow",
                    en:
                        "name a commit, branch or tag that git knows, such as HEAD~1 or origin/main; a shallow clone needs git fetch --unshallow first"
                ))
    }

    /// Where HEAD and a commit have parted; nil where their histories have nothing in common.
    func mergeBase(_ commit: String) async -> String? {
        try? await line(["merge-base", commit, "HEAD"])
    }

    /// The name of the folder's tree in a commit; nil where the folder was not there.
    func tree(in commit: String) async throws(PlanFilesError) -> String? {
        // An object that is there but cannot be named so is told from a fault of git by asking for the commit again.
        if let tree = try? await line(["rev-parse", "--verify", "--quiet", "\(commit):./\(rest)"]) {
            return tree
        }
        _ = try await self.commit(of: commit)
        return nil
    }

    /// The plan files of a tree and the links among them, as a walk through a folder finds them: no names that begin
    /// with a dot.
    func entries(of tree: String) async throws(PlanFilesError) -> [Entry] {
        let listing = try await ask(
            ["ls-tree", "-r", "-z", "--full-tree", tree],
            failing: Phrase(zh: "\(path) 在那个版本里不是文件夹", en: "\(path) is no folder at that revision"))
        return listing.split(separator: 0).compactMap(Self.entry)
    }

    /// The contents of blobs, in their order.
    func contents(of blobs: [String]) async throws(PlanFilesError) -> [[UInt8]] {
        guard !blobs.isEmpty else { return [] }
        let printed = try await ask(
            ["cat-file", "--batch", "--buffer"], input: blobs.map { $0 + "\n" }.joined())
        var reader = BatchReader(printed)
        var contents: [[UInt8]] = []
        contents.reserveCapacity(blobs.count)
        for blob in blobs {
            guard let bytes = reader.next() else {
                throw PlanFilesError(
                    Phrase(zh: "git 没有给出文件内容 \(blob)", en: "git did not give the content \(blob)"),
                    help: Phrase(
                        zh: "用 git fsck 查仓库；部分克隆要先取回内容",
                        en:
                            "look at the repository with git fsck; a partial clone has to fetch contents first"
                    ))
            }
            contents.append(bytes)
        }
        return contents
    }

    /// The commits of revisions and the folder's trees in them, and the folder's path in the repository with a slash
    /// behind it, asked for at once; nil where any of them takes a closer look, as one that is not there does.
    func commitsAndTrees(
        of revisions: [String]
    ) async -> (found: [(commit: String, tree: String)], prefix: String)? {
        // git's own syntax of options, sets and ranges is left to the question that is asked of one revision alone.
        guard
            revisions.allSatisfy({ revision in
                !revision.isEmpty
                    && revision.utf8.allSatisfy { $0 > 0x20 && !Self.syntax.contains($0) || $0 > 0x7F }
                    && !revision.hasPrefix("-") && !revision.contains("..")
            }),
            let printed = try? await ask(
                ["rev-parse", "--show-prefix"] + revisions.map { "\($0)^{commit}" }
                    + revisions.map { "\($0)^{commit}:./\(rest)" })
        else { return nil }
        let lines = printed.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        let names = Array(lines.dropFirst().dropLast())
        guard names.count == 2 * revisions.count,
            names.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isHexDigit) })
        else { return nil }
        return (revisions.indices.map { (names[$0], names[revisions.count + $0]) }, lines[0])
    }

    private static let syntax = Array(":^?*[\\".utf8)

    /// A file that is not the same in two states.
    struct Change: Sendable {
        /// Below the plan folder.
        let name: String
        /// nil where there was no regular file.
        let old: String?
        /// nil where there is none; all zeros where it has to be read from the disk.
        let new: String?
        /// Whether either is a link or anything else that is no regular file.
        let isOdd: Bool
    }

    /// What differs between two trees.
    func changes(from tree: String, to other: String) async throws(PlanFilesError) -> [Change] {
        Self.changes(
            try await ask(["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-relative", tree, other]))
    }

    /// What differs between a commit and the files on disk, as far as git knows these.
    /// - Precondition: The folder is there.
    func changesOnDisk(since commit: String) async throws(PlanFilesError) -> [Change] {
        Self.changes(
            try await ask([
                "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv",
                "--no-color", "--relative", "--ignore-submodules", commit, "--", ".",
            ]))
    }

    /// Again and again `:mode SP mode SP object SP object SP status NUL name NUL`.
    private static func changes(_ listing: [UInt8]) -> [Change] {
        let parts = listing.split(separator: 0)
        return stride(from: 0, to: parts.count - 1, by: 2).compactMap { index in
            let words = parts[index].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            let name = String(decoding: parts[index + 1], as: UTF8.self)
            guard words.count == 5, isPlan(name) else { return nil }
            let modes = [words[0].dropFirst(), words[1][...]]
            return Change(
                name: name, old: modes[0].hasPrefix("100") ? words[2] : nil,
                new: modes[1].hasPrefix("100") ? words[3] : nil,
                isOdd: modes.contains { !$0.hasPrefix("100") && $0 != "000000" }
                    || name.unicodeScalars.contains("\u{FFFD}"))
        }
    }

    /// The files of the working tree that are not as in a commit, by their names below the folder. Files that git does
    /// not know are not among them.
    /// - Precondition: The folder is there.
    func changes(since commit: String) async throws(PlanFilesError) -> Set<String> {
        let listing = try await ask([
            "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative",
            "--ignore-submodules", commit, "--", ".",
        ])
        return Set(listing.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }

    private func line(
        _ arguments: [String], failing: Phrase? = nil, help: Phrase? = nil
    ) async throws(PlanFilesError) -> String {
        let bytes = try await ask(arguments, failing: failing, help: help)
        return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    /// - Parameter failing: What a failure of git means; its own words otherwise.
    private func ask(
        _ arguments: [String], input: String = "", failing: Phrase? = nil, help: Phrase? = nil
    ) async throws(PlanFilesError) -> [UInt8] {
        do {
            let result = try await run(
                await GitProgram.executable, arguments: Arguments(["-C", start] + arguments),
                environment: .inherit.updating(["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]),
                input: .array(Array(input.utf8)), output: .bytes(limit: 1 << 31),
                error: .string(limit: 1 << 16))
            guard result.terminationStatus.isSuccess else {
                throw failure(result.standardError, failing, help)
            }
            return result.standardOutput
        } catch let error as PlanFilesError {
            throw error
        } catch {
            throw PlanFilesError(Phrase(zh: "运行不了 git", en: "cannot run git"))
        }
    }

    private func failure(_ words: String, _ failing: Phrase?, _ help: Phrase?) -> PlanFilesError {
        if words.contains("not a git repository") {
            return PlanFilesError(
                Phrase(zh: "\(path) 不在 git 仓库里", en: "\(path) is in no git repository"), help: outside)
        }
        if words.contains("dubious ownership") {
            return PlanFilesError(
                Phrase(
                    zh: "git 不肯读别人的仓库 \(path)",
                    en: "git refuses to read a repository of somebody else: \(path)"),
                help: Phrase(
                    zh: "运行 git config --global --add safe.directory '*'，或改文件夹的主人",
                    en:
                        "run git config --global --add safe.directory '*', or change the folder's owner"
                ))
        }
        let last = words.split(separator: "\n").last.map(String.init) ?? ""
        return PlanFilesError(
            failing ?? Phrase(zh: "git 没有成功：\(last)", en: "git failed: \(last)"), help: help)
    }

    /// One of `mode SP type SP object TAB name`; nil for what is no plan file.
    private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
        guard let tab = line.firstIndex(of: 0x09) else { return nil }
        let words = line[..<tab].split(separator: 0x20)
        guard words.count == 3, words[1].elementsEqual("blob".utf8) else { return nil }
        let isLink = words[0].elementsEqual("120000".utf8)
        let name = String(decoding: line[(tab + 1)...], as: UTF8.self)
        guard isLink || words[0].starts(with: "100".utf8), isPlan(name) else { return nil }
        return Entry(blob: String(decoding: words[2], as: UTF8.self), name: name, isLink: isLink)
    }

    /// Whether a walk through the folder would take such a file for a plan.
    static func isPlan(_ name: String) -> Bool {
        (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) && !name.hasPrefix(".") && !name.contains("/.")
    }
}
