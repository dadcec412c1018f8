internal import Glibc

/// Where a path leads when all links on its way are followed.
enum RealPath {
    /// - Returns: nil, and the reason in `errno`, where it leads nowhere.
    static func of(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Whether anything stands there, be it a link that leads nowhere.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// The folder in which a path stands, as it is written; empty for a bare name.
    static func folder(of path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
}
