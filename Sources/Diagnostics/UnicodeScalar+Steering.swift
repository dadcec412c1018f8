extension Unicode.Scalar {
    /// Whether it steers what shows it instead of being read: a control character, line breaks too, or one that turns
    /// the direction of text.
    package var isSteering: Bool {
        value < 0x20 || (0x7F..<0xA0).contains(value) || (0x202A...0x202E).contains(value)
            || (0x2066...0x2069).contains(value)
    }

    /// `U+20BB7`.
    package var codeText: String { "U+\(String(value, radix: 16, uppercase: true))" }
}

extension StringProtocol {
    /// Whether it may hold a character that steers: quick, and true for some text that holds none.
    package var maySteer: Bool {
        utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
    }
}
