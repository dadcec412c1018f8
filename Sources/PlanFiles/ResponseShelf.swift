import Diagnostics
internal import Glibc

/// The folder of all responses as it was when somebody looked: what they write goes by what they saw.
package struct ResponseShelf: Sendable {
    /// Such as `Responses`.
    package let parent: String
    /// The records by the names of their folders, in the order of the names.
    package let logs: [(name: String, log: EventLog)]

    /// Hidden folders and those that were replaced are passed over; so are those that hold no record.
    package init(_ parent: String) throws(PlanFilesError) {
        self.parent = parent
        var status = stat()
        if stat(parent, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
            throw PlanFilesError(
                Phrase(zh: "读不了文件夹", en: "cannot read the folder"), path: parent, code: ENOTDIR)
        }
        var logs: [(name: String, log: EventLog)] = []
        for name in Self.names(in: parent) {
            if let log = try EventLog.read(in: "\(parent)/\(name)") { logs.append((name, log)) }
        }
        self.logs = logs
    }

    package func log(of name: String) -> EventLog? { logs.first { $0.name == name }?.log }

    /// Writes a new response with its first event.
    package func begin(
        _ folder: ResponseFolder, _ files: [ResponseFile], log: EventLog, replacing old: ResponseFolder?
    )
        throws(PlanFilesError)
    {
        try FolderMaking.make(parent)
        let entry = ResponseFile(path: EventLog.name, bytes: log.bytes)
        try locked { () throws(PlanFilesError) in
            try folder.write(files + [entry], replacing: old, once: requireUnchanged)
        }
    }

    /// Adds an event and its files to a response.
    /// - Parameter page: The page that leads to everything.
    package func goOn(
        with folder: ResponseFolder, _ files: [ResponseFile], page: ResponseFile, log: EventLog
    ) throws(PlanFilesError) {
        try locked { () throws(PlanFilesError) in
            try folder.add(files, page: page, log: log, once: requireUnchanged)
        }
    }

    /// Of two runs that began together, the first to come here wins; the other finds things otherwise than it saw them.
    private func requireUnchanged() throws(PlanFilesError) {
        let now = try ResponseShelf(parent)
        let isSame =
            now.logs.count == logs.count
            && zip(now.logs, logs).allSatisfy { $0.name == $1.name && $0.log == $1.log }
        guard !isSame else { return }
        let changed =
            now.logs.first { one in log(of: one.name) != one.log }?.name ?? logs.first?.name ?? parent
        throw PlanFilesError(
            Phrase(
                zh: "另一个命令刚刚记录了 \(changed)，这一次什么都没有写",
                en: "another command has just recorded \(changed); this one has written nothing"),
            help: Phrase(
                zh: "先看 emergency status，再决定要不要重来",
                en: "look at emergency status first, then try again if need be"))
    }

    /// Runs what writes while nobody else does.
    private func locked(_ work: () throws(PlanFilesError) -> Void) throws(PlanFilesError) {
        let lock = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else {
            throw PlanFilesError(
                Phrase(zh: "打不开文件夹", en: "cannot open the folder"), path: parent, code: errno)
        }
        defer { close(lock) }
        // A file system without locks has one writer at a time only as far as people see to it.
        while flock(lock, LOCK_EX) != 0, errno == EINTR {}
        try work()
    }

    private static func names(in folder: String) -> [String] {
        FolderEntry.names(in: folder).filter { !$0.hasPrefix(".") && !$0.hasSuffix(".replaced") }.sorted {
            Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
        }
    }
}
