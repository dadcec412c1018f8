import Diagnostics

extension SourceFile {
    /// The bytes without byte order mark, every line end an LF; lines and columns are the same with and without.
    var withPlainLineEnds: [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var wasReturn = false
        for byte in bytes[markLength...] {
            if byte == 0x0D {
                plain.append(0x0A)
            } else if byte != 0x0A || !wasReturn {
                plain.append(byte)
            }
            wasReturn = byte == 0x0D
        }
        return plain
    }
}
