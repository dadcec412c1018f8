package import Diagnostics
import Foundation

/// The sample plans at another scale: every emission some part of what it was, every percentage another, some lines
/// at rest, and all of it times a factor. The same seed gives the same plans.
package func scaledPlans(_ files: [SourceFile], seed: UInt64) -> [SourceFile] {
    var seeded = Seeded(seed)
    let factor = [1, 7, 1000].randomElement(using: &seeded) ?? 1
    return files.map { file in
        guard file.path.contains("sub-districts/") || file.path.hasSuffix("district.yaml") else {
            return file
        }
        return file.with(
            file.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                scaled(String(line), by: factor, &seeded)
            }.joined(separator: "\n"))
    }
}

private func scaled(_ line: String, by factor: Int, _ seeded: inout Seeded) -> String {
    let isBaseline = line.contains("SO2: 0.315 t/d")
    var line = line.replacing(/(SO2|NOx|PM|VOCs): ([0-9]+)(\.[0-9]+)? (kg|t|g)\/d/) { match in
        let unit = match.4 == "t" ? 1_000_000 : match.4 == "kg" ? 1000 : 1
        let part = match.3.map { Int(($0.dropFirst() + "000000").prefix(6)) ?? 0 } ?? 0
        let grams = (Int(match.2) ?? 0) * unit + part * unit / 1_000_000
        let some = isBaseline ? grams : Int.random(in: 0...grams, using: &seeded)
        return "\(match.1): \(some * factor) g/d"
    }
    if let match = line.firstMatch(of: /by: \d+ %/) {
        let hundredths = Int.random(in: 1..<10_000, using: &seeded)
        line.replaceSubrange(
            match.range, with: "by: \(hundredths / 100).\(String(hundredths % 100 + 100).dropFirst()) %")
    }
    if line.contains("status: running"), Int.random(in: 0..<8, using: &seeded) == 0 {
        let states = ["standby", "idle", "seasonal-stop", "rectification"]
        line = line.replacing(
            "status: running", with: "status: \(states.randomElement(using: &seeded) ?? "idle")")
    }
    return line
}

/// A folder with a `Plans` of the sample plans (seed 0), or of others at another scale.
package func folder(ofPlansScaledBy seed: UInt64) throws -> TemporaryFolder {
    let scratch = try TemporaryFolder()
    let files = try planFiles(below: samplePlans)
    for file in seed == 0 ? files : scaledPlans(files, seed: seed) {
        try scratch.write(Data(file.bytes), to: "Plans/\(file.path)")
    }
    return scratch
}
