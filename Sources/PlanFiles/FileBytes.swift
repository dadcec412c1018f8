import Diagnostics
internal import Glibc

/// Whole files in and out of memory by plain system calls.
enum FileBytes {
    /// - Parameter most: Reading stops after this many bytes.
    static func read(_ path: String, most: Int) throws(PlanFilesError) -> [UInt8] {
        let deed = Phrase(zh: "读不了文件", en: "cannot read the file")
        // A pipe put in the place of a file must not make us wait for ever.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw PlanFilesError(deed, path: path, code: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw PlanFilesError(deed, path: path, code: errno) }
        let capacity = min(Int(status.st_size), most) + 1
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            while count < capacity {
                let got = Glibc.read(file, buffer.baseAddress?.advanced(by: count), capacity - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { code = errno }
                if got <= 0 { break }
                count += got
            }
        }
        guard code == 0 else { throw PlanFilesError(deed, path: path, code: code) }
        return bytes
    }

    /// Writes a new file and nothing but a new file.
    /// - Parameter name: What a failure speaks of; the path itself when left out.
    static func write(
        _ bytes: [UInt8], to path: String, mode: mode_t = 0o644, for name: String? = nil
    ) throws(PlanFilesError) {
        let deed = Phrase(zh: "写不了文件", en: "cannot write the file")
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw PlanFilesError(deed, path: name ?? path, code: errno) }
        defer { close(file) }
        try put(bytes, to: file, deed, name ?? path)
    }

    /// Writes into what is there: a device, a pipe, a terminal.
    static func put(_ bytes: [UInt8], into path: String) throws(PlanFilesError) {
        let deed = Phrase(zh: "写不了文件", en: "cannot write the file")
        let file = open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw PlanFilesError(deed, path: path, code: errno) }
        defer { close(file) }
        try put(bytes, to: file, deed, path)
    }

    private static func put(_ bytes: [UInt8], to file: Int32, _ deed: Phrase, _ name: String)
        throws(PlanFilesError)
    {
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if put < 0, errno == EINTR { continue }
            guard put >= 0 else { throw PlanFilesError(deed, path: name, code: errno) }
            done += put
        }
    }
}
