/// What a first look at the bytes tells, so that closer looks are spared where there is nothing to see.
struct TextScan: Sendable {
    /// The first of U+0085, U+2028 and U+2029, at which YAML breaks lines and editors do not.
    private(set) var firstInvisibleBreak: Int?
    /// Whether there are characters that take no room on a screen, or that look like a space.
    private(set) var hasInvisible = false
    /// Whether `emergency:` stands behind a `#`.
    private(set) var hasRemark = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index + 1 < bytes.count {
            switch bytes[index] {
            case 0x23: if isRemark(bytes, from: index + 1) { hasRemark = true }
            case 0xC2: look2(bytes, index)
            case 0xE2, 0xEF: if index + 2 < bytes.count { look3(bytes, index) }
            default: break
            }
            index += 1
        }
    }

    private mutating func look2(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
        switch bytes[index + 1] {
        case 0x85: if firstInvisibleBreak == nil { firstInvisibleBreak = index }
        case 0xA0, 0xAD: hasInvisible = true
        default: break
        }
    }

    private mutating func look3(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE2, 0x80, 0xA8...0xA9): if firstInvisibleBreak == nil { firstInvisibleBreak = index }
        case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF):
            hasInvisible = true
        case (0xEF, 0xBB, 0xBF): if index > 0 { hasInvisible = true }
        default: break
        }
    }

    static let remark = Array("emergency:".utf8)

    private func isRemark(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var start = start
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        guard start + Self.remark.count <= bytes.count else { return false }
        return bytes[start..<start + Self.remark.count].elementsEqual(Self.remark)
    }
}
