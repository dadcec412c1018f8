internal import Glibc

/// What `readdir` gives.
enum FolderEntry {
    /// The entry's name; the C struct holds it as an array of fixed size, which Swift sees as a tuple.
    static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) { tuple in
            tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                String(cString: $0)
            }
        }
    }

    /// The names in a folder but for `.` and `..`, in no order; none where there is no such folder.
    static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) { names.append(name(of: entry)) }
        return names.filter { $0 != "." && $0 != ".." }
    }
}
