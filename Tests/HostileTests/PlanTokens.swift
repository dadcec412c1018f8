/// Where keys, values, brackets and entries stand in a text, as far as a look at its characters tells:
/// good enough for places to mutate at, in text that need not be YAML at all.
struct PlanTokens {
    /// Plain and quoted scalars that are keys, and those that are not.
    private(set) var keys: [Range<Int>] = []
    private(set) var values: [Range<Int>] = []
    /// Brackets and braces with all inside them.
    private(set) var groups: [Range<Int>] = []
    /// Where each line starts, and one place more behind the last.
    private(set) var lineStarts: [Int] = [0]

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var open: [Int] = []
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                lineStarts.append(index + 1)
                index += 1
            case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ":"): index += 1
            case UInt8(ascii: "[") where open.count < 200, UInt8(ascii: "{") where open.count < 200:
                open.append(index)
                index += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                index += 1
                if let start = open.popLast() { groups.append(start..<index) }
            case UInt8(ascii: "#"): while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            case UInt8(ascii: "-") where index + 1 < bytes.count && bytes[index + 1] == 0x20: index += 2
            default:
                let end = Self.end(ofScalarAt: index, in: bytes, isInside: !open.isEmpty)
                let isKey =
                    end < bytes.count && bytes[end] == UInt8(ascii: ":")
                    && (end + 1 == bytes.count || bytes[end + 1] == 0x20 || bytes[end + 1] == 0x0A)
                if isKey { keys.append(index..<end) } else { values.append(index..<end) }
                index = max(end, index + 1)
            }
        }
        if lineStarts.last != bytes.count { lineStarts.append(bytes.count) }
    }

    var lineCount: Int { lineStarts.count - 1 }

    /// A line and all lines below it that are deeper: an entry of a mapping or an item of a list.
    func entry(atLine line: Int) -> Range<Int> {
        let depth = indent(ofLine: line)
        var next = line + 1
        while next < lineCount, indent(ofLine: next) > depth { next += 1 }
        return lineStarts[line]..<lineStarts[next]
    }

    /// How many spaces stand before a line's text.
    func indent(ofLine line: Int) -> Int {
        bytes[lineStarts[line]..<lineStarts[line + 1]].prefix { $0 == 0x20 }.count
    }

    private static func end(ofScalarAt start: Int, in bytes: [UInt8], isInside: Bool) -> Int {
        let quote = bytes[start]
        var index = start + 1
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            while index < bytes.count, bytes[index] != quote, bytes[index] != 0x0A {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            return min(index + 1, bytes.count)
        }
        while index < bytes.count, bytes[index] != 0x0A {
            let isClosing =
                bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "]")
                || bytes[index] == UInt8(ascii: "}")
            if isInside, isClosing { break }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
            if bytes[index] == UInt8(ascii: ":"), next == 0x20 || next == 0x0A { break }
            if bytes[index] == 0x20, next == UInt8(ascii: "#") { break }
            index += 1
        }
        return index
    }
}
