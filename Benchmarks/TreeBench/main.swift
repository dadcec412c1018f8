import Diagnostics
import MarkedYAML
import PlanFiles

// How long it takes to turn plan files into marked trees, without anything before or after:
// tree-bench FOLDER [THREADS]

/// Builds every file's tree and lets go of it.
/// - Returns: How many files are no YAML.
nonisolated func faults(in files: [SourceFile], threads: Int) async -> Int {
    await withTaskGroup(of: Int.self) { group in
        for first in 0..<threads {
            // Every so-manieth file: neighbours in a folder resemble each other in size.
            group.addTask {
                stride(from: first, to: files.count, by: threads).count {
                    (try? YAMLReader.read(files[$0])) == nil
                }
            }
        }
        var faults = 0
        for await some in group { faults += some }
        return faults
    }
}

guard (2...3).contains(CommandLine.arguments.count),
    let threads = CommandLine.arguments.count == 3 ? Int(CommandLine.arguments[2]) : 1, threads > 0
else {
    preconditionFailure("usage: tree-bench FOLDER [THREADS]")
}
let files = try await PlanFolder.read(CommandLine.arguments[1]).files
let bytes = files.reduce(0) { $0 + $1.bytes.count }
let clock = ContinuousClock()
let start = clock.now
let faulty = await faults(in: files, threads: threads)
let seconds = (clock.now - start) / .seconds(1)
print("files \(files.count) bytes \(bytes) faults \(faulty) threads \(threads) trees \(seconds) s")
