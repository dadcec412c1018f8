/// What `git cat-file --batch` prints: `object SP type SP size LF`, the bytes, LF; again and again.
struct BatchReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> [UInt8]? {
        guard let line = bytes[index...].firstIndex(of: 0x0A) else { return nil }
        let words = String(decoding: bytes[index..<line], as: UTF8.self).split(separator: " ")
        guard words.count == 3, let size = Int(words[2]), size >= 0, line + 1 + size < bytes.count else {
            return nil
        }
        index = line + 2 + size
        return Array(bytes[(line + 1)..<(line + 1 + size)])
    }
}
