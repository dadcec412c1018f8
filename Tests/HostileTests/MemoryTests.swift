import Foundation
import TestSupport
import Testing

/// How much memory the program takes for files made to take much of it.
struct MemoryTests {
    /// Runs a program and tells its exit code and the most memory it held, in KiB.
    private static let watch = """
        import resource, subprocess, sys
        done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        """

    private static let laughs =
        "kind: people\npeople:\n  - &a0 [\(Array(repeating: "笑", count: 20_000).joined(separator: ", "))]\n"
        + (1...200).map { "  - &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }.joined()

    private static let longText =
        "kind: people\nsubDistrict: 牛街\npeople:\n  - id: &a \(String(repeating: "长", count: 300_000))\n"
        + "    phone: *a\n    posts: [\(Array(repeating: "*a", count: 20_000).joined(separator: ", "))]\n"

    /// Of one file in the sample district, at most the 4 MiB that are read; and the most to be taken, in MiB.
    /// The sample district alone takes some 25.
    private static let cases: [(text: String, most: Int)] = [
        (laughs, 100), (longText, 100),
        ("kind: people\npeople: " + String(repeating: "[", count: 4_000_000), 200),
        ("kind: people\npeople: [" + String(repeating: "[],", count: 1_300_000) + "]", 700),
        ("kind: people\npeople: [" + String(repeating: "{},", count: 1_300_000) + "]", 700),
    ]

    @Test(arguments: cases.indices)
    func staysBounded(index: Int) throws {
        let (text, most) = Self.cases[index]
        let scratch = try TemporaryFolder()
        try FileManager.default.copyItem(at: samplePlans, to: scratch.url.appending(path: "Plans"))
        try scratch.write(Data(text.utf8), to: "Plans/sub-districts/牛街/people.yaml")
        #expect(text.utf8.count < 4 << 20)
        let answer = try python([
            "-c", Self.watch, program, "check", "--on", "2026-11-24", "--plans",
            scratch.url.appending(path: "Plans").path,
        ])
        let numbers = answer.text.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }
        try #require(numbers.count == 2, "\(answer.text) \(answer.errorText)")
        #expect(numbers[0] == 1)
        #expect(numbers[1] < most << 10, "\(numbers[1] >> 10) MiB")
    }
}
