package import Diagnostics
internal import Glibc

/// Why the outside did not let us read or write: one sentence that names the path.
package struct PlanFilesError: Error, Sendable {
    package let message: Phrase
    package let help: Phrase?

    init(_ message: Phrase, help: Phrase? = nil) {
        self.message = message
        self.help = help
    }

    /// What the system said about a path.
    /// - Parameter code: An `errno`.
    init(_ deed: Phrase, path: String, code: Int32, help: Phrase? = nil) {
        let reason = Self.reason(code)
        self.init(
            Phrase(
                zh: "\(deed.chinese) \(path)：\(reason.chinese)",
                en: "\(deed.english) \(path): \(reason.english)"),
            help: help)
    }

    private static func reason(_ code: Int32) -> Phrase {
        let english = String(cString: strerror(code))
        let chinese =
            switch code {
            case ENOENT: "不存在"
            case EACCES, EPERM: "没有权限"
            case ENOTDIR: "不是文件夹"
            case EISDIR: "是文件夹"
            case ENOSPC, EDQUOT: "磁盘已满"
            case EROFS: "只读，不能写"
            case ELOOP: "符号链接绕成了圈"
            case ENAMETOOLONG: "名字太长"
            case EEXIST: "已经存在"
            case EIO: "磁盘读写出错"
            default: english
            }
        return Phrase(zh: chinese, en: english)
    }
}
