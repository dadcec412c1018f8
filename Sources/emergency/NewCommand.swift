import ArgumentParser
import Diagnostics
import Editing
import PlanFiles
import PlanReading
import Printing

struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: Terminal.shared.say(
            "新建一份企业方案，或在清单里加一个点位、一个人。", "Begin an enterprise's plan, or add a source or a person."),
        discussion: Terminal.shared.say(
            """
            必填的键都写好，后面注明中文名和写法：空着的要填，带“#”的可选。
            编号接着本街道的往下排。已有的文件不覆盖；加点位、加人只在列表末尾
            加几行，其余一字不动。填完运行 emergency check，没填的会逐个列出。
            例：
              emergency new enterprise --sub-district 月坛 --name 示例印刷
              emergency new source --sub-district 月坛 --kind catering --name 示例面馆
              emergency new person --sub-district 月坛 --name 示例张三
            """,
            """
            Every required key is written with its Chinese title and an example: fill in
            the empty ones, uncomment the optional ones you need. The id follows those
            of the sub-district. No file is overwritten; a source or a person is added at
            the end of its list, and nothing else changes. 'emergency check' then names
            what is still empty.
            Examples:
              emergency new enterprise --sub-district 月坛 --name 示例印刷
              emergency new source --sub-district 月坛 --kind catering --name 示例面馆
              emergency new person --sub-district 月坛 --name 示例张三
            """),
        subcommands: [NewEnterprise.self, NewSource.self, NewPerson.self])
}

/// What every new thing is asked for.
struct NewOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Terminal.shared.say("街道名称。", "The sub-district's name."), valueName: "name"))
    var subDistrict: String

    @Option(help: ArgumentHelp(Terminal.shared.say("名称或姓名。", "Its name."), valueName: "name"))
    var name: String

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("编号；省略即接着本街道的往下排。", "Its id; the next of the sub-district when left out."),
            valueName: "id"))
    var id: String?

    @OptionGroup var options: PlanOptions

    func validate() throws {
        try Self.requireWords(name, "--name")
        if let id { try Self.requireWords(id, "--id") }
    }

    static func requireWords(_ text: String, _ option: String) throws {
        let unseen: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
        guard !text.isEmpty, text.first?.isWhitespace == false, text.last?.isWhitespace == false,
            !text.unicodeScalars.contains(where: { unseen.contains($0.properties.generalCategory) })
        else {
            throw ValidationError(
                Terminal.shared.say(
                    "\(option) 不能是空的，首尾不能有空格，不能有看不见的字符",
                    "\(option) must not be empty, begin or end with a space, or hold invisible characters"))
        }
    }

    /// The plans as they are, faults and all, and the sub-district that was meant.
    func outline() async throws -> (outline: PlanOutline, subDistrict: String, folder: String) {
        let folder: PlanFolder
        do throws(PlanFilesError) {
            folder = try await PlanFolder.read(options.plans)
        } catch {
            throw Terminal.shared.told(error)
        }
        let outline = PlanOutline(folder.files)
        guard !outline.subDistricts.isEmpty else {
            Terminal.shared.complain(
                Phrase(
                    zh: "\(folder.path) 里没有列出街道的 district 文件",
                    en: "no file of kind district in \(folder.path) lists the sub-districts"),
                help: Phrase(zh: "先运行 emergency check", en: "run 'emergency check' first"))
            throw Failure.findings.code
        }
        return (
            outline, try emergency.subDistrict(named: subDistrict, among: outline.subDistricts), folder.path
        )
    }

    /// The id asked for, or the next.
    /// - Throws: A usage error when there is such an id already.
    func id(_ kind: PlanFileKind, of subDistrict: String, in outline: PlanOutline, sort: String? = nil) throws
        -> String?
    {
        guard let id else { return outline.nextID(kind, of: subDistrict, sort: sort) }
        guard !outline.hasID(id, kind) else {
            let next = outline.nextID(kind, of: subDistrict, sort: sort)
            throw ValidationError(
                Terminal.shared.say("编号“\(id)”已经有了。", "There is an id '\(id)' already. ")
                    + (next.map { Terminal.shared.say("下一个是 \($0)", "The next is \($0)") } ?? ""))
        }
        return id
    }

    /// Adds an entry to the list of a sub-district's file.
    func add(
        _ filled: [String: String], to kind: PlanFileKind, of subDistrict: String, in outline: PlanOutline
    )
        throws
    {
        let terminal = Terminal.shared
        guard let file = outline.file(kind, of: subDistrict) else {
            terminal.complain(
                Phrase(
                    zh: "没有街道“\(subDistrict)”的\(kind.title)文件（kind: \(kind.rawValue)）",
                    en: "there is no file of kind \(kind.rawValue) for the sub-district '\(subDistrict)'"),
                help: Phrase(
                    zh: "运行 emergency check 看缺哪个文件", en: "'emergency check' says which file is missing"))
            throw Failure.findings.code
        }
        let addition: NewPlan.Addition
        do throws(Refusal) {
            addition = try NewPlan.adding(filled, to: file)
        } catch {
            terminal.complain(error.message, help: error.help)
            throw Failure.findings.code
        }
        do throws(PlanFilesError) {
            try PlanFileWriter.replace(file.file, with: addition.bytes)
        } catch {
            throw terminal.told(error)
        }
        try told("\(file.file.path):\(addition.line)", id: filled["id"])
    }

    /// Says where the new thing is, and what to do next.
    func told(_ place: String, id: String?) throws {
        let style = Terminal.shared.outputStyle
        let shown = style.paint(harmless(place), .bold)
        let number = id.map { style.say("，编号 \(harmless($0))", ", id \(harmless($0))") } ?? ""
        try Terminal.shared.put(
            style.say("已写入 \(shown)\(number)\n", "Wrote \(shown)\(number)\n")
                + style.say(
                    "接下来：填好空着的值，再运行 emergency check\n",
                    "Next: fill in the empty values, then run emergency check\n"))
    }
}
