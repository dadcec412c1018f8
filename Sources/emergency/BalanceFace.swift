import ArgumentParser
import PlanFiles
import Printing
import Workbooks

/// In what form a balance is said, and where to: `--format xlsx=balance.xlsx`.
struct BalanceFace: ExpressibleByArgument {
    enum Kind: String, CaseIterable {
        case text, json, csv, xlsx, html, svg
    }

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

    static let allValueStrings = Kind.allCases.map(\.rawValue)

    /// Prints it, or writes a file whole or not at all.
    func put(_ report: BalanceReport) throws {
        let terminal = Terminal.shared
        guard let file else { return try terminal.put(report.text(kind, in: terminal.outputStyle)) }
        let plain = TextStyle(language: terminal.language, usesColor: false)
        let bytes = kind == .xlsx ? try workbook(report) : Array(report.text(kind, in: plain).utf8)
        do throws(PlanFilesError) {
            try OutputFile(file).write(bytes)
        } catch {
            throw terminal.told(error)
        }
        terminal.note(terminal.say("已写入 \(harmless(file))\n", "Wrote \(harmless(file))\n"))
    }

    private func workbook(_ report: BalanceReport) throws -> [UInt8] {
        do throws(Workbook.Failure) {
            return try report.workbook.bytes()
        } catch {
            Terminal.shared.complain(error.message)
            throw Failure.outside.code
        }
    }
}
