package import Diagnostics

/// The files of an event against the sums that its record vouches for.
package struct RecordedFiles: Sendable {
    private let folder: String
    private let path: String
    private let list: [UInt8]?

    package init(in folder: String, event: Int) {
        self.folder = folder
        path = "\(folder)/\(FileSums.path(of: event))"
        list = try? FileBytes.read(path, most: EventLog.largestFile)
    }

    private var entries: [(hash: String, path: String)] {
        (list ?? []).split(separator: 0x0A).compactMap { line in
            guard line.count > 66 else { return nil }
            return (
                String(decoding: line.prefix(64), as: UTF8.self),
                String(decoding: line.dropFirst(66), as: UTF8.self)
            )
        }
    }

    /// How many files are listed.
    package var count: Int { entries.count }

    /// What is not as it was written.
    /// - Parameter sums: What the record says of the list.
    /// - Parameter one: Only this file, by its path below the folder; all when nil.
    package func faults(vouchedBy sums: String, only one: String? = nil) -> [(path: String, message: Phrase)]
    {
        guard let list else {
            return [(path, Phrase(zh: "校验和的清单不在或读不了", en: "the list of sums is missing or cannot be read"))]
        }
        guard ContentHash(of: list).text == sums else {
            return [
                (
                    path,
                    Phrase(
                        zh: "与记录不符：写入后改动过", en: "is not what the record says: changed since it was written")
                )
            ]
        }
        return entries.filter { one == nil || $0.path == one }.compactMap { entry in
            let place = "\(folder)/\(entry.path)"
            guard RealPath.exists(place) else { return (place, Phrase(zh: "文件不见了", en: "the file is gone")) }
            guard let bytes = try? FileBytes.read(place, most: EventLog.largestFile) else {
                return (place, Phrase(zh: "文件读不了", en: "the file cannot be read"))
            }
            return ContentHash(of: bytes).text == "sha256:\(entry.hash)"
                ? nil : (place, Phrase(zh: "写入后改动过", en: "was changed after it was written"))
        }
    }
}
