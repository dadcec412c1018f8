internal import CXXHash
package import Diagnostics
internal import Glibc

/// What an earlier run on the same plan folder has left in the user's cache folder, to spare work; whatever is
/// wrong with it, it is as if it were not there. It may be deleted at any time.
package struct CheckCache: Sendable {
    /// Mixed into every fingerprint; known to nobody but the user, so that no plan can be made to fit.
    private let seed: UInt64
    /// What the earlier check remembered; nil when there is nothing that can be trusted.
    package let payload: [UInt8]?
    private let path: String

    private static let magic = Array("emergency check 1\n".utf8)
    private static let headLength = magic.count + 8 + 16
    /// A cache file beyond this is none of ours.
    private static let largest = 1 << 30
    /// Files of folders that nobody has checked for so long are cleared away.
    private static let daysKept = 30

    /// What is remembered, and by whom.
    package enum Kind: String, Sendable, CaseIterable {
        case check, diff
    }

    /// Opens the cache for a plan folder, in `$XDG_CACHE_HOME/emergency` or `~/.cache/emergency`.
    /// - Returns: nil where the user has no cache folder.
    package init?(for folder: String, _ kind: Kind = .check) {
        guard let home = Self.home, let real = RealPath.of(folder) else { return nil }
        let name = Self.hexadecimal(Self.hash(Array(real.utf8), seed: 0).low)
        path = "\(home)/\(kind.rawValue)-\(name)"
        guard let stored = Self.trusted(path) else {
            seed = UInt64.random(in: .min ... .max)
            payload = nil
            return
        }
        (seed, payload) = stored
    }

    /// The fingerprints of files, in their order.
    package func fingerprints(of files: [SourceFile]) async -> [Fingerprint] {
        let seed = seed
        return await files.mapOnAllCores(chunk: 256) { file in
            let path = Self.hash(Array(file.path.utf8), seed: seed)
            return Self.hash(file.bytes, seed: seed ^ path.low ^ (path.high &* 0x9E37_79B9_7F4A_7C15))
        }
    }

    /// Keeps what a check remembers. A failure costs the next check its head start and nothing else.
    package func save(_ payload: [UInt8]) {
        guard let slash = path.lastIndex(of: "/") else { return }
        let folder = String(path[..<slash])
        guard Self.makeFolder(folder) else { return }
        Self.clearOld(folder)
        let draft = "\(path).\(getpid())"
        unlink(draft)
        let sum = Self.hash(payload, seed: seed)
        let head = Self.magic + [seed, sum.high, sum.low].flatMap(Self.bytes)
        let isWritten = (try? FileBytes.write(head + payload, to: draft, mode: 0o600)) != nil
        if !isWritten || rename(draft, path) != 0 { unlink(draft) }
    }

    /// The file's seed and payload, if it is the user's own, whole, and has the sum that it says.
    private static func trusted(_ path: String) -> (UInt64, [UInt8])? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_mode & 0o022 == 0, Int(status.st_size) <= largest,
            let bytes = try? FileBytes.read(path, most: largest), bytes.count >= headLength,
            bytes.starts(with: magic)
        else { return nil }
        func number(at offset: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 << 8 | UInt64(bytes[offset + $1]) }
        }
        let seed = number(at: magic.count)
        let payload = Array(bytes[headLength...])
        let sum = hash(payload, seed: seed)
        guard sum.high == number(at: magic.count + 8), sum.low == number(at: magic.count + 16) else {
            return nil
        }
        return (seed, payload)
    }

    private static func hash(_ bytes: [UInt8], seed: UInt64) -> Fingerprint {
        let hash = bytes.withUnsafeBytes { emergency_xxh3($0.baseAddress, $0.count, seed) }
        return Fingerprint(high: hash.high64, low: hash.low64)
    }

    private static func bytes(of number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    // MARK: - Where it lies

    private static var home: String? {
        func value(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        return value("XDG_CACHE_HOME").map { "\($0)/emergency" }
            ?? value("HOME").map { "\($0)/.cache/emergency" }
    }

    /// Makes the cache folder and the one above it, for nobody but the user; what lies above those must be there.
    private static func makeFolder(_ path: String) -> Bool {
        guard let slash = path.lastIndex(of: "/") else { return false }
        for folder in [String(path[..<slash]), path] where mkdir(folder, 0o700) != 0 && errno != EEXIST {
            return false
        }
        return true
    }

    private static func clearOld(_ folder: String) {
        guard let handle = opendir(folder) else { return }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let name = FolderEntry.name(of: entry)
            var status = stat()
            guard Kind.allCases.contains(where: { name.hasPrefix("\($0.rawValue)-") }),
                lstat("\(folder)/\(name)", &status) == 0,
                time(nil) - status.st_mtim.tv_sec > daysKept * 86_400
            else { continue }
            unlink("\(folder)/\(name)")
        }
    }
}

/// Which build of the program this is: another build may find other faults.
package enum ProgramFile {
    /// The size, the time and the place of the file that runs.
    package static var identity: String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return "" }
        return
            "\(status.st_dev) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
