internal import CLibMD
package import Diagnostics

/// What the plans say, in one word: SHA-256 over every file's name, length and bytes, in path order.
package struct ContentHash: Sendable, Hashable {
    /// `sha256:` and 64 hexadecimal digits.
    package let text: String

    /// - Parameter root: The folder that the files' paths start with; it does not enter the hash,
    ///   so that the same plans elsewhere have the same hash.
    package init(_ files: [SourceFile], below root: String) {
        var context = SHA2_CTX()
        SHA256Init(&context)
        for file in files {
            let name =
                file.path.hasPrefix(root + "/") ? String(file.path.dropFirst(root.count + 1)) : file.path
            let head = Array("\(name)\0\(file.bytes.count)\0".utf8)
            SHA256Update(&context, head, head.count)
            SHA256Update(&context, file.bytes, file.bytes.count)
        }
        text = Self.text(&context)
    }

    /// What some bytes are, in one word; as `sha256sum` reckons it.
    package init(of bytes: some Sequence<UInt8>) {
        var context = SHA2_CTX()
        SHA256Init(&context)
        let bytes = Array(bytes)
        SHA256Update(&context, bytes, bytes.count)
        text = Self.text(&context)
    }

    private static func text(_ context: inout SHA2_CTX) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256Final(&digest, &context)
        let digits = Array("0123456789abcdef")
        return "sha256:" + String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
