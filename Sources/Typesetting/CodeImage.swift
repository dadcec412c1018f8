internal import CQREncode

/// A QR code.
struct CodeImage {
    /// Modules of white around it, as ISO/IEC 18004 asks.
    static let quietZone = 4
    let width: Int
    private let modules: [UInt8]

    /// nil for more text than a code holds.
    init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L) else { return nil }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        modules = Array(UnsafeBufferPointer(start: code.pointee.data, count: width * width))
    }

    func isDark(_ row: Int, _ column: Int) -> Bool { modules[row * width + column] & 1 == 1 }
}
