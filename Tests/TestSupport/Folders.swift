package import Foundation

/// The repository, wherever the tests run from.
package let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// A folder of its own for a test, gone when the test is over.
package final class TemporaryFolder {
    package let url: URL

    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "emergency-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
        try? FileManager.default.removeItem(at: url)
    }

    package func write(_ bytes: Data, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }
}

/// What a finished program printed, and how it ended.
package struct Finished {
    package let output: Data
    package let errors: Data
    package let status: Int32

    package var text: String { String(decoding: output, as: UTF8.self) }
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// Runs a program to its end.
package func run(
    _ program: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:],
    input: Data? = nil
) throws -> Finished {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    var full = ["PATH": "/usr/bin:/bin:/usr/local/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"]
    full.merge(environment) { _, new in new }
    process.environment = full
    // Files instead of pipes: no output is too long for them, and nothing has to be read while it runs.
    let scratch = try TemporaryFolder()
    let (out, err) = (scratch.url.appending(path: "out"), scratch.url.appending(path: "err"))
    try Data().write(to: out)
    try Data().write(to: err)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    if let input {
        try input.write(to: scratch.url.appending(path: "in"))
        process.standardInput = try FileHandle(forReadingFrom: scratch.url.appending(path: "in"))
    } else {
        process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Finished(output: try Data(contentsOf: out), errors: try Data(contentsOf: err), status: status)
}

/// Debian's own Python, whose PyYAML `make test` installs.
package func python(_ arguments: [String], input: Data? = nil) throws -> Finished {
    try run("/usr/bin/python3", arguments, input: input)
}

/// A program of the virtual environment in which `make setup-test` installs the judges' packages from PyPI.
/// - Parameter name: Such as `python` or `check-jsonschema`.
package func judge(
    _ name: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:],
    input: Data? = nil
) throws -> Finished {
    let program = repository.appending(path: ".build/judges/bin/\(name)").path
    guard FileManager.default.isExecutableFile(atPath: program) else { throw MissingJudge(program: program) }
    return try run(program, arguments, in: folder, environment: environment, input: input)
}

/// A judge is not installed, or not yet in this clone.
package struct MissingJudge: Error, CustomStringConvertible {
    let program: String

    package var description: String { "\(program) is not there: run 'make setup-test' first" }
}

/// The program under test, built beside the tests.
package let program: String = {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for folder in [bundle, Bundle.main.bundleURL, repository.appending(path: ".build/debug")] {
        let candidate = folder.appending(path: "emergency")
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate.path }
    }
    preconditionFailure("the program is built before the tests run")
}()
