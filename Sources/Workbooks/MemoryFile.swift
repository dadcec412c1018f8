internal import CXLSXWriter
import Diagnostics
internal import Glibc

/// A file that is only memory and gone with this value, by a path under which the process itself can open it.
final class MemoryFile {
    private let file: Int32

    init() throws(Workbook.Failure) {
        file = memfd_create("workbook", UInt32(EMERGENCY_MEMFD_CLOEXEC))
        guard file >= 0 else { throw Self.failure() }
    }

    deinit {
        if file >= 0 { close(file) }
    }

    var path: String { "/proc/self/fd/\(file)" }

    /// All that was written to it.
    func bytes() throws(Workbook.Failure) -> [UInt8] {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size > 0 else { throw Self.failure() }
        let size = Int(status.st_size)
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while done < size {
                let got = pread(file, buffer.baseAddress?.advanced(by: done), size - done, off_t(done))
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                done += got
            }
            count = done
        }
        guard done == size else { throw Self.failure() }
        return bytes
    }

    private static func failure() -> Workbook.Failure {
        let reason = String(cString: strerror(errno))
        return Workbook.Failure(
            message: Phrase(zh: "写不了工作簿：\(reason)", en: "cannot write the workbook: \(reason)"))
    }
}
