/// Numbers and texts in a row of bytes.
struct ByteWriter {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    mutating func number(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func text(_ text: String) {
        number(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func raw(_ some: ArraySlice<UInt8>) { bytes.append(contentsOf: some) }
}

/// Reads them again; nil wherever the bytes do not hold what is asked for.
struct ByteReader {
    private let bytes: [UInt8]
    private var index: Int
    private let end: Int

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        index = start
        end = bytes.count
    }

    init(_ slice: ArraySlice<UInt8>) {
        bytes = Array(slice)
        index = 0
        end = bytes.count
    }

    var isAtEnd: Bool { index == end }

    mutating func number() -> Int64? {
        guard end - index >= 8 else { return nil }
        defer { index += 8 }
        return bytes.withUnsafeBytes {
            Int64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: Int64.self))
        }
    }

    /// A number within a range.
    mutating func number(in range: ClosedRange<Int64>) -> Int64? {
        number().flatMap { range.contains($0) ? $0 : nil }
    }

    mutating func skip(_ length: Int64) -> Range<Int>? {
        guard length >= 0, length <= end - index else { return nil }
        defer { index += Int(length) }
        return index..<(index + Int(length))
    }

    mutating func text() -> String? {
        guard let length = number(), let range = skip(length) else { return nil }
        return String(validating: bytes[range], as: UTF8.self)
    }
}
