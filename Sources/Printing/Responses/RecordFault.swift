package import Diagnostics

/// A place at which a record, or what it vouches for, cannot be believed.
package struct RecordFault: Sendable {
    package let path: String
    /// From 1; nil for a file as a whole.
    package let line: Int?
    package let message: Phrase

    package init(path: String, line: Int?, message: Phrase) {
        self.path = path
        self.line = line
        self.message = message
    }

    /// `Responses/2026-11-24-orange/events.yaml:12: error: …`.
    package func text(in style: TextStyle) -> String {
        let place = harmless(path) + (line.map { ":\($0)" } ?? "")
        return style.paint("\(place): ", .bold) + style.paint(style.say("错误", "error") + ": ", .bad)
            + harmless(style.say(message))
    }

    package var json: JSONValue {
        .object([
            ("path", .string(path)), ("line", line.map { .integer(Int64($0)) } ?? .null),
            ("message", .string(message.english)),
        ])
    }
}
