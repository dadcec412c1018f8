import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

/// An alert message in a file.
enum AlertFile {
    /// - Throws: Exit code 1 when the message cannot be used, with what is wrong with it said on standard error.
    static func read(_ path: String, for options: PlanOptions) async throws -> (
        message: AlertMessage, reading: AlertReading
    ) {
        let terminal = Terminal.shared
        let reading = AlertReader.read(try source(path), for: try await area(options))
        for finding in reading.findings { terminal.note(finding.text(in: terminal.errorStyle) + "\n") }
        guard let message = reading.message else {
            terminal.complain(
                Phrase(zh: "这条预警信息不能用", en: "this alert message cannot be used"),
                help: Phrase(
                    zh: "事情紧急时，照命令原文用 emergency activate --level 启动",
                    en: "in need, respond by the order's own words: emergency activate --level"))
            throw Failure.findings.code
        }
        return (message, reading)
    }

    private static func source(_ path: String) throws -> SourceFile {
        do throws(PlanFilesError) {
            // One byte more is enough to know that it is too large.
            return try InputFile.read(path, most: AlertReader.largestFile + 1)
        } catch {
            throw Terminal.shared.told(error)
        }
    }

    /// The district of the plans; nil without a plan folder, or where district.yaml has errors.
    private static func area(_ options: PlanOptions) async throws -> NamedArea? {
        guard PlanFileWriter.exists(options.plans) else { return nil }
        let (_, reading) = try await options.read(on: Terminal.shared.now.date)
        return reading.book?.district.area
    }
}
