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

    /// Where each line ends in the bytes as they are stored, behind its line break; the last line may have none.
    var lineBreaks: [Int] {
        bytes.indices.filter { index in
            let byte = bytes[index]
            return byte == 0x0A || byte == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A)
        }.map { $0 + 1 }
    }

    /// What new lines end with, as the file's own do.
    var lineBreak: String { bytes.contains(0x0D) ? "\r\n" : "\n" }
}
