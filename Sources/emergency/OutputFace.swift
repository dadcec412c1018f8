import ArgumentParser
import PlanFiles
import Printing
import Workbooks

/// In what form a result is said, and where to: `--format sarif=findings.sarif`.
struct OutputFace<Kind>: ExpressibleByArgument
where Kind: RawRepresentable<String> & CaseIterable & Equatable & Sendable {
    let kind: Kind
    /// A file to write; nil for standard output.
    let file: String?

    init(_ kind: Kind, file: String? = nil) {
        self.kind = kind
        self.file = file
    }

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = Kind(rawValue: String(parts[0])), parts.count == 1 || !parts[1].isEmpty else {
            return nil
        }
        self.init(kind, file: parts.count == 2 ? String(parts[1]) : nil)
    }

    static var allValueStrings: [String] { Kind.allCases.map(\.rawValue) }

    /// Prints text, or writes it to the file, whole or not at all and without colours.
    func put(_ text: (TextStyle) -> String) throws {
        let terminal = Terminal.shared
        guard file != nil else { return try terminal.put(text(terminal.outputStyle)) }
        try write(Array(text(TextStyle(language: terminal.language, usesColor: false)).utf8))
    }

    /// Writes the file whole or not at all.
    /// - Precondition: A file was named.
    func write(_ bytes: [UInt8]) throws {
        guard let file else { preconditionFailure("bytes go to a file") }
        do throws(PlanFilesError) {
            try OutputFile(file).write(bytes)
        } catch {
            throw Terminal.shared.told(error)
        }
    }

    /// Writes a workbook, which goes to a file only.
    func write(_ workbook: Workbook) throws {
        let bytes: [UInt8]
        do throws(Workbook.Failure) {
            bytes = try workbook.bytes()
        } catch {
            Terminal.shared.complain(error.message)
            throw Failure.outside.code
        }
        try write(bytes)
    }

    /// - Parameter name: Of the file that is given as an example.
    /// - Throws: A usage error where workbooks are to go to standard output.
    static func requireFile(
        of kind: Kind, in faces: [OutputFace], _ name: (chinese: String, english: String)
    ) throws {
        guard faces.contains(where: { $0.kind == kind && $0.file == nil }) else { return }
        throw ValidationError(
            Terminal.shared.say(
                "工作簿要写进文件，如 --format \(kind.rawValue)=\(name.chinese).xlsx",
                "a workbook goes to a file, e.g. --format \(kind.rawValue)=\(name.english).xlsx"))
    }

    /// Says that the file is there, where the result is not what people wait for on the terminal.
    func tellWritten() {
        guard let file else { return }
        Terminal.shared.note(
            Terminal.shared.say("已写入 \(harmless(file))\n", "Wrote \(harmless(file))\n"))
    }

    /// - Throws: A usage error where a plan would be written over, or where two forms go to standard output.
    /// - Parameters:
    ///   - subject: What is said, as in 检查结果 and "findings are".
    ///   - example: How another form goes to a file: `csv=balance.csv`.
    static func requireSound(
        _ faces: [OutputFace], _ subject: (chinese: String, english: String),
        example: (chinese: String, english: String)
    ) throws {
        let terminal = Terminal.shared
        if let plan = faces.compactMap(\.file).first(where: { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") })
        {
            throw ValidationError(
                terminal.say(
                    "“\(plan)”像是计划文件，不往里写\(subject.chinese)；换一个名字",
                    "'\(plan)' looks like a plan; \(subject.english) not written over it, choose another name"
                ))
        }
        guard faces.count(where: { $0.file == nil }) <= 1 else {
            throw ValidationError(
                terminal.say(
                    "标准输出只放得下一种形式；其余写成 形式=文件，如 \(example.chinese)",
                    "standard output holds one format; write the others to files, e.g. \(example.english)"))
        }
    }
}
