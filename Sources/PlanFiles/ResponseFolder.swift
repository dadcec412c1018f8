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
        guard !RealPath.exists(path) else {
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
    /// - Parameters:
    ///   - old: What gives way: the folder itself, or the one that it corrects under another name.
    ///   - check: What must hold in the last moment; nothing is written when it does not.
    package func write(
        _ files: [ResponseFile], replacing old: ResponseFolder? = nil,
        once check: () throws(PlanFilesError) -> Void = {}
    ) throws(PlanFilesError) {
        try FolderMaking.make(parent)
        if old?.path != path { try requireFree() }
        let draft = try DraftFolder(in: parent, for: name)
        do throws(PlanFilesError) {
            try draft.fill(with: files)
            try check()
            try publish(draft.path, replacing: old)
        } catch {
            draft.remove()
            throw error
        }
    }

    /// Adds files to the response, and then makes its record longer: that step counts. Files that an earlier run was
    /// killed over, which no record names, give way.
    /// - Parameters:
    ///   - page: The page that leads to everything: nothing hangs on it, and it comes last.
    ///   - log: The record with the event that tells of these files.
    ///   - check: What must hold in the last moment; nothing is written when it does not.
    package func add(
        _ files: [ResponseFile], page: ResponseFile, log: EventLog,
        once check: () throws(PlanFilesError) -> Void
    ) throws(PlanFilesError) {
        let draft = try DraftFolder(in: path, for: "event")
        defer { draft.remove() }
        try draft.fill(with: files + [page, ResponseFile(path: EventLog.name, bytes: log.bytes)])
        try check()
        // Papers of an order that was never recorded must not lie about to be handed out.
        let strays = strays(
            papers: log.all(of: "papers"), events: log.count,
            edition: log.last(of: "edition").flatMap { Int($0) } ?? 0)
        for stray in strays { try FolderRemoval.clear(stray) }
        for unit in Self.units(of: files) { try move(unit, from: draft.path) }
        draft.sync()
        for name in [EventLog.name, page.path] {
            guard rename("\(draft.path)/\(name)", "\(path)/\(name)") == 0 else {
                throw PlanFilesError(Self.deed, path: "\(path)/\(name)", code: errno)
            }
        }
        draft.sync()
    }

    /// What is moved in one step each: a folder that is new, or a file in one that is shared by all events.
    private static func units(of files: [ResponseFile]) -> [String] {
        var units: [String] = []
        for file in files {
            let parts = file.path.split(separator: "/")
            let unit = shared.contains(parts.first.map(String.init) ?? "") ? file.path : String(parts[0])
            if units.last != unit, !units.contains(unit) { units.append(unit) }
        }
        return units
    }

    /// The folders to which every event adds files.
    package static let shared: Set<String> = ["rosters", "cuts", "sums"]

    private func move(_ unit: String, from draft: String) throws(PlanFilesError) {
        let place = "\(path)/\(unit)"
        if unit.contains("/") { try FolderMaking.make(RealPath.folder(of: place)) }
        // What stands there is of no event: under the lock nobody else writes.
        if RealPath.exists(place) { try FolderRemoval.clear(place) }
        guard rename("\(draft)/\(unit)", place) == 0 else {
            throw PlanFilesError(Self.deed, path: place, code: errno)
        }
    }

    /// What lies here numbered like an event and is of none: a command was killed half way, or the record has lost its
    /// end.
    /// - Parameters:
    ///   - papers: The folders of the events' papers.
    ///   - events: How many events the record holds.
    ///   - edition: The last edition of the roster.
    package func strays(papers: [String], events: Int, edition: Int) -> [String] {
        func numbered(_ folder: String, above last: Int) -> [String] {
            FolderEntry.names(in: "\(path)/\(folder)").filter { name in
                (Int(name.prefix { $0.isNumber }) ?? 0) > last
            }.map { "\(folder)/\($0)" }
        }
        let folders = FolderEntry.names(in: path).filter { name in
            let digits = name.prefix { $0.isNumber }
            return !digits.isEmpty && name.dropFirst(digits.count).hasPrefix("-") && !papers.contains(name)
        }
        return
            (folders + numbered("sums", above: events) + numbered("cuts", above: events)
            + numbered("rosters", above: edition)).sorted().map { "\(path)/\($0)" }
    }

    private func publish(_ draft: String, replacing old: ResponseFolder?) throws(PlanFilesError) {
        // One of another name leaves first: at no time are there two.
        if let old, old.path != path {
            let kept = old.freeName()
            guard rename(old.path, kept) == 0 || errno == ENOENT else {
                throw PlanFilesError(Self.deed, path: kept, code: errno)
            }
        }
        if renameat2(AT_FDCWD, draft, AT_FDCWD, path, UInt32(EMERGENCY_RENAME_NOREPLACE)) == 0 { return }
        guard errno == EEXIST || errno == ENOTEMPTY else {
            throw PlanFilesError(Self.deed, path: path, code: errno)
        }
        guard old?.path == path else {
            try requireFree()
            throw PlanFilesError(Self.deed, path: path, code: EEXIST)
        }
        // The new one takes the name of what is kept first, and then both change places in one step: whenever the run is
        // killed, neither is lost.
        let kept = freeName()
        guard rename(draft, kept) == 0 else { throw PlanFilesError(Self.deed, path: kept, code: errno) }
        guard renameat2(AT_FDCWD, kept, AT_FDCWD, path, UInt32(EMERGENCY_RENAME_EXCHANGE)) == 0 else {
            let code = errno
            FolderRemoval.remove(kept)
            throw PlanFilesError(Self.deed, path: path, code: code)
        }
    }

    /// `….replaced`, or with a number before it where there are such already.
    private func freeName() -> String {
        var (name, number) = ("\(path).replaced", 2)
        while RealPath.exists(name) {
            name = "\(path).\(number).replaced"
            number += 1
        }
        return name
    }
}
