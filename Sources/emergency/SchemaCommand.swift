import ArgumentParser
import PlanFiles
import PlanReading
import Printing

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: Terminal.shared.say(
            "写出计划文件的 JSON Schema，让编辑器边写边提示、边查。",
            "Print the JSON Schema of plan files, by which editors complete and check them."),
        discussion: Terminal.shared.say(
            """
            由读计划用的同一份键表写出（draft-07），中英文键名都认。三种用法：
              emergency schema                     全部种类合成一份，按 kind 选用
              emergency schema enterprise          只要一种；也可写中文名：emergency schema 一厂一策
              emergency schema --output schemas/   写出 schemas/plan.json 和每种一份
            在 VS Code 里装 YAML 扩展（redhat.vscode-yaml），计划文件第一行写：
              # yaml-language-server: $schema=../schemas/district.json
            CI 里：check-jsonschema --schemafile schemas/plan.json 文件…
            校验位、引用、重复键、合计要靠 emergency check。
            """,
            """
            Written from the table of keys that plans are read with (draft-07); English
            and Chinese keys both.
              emergency schema                     one for all kinds, picks by 'kind'
              emergency schema enterprise          of one kind only
              emergency schema --output schemas/   plan.json and one file a kind
            In VS Code with the YAML extension (redhat.vscode-yaml), start a plan with:
              # yaml-language-server: $schema=../schemas/district.json
            In CI: check-jsonschema --schemafile schemas/plan.json FILE...
            Check characters, references, repeated keys and sums are for 'emergency check'.
            """))

    @Argument(
        help: ArgumentHelp(
            Terminal.shared.say(
                "只要这一种：\(PlanFileKind.allCases.map { "\($0.rawValue)（\($0.title)）" }.joined(separator: "、"))。",
                "This kind only: \(PlanFileKind.allCases.map(\.rawValue).joined(separator: ", "))."),
            valueName: "kind"),
        completion: .list(PlanFileKind.allCases.map(\.rawValue)))
    var kind: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "写进这个文件夹而不打印；同名文件整份换掉，其余不动。",
                "Write into this folder instead of printing; files of the same name are replaced whole, others kept."
            ),
            valueName: "folder"),
        completion: .directory)
    var output: String?

    @OptionGroup var language: LanguageOptions

    /// The most characters of a line that holds more than one value.
    private static let width = 120

    func validate() throws {
        _ = try chosenKind()
    }

    func run() throws {
        let terminal = Terminal.shared
        let kind = try chosenKind()
        guard let output else {
            try terminal.put((kind?.jsonSchema ?? PlanFileKind.jsonSchemaOfAll).text(width: Self.width))
            return
        }
        let files = (kind.map { [$0] } ?? PlanFileKind.allCases).map { kind in
            ResponseFile(path: "\(kind.rawValue).json", text: kind.jsonSchema.text(width: Self.width))
        }
        let all = ResponseFile(
            path: "plan.json", text: PlanFileKind.jsonSchemaOfAll.text(width: Self.width))
        let folder = OutputFolder(output)
        let written = kind == nil ? files + [all] : files
        do throws(PlanFilesError) {
            try folder.write(written)
        } catch {
            throw terminal.told(error)
        }
        for file in written {
            try terminal.put(terminal.say("已写入 ", "Wrote ") + "\(folder.path)/\(file.path)\n")
        }
    }

    private func chosenKind() throws -> PlanFileKind? {
        guard let kind else { return nil }
        if let found = PlanFileKind.allCases.first(where: { [$0.rawValue, $0.title].contains(kind) }) {
            return found
        }
        let terminal = Terminal.shared
        let near = Nearest.name(to: kind, among: PlanFileKind.allCases.flatMap { [$0.rawValue, $0.title] })
        throw ValidationError(
            terminal.say("没有“\(kind)”这种计划文件。", "There is no kind of plan file '\(kind)'. ")
                + (near.map { terminal.say("是不是“\($0)”？", "Did you mean '\($0)'?") }
                    ?? terminal.say("可用：", "Known: ")
                    + PlanFileKind.allCases.map(\.rawValue).joined(separator: terminal.say("、", ", "))))
    }
}
