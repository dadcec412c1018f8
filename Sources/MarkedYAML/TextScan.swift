/// What a first look at the bytes tells, so that closer looks are spared where there is nothing to see.
struct TextScan: Sendable {
    /// The first of U+0085, U+2028 and U+2029, at which YAML breaks lines and editors do not.
    private(set) var firstInvisibleBreak: Int?
    /// Whether there are characters that take no room on a screen, or that look like a space.
    private(set) var hasInvisible = false
    /// Whether `emergency:` stands behind a `#`.
    private(set) var hasRemark = false
    /// Whether the bytes are UTF-8 without control characters other than tabs and line ends, without a carriage
    /// return that ends a line alone, and without other breaks and marks that YAML knows.
    private(set) var isGoodText = true

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index < raw.count {
            index += Self.dullBytes(raw, at: index)
            while Self.isChinese(raw, at: index) { index += 3 }
            if index < raw.count { index += look(raw, index) }
        }
    }

    /// How many bytes from here on are surely printable ASCII and no `#`.
    private static func dullBytes(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
        let each: UInt64 = 0x0101_0101_0101_0101
        var index = start
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            // The top bit of a byte is set where it is below a space, is a `#` or DEL, or is no ASCII.
            // Carries make it set above such a byte too, but the lowest one is right.
            let control = word &- each &* 0x20
            let hash = (word ^ each &* 0x23) &- each
            let delete = word &+ each
            let notable = (control | hash | delete | word) & (each &* 0x80)
            guard notable == 0 else { return index + notable.trailingZeroBitCount / 8 - start }
            index += 8
        }
        return index - start
    }

    /// Whether a character of U+3000…U+9FFF stands here, none of which means anything to YAML.
    private static func isChinese(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
        index + 3 <= bytes.count && (0xE3...0xE9).contains(bytes[index]) && bytes[index + 1] & 0xC0 == 0x80
            && bytes[index + 2] & 0xC0 == 0x80
    }

    /// - Returns: How many bytes belong to the character looked at.
    private mutating func look(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let byte = bytes[index]
        switch byte {
        case 0x20...0x22, 0x24...0x7E, 0x09, 0x0A:
            return 1
        case .hash:
            if isRemark(bytes, from: index + 1) { hasRemark = true }
            return 1
        case .carriageReturn:
            if index + 1 == bytes.count || bytes[index + 1] != .lineFeed { isGoodText = false }
            return 1
        case 0xC2...0xF4:
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard isCharacter(bytes, index, length) else { break }
            if length == 2 { look2(bytes, index) }
            if length == 3, byte == 0xE2 || byte == 0xEF { look3(bytes, index) }
            return length
        default:
            break
        }
        isGoodText = false
        return 1
    }

    /// Whether a character of this length stands here, as UTF-8 has it: the shortest form, and no surrogate.
    private func isCharacter(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ length: Int) -> Bool {
        guard index + length <= bytes.count else { return false }
        for next in index + 1..<index + length where bytes[next] & 0xC0 != 0x80 { return false }
        return switch bytes[index] {
        case 0xE0: bytes[index + 1] >= 0xA0
        case 0xED: bytes[index + 1] < 0xA0
        case 0xF0: bytes[index + 1] >= 0x90
        case 0xF4: bytes[index + 1] < 0x90
        default: true
        }
    }

    private mutating func look2(_ bytes: UnsafeRawBufferPointer, _ index: Int) {
        guard bytes[index] == 0xC2 else { return }
        switch bytes[index + 1] {
        case 0x85:
            if firstInvisibleBreak == nil { firstInvisibleBreak = index }
            isGoodText = false
        case 0x80..<0xA0: isGoodText = false
        case 0xA0, 0xAD: hasInvisible = true
        default: break
        }
    }

    private mutating func look3(_ bytes: UnsafeRawBufferPointer, _ index: Int) {
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE2, 0x80, 0xA8...0xA9):
            if firstInvisibleBreak == nil { firstInvisibleBreak = index }
            isGoodText = false
        case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF):
            hasInvisible = true
        case (0xEF, 0xBB, 0xBF):
            guard index > 0 else { break }
            hasInvisible = true
            isGoodText = false
        case (0xEF, 0xBF, 0xBE...0xBF):
            isGoodText = false
        default: break
        }
    }

    static let remark = Array("emergency:".utf8)

    private func isRemark(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
        var start = start
        while start < bytes.count, bytes[start] == .space || bytes[start] == .tab { start += 1 }
        guard start + Self.remark.count <= bytes.count else { return false }
        return bytes[start..<start + Self.remark.count].elementsEqual(Self.remark)
    }
}
