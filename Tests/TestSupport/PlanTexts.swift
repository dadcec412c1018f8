package import Diagnostics
package import Foundation
package import PlanModel

/// The day on which the sample plans and the fixtures are right.
package let sampleDay: CivilDate = {
    guard let day = CivilDate("2026-11-24") else { preconditionFailure("the calendar has this day") }
    return day
}()

/// The sample district.
package let samplePlans = repository.appending(path: "Plans")

/// Every plan file below a folder, by its path inside it, in the order of bytes.
package func planFiles(below folder: URL) throws -> [SourceFile] {
    let root = folder.standardizedFileURL.path
    let all =
        FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        ?? []
    return try all.filter { $0.pathExtension == "yaml" }.map { file in
        SourceFile(
            path: String(file.standardizedFileURL.path.dropFirst(root.count + 1)),
            bytes: Array(try Data(contentsOf: file)))
    }.sorted { $0.path.precedesInBytes($1.path) }
}

extension SourceFile {
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The same file with another text.
    package func with(_ text: String) -> SourceFile {
        SourceFile(path: path, bytes: Array(text.utf8))
    }
}

/// The names in a folder that end so, in order.
package func names(in folder: URL, endingWith suffix: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
        $0.hasSuffix(suffix)
    }.sorted()
}

extension Provenance {
    /// Of plans that tests have changed, outside git and whole.
    package static let ofTests = Provenance(
        folder: "Plans", commit: nil, isClean: false, contentHash: "", leftOut: [], programVersion: "test")
}
