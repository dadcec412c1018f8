import Foundation
import TestSupport
import Testing

/// The line that says how far a check has come.
struct ProgressTests {
    /// Runs a program on a terminal of its own and prints what it wrote there.
    private static let onTerminal = """
        import os, pty, sys
        read = bytearray()
        def reader(fd):
            data = os.read(fd, 65536)
            read.extend(data)
            return data
        status = pty.spawn(sys.argv[1:], reader, lambda fd: b'')
        """

    @Test func nothingIsDrawnIntoPipesOrWhereMachinesWatch() throws {
        let arguments = ["check", "--on", "2026-11-24", "--no-cache", "--plans", samplePlans.path]
        let piped = try run(program, arguments, environment: ["TERM": "xterm"])
        #expect(piped.errors.isEmpty && !piped.output.contains(0x0D) && !piped.output.contains(0x1B))
        let shown = try python(
            ["-c", Self.onTerminal, "/usr/bin/env", "TERM=xterm", "CI=true", program] + arguments)
        #expect(shown.text.contains("\u{1B}["), "a terminal gets colours: \(shown.text)\(shown.errorText)")
        // No line of progress: every carriage return is the terminal's own, before a line break.
        let bytes = Array(shown.output)
        let alone = bytes.indices.filter { bytes[$0] == 0x0D && (bytes + [0])[$0 + 1] != 0x0A }
        #expect(alone.isEmpty, "\(shown.text)")
    }
}
