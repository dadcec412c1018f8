import Activating
import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

/// What every command asks for: where the plans are, and how to speak.
struct PlanOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("计划文件夹。", "The folder with the plans."), valueName: "folder"),
        completion: .directory)
    var plans = "Plans"

    @OptionGroup var language: LanguageOptions

    /// Reads the folder and all files in it.
    /// - Parameter day: For which the plans have to be right.
    /// - Throws: Exit code 2 after one sentence when the outside does not let us.
    func read(on day: CivilDate) async throws -> (folder: PlanFolder, reading: PlanReading) {
        let (folder, reading, _) = try await read(on: day, at: nil)
        return (folder, reading)
    }

    /// The same as it was at a revision of git, with the commit's full name; as it is on disk when that is nil.
    func read(on day: CivilDate, at revision: String?) async throws -> (
        folder: PlanFolder, reading: PlanReading, commit: String?
    ) {
        do throws(PlanFilesError) {
            let folder: PlanFolder
            var commit: String?
            if let revision {
                (folder, commit) = try await PlanFolder.read(plans, exactlyAt: revision)
            } else {
                folder = try await PlanFolder.read(plans)
            }
            let reading = await PlanReader.read(
                folder.files, in: folder.path, on: day, earlier: folder.diagnostics)
            return (folder, reading, commit)
        } catch {
            throw Terminal.shared.told(error)
        }
    }
}

/// How to speak.
struct LanguageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("语言：zh 或 en；省略时看 LANG。", "Language, zh or en; by LANG when left out.")))
    var lang: LanguageName?

    /// Known to `Terminal` before parsing; declared so that it is checked and shown in the help.
    enum LanguageName: String, ExpressibleByArgument, CaseIterable {
        case zh, en
    }
}

/// For commands that work on a district: whether to go on without the files that have errors.
struct BookOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "计划有错误也照做，有错的文件整份不计，并在所有输出里写明。",
                "Go on although plans have errors: leave out the files that have them, and say so in every output."
            )))
    var despiteErrors = false

    /// The plans as a book, with where they come from.
    /// - Parameter revision: Of git, whose plans are taken; those on disk when nil.
    /// - Throws: Exit code 1 after the findings when there are errors and they are not to be passed over.
    func book(_ plans: PlanOptions, for order: AlertOrder, at revision: String? = nil) async throws -> (
        book: PlanBook, provenance: Provenance
    ) {
        async let state = revision == nil ? GitRevision.of(plans.plans) : nil
        let (folder, reading, commit) = try await plans.read(on: order.effective.date, at: revision)
        let terminal = Terminal.shared
        if reading.hasErrors {
            for diagnostic in reading.diagnostics
            where despiteErrors == false || diagnostic.severity == .error {
                terminal.note(diagnostic.text(in: terminal.errorStyle) + "\n")
            }
            let report = FindingsReport(
                reading.diagnostics, tally: reading.tally, isStrict: false, programVersion: Version.text)
            terminal.note(report.tallyText(in: terminal.errorStyle) + "\n")
        }
        guard !reading.hasErrors || despiteErrors else {
            terminal.complain(
                Phrase(zh: "计划有错误，没有启动", en: "the plans have errors; nothing was done"),
                help: Phrase(
                    zh: "改正上面的错误；来不及时加 --despite-errors，有错的文件整份不计",
                    en: "mend the errors above, or in need add --despite-errors to leave those files out"))
            throw Failure.findings.code
        }
        guard let book = reading.book else {
            terminal.complain(
                Phrase(
                    zh: "district、patrol、duty 三种文件和 rules 指定的目标集必须没有错误，才能往下做",
                    en:
                        "the files of kind district, patrol and duty, and the target set that 'rules' names, must be without errors to go on"
                ))
            throw Failure.findings.code
        }
        let onDisk = await state
        let git = commit.map { GitRevision(commit: $0, isClean: true) } ?? onDisk
        return (
            book,
            Provenance(
                folder: folder.path, commit: git?.commit, isClean: git?.isClean ?? false,
                contentHash: ContentHash(folder.files, below: folder.path).text, leftOut: book.leftOut,
                programVersion: Version.text)
        )
    }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
