internal import CShippedRules
package import Diagnostics

/// The rule sets that the program brings along, as the files below rules/ say them.
package enum ShippedRules {
    /// In the order of their paths, each named as in the program's own repository.
    package static let files: [SourceFile] = {
        var count = 0
        guard let start = emergency_shipped_rules(&count) else { return [] }
        return UnsafeBufferPointer(start: start, count: count).compactMap { file in
            guard let path = file.path, let text = file.text else { return nil }
            return SourceFile(
                path: String(cString: path),
                bytes: Array(UnsafeBufferPointer(start: text, count: file.length)))
        }
    }()

    /// The same, read like any plan file.
    static let read: [ReadFile] = files.map { ReadFile($0) }
}
