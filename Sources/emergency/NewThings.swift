import ArgumentParser
import Diagnostics
import Editing
import PlanFiles
import PlanReading

struct NewEnterprise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enterprise",
        abstract: Terminal.shared.say("新建一份企业方案（一厂一策）。", "Begin the plan of an enterprise."),
        discussion: Terminal.shared.say(
            """
            写到 sub-districts/<街道>/enterprises/<名称>.yaml。
            例：emergency new enterprise --sub-district 月坛 --name 示例印刷
            """,
            """
            Goes to sub-districts/<sub-district>/enterprises/<name>.yaml.
            Example: emergency new enterprise --sub-district 月坛 --name 示例印刷
            """
        ))

    @OptionGroup var new: NewOptions

    func validate() throws {
        guard Self.isFileName(new.name) else {
            throw ValidationError(
                Terminal.shared.say(
                    "--name 也是文件名：不能有“/”“\\”，不能以“.”开头，最多 80 个字",
                    "--name becomes the file's name: no '/' or '\\', no dot in front, at most 80 characters"))
        }
    }

    func run() async throws {
        let (outline, subDistrict, folder) = try await new.outline()
        let id = try new.id(.enterprise, of: subDistrict, in: outline)
        let path = "\(try home(of: subDistrict, in: outline, folder))/enterprises/\(new.name).yaml"
        let bytes: [UInt8]
        do throws(Refusal) {
            bytes = try NewPlan.enterprise(id: id, name: new.name, subDistrict: subDistrict, path: path)
        } catch {
            Terminal.shared.complain(error.message, help: error.help)
            throw Failure.findings.code
        }
        guard !PlanFileWriter.exists(path) else {
            Terminal.shared.complain(
                Phrase(zh: "\(path) 已经存在，没有改动", en: "\(path) exists already and was left as it is"),
                help: Phrase(zh: "换一个 --name，或直接改这个文件", en: "take another --name, or edit that file"))
            throw Failure.outside.code
        }
        do throws(PlanFilesError) {
            try PlanFileWriter.create(path, bytes)
        } catch {
            throw Terminal.shared.told(error)
        }
        try new.told(path, id: id)
    }

    /// The sub-district's folder: where its list lies, else where it belongs.
    private func home(of subDistrict: String, in outline: PlanOutline, _ folder: String) throws -> String {
        if let list = outline.file(.subDistrict, of: subDistrict)?.file.path {
            return list.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
                separator: "/")
        }
        guard Self.isFileName(subDistrict) else {
            throw ValidationError(
                Terminal.shared.say(
                    "街道名“\(subDistrict)”不能作文件夹名", "'\(subDistrict)' cannot be a folder's name"))
        }
        return "\(folder)/sub-districts/\(subDistrict)"
    }

    private static func isFileName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && name.count <= 80 && name.utf8.count <= 240
            && !name.contains { $0 == "/" || $0 == "\\" }
    }
}

struct NewSource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: Terminal.shared.say("在街道清单末尾加一个点位。", "Add a source at the end of a sub-district's list."),
        discussion: Terminal.shared.say(
            "例：emergency new source --sub-district 月坛 --kind catering --name 示例面馆",
            "Example: emergency new source --sub-district 月坛 --kind catering --name 示例面馆"))

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("点位类型，写法同 patrol.yaml。", "The kind of source, as patrol.yaml names it."),
            valueName: "kind"))
    var kind: String?

    @OptionGroup var new: NewOptions

    func validate() throws {
        if let kind { try NewOptions.requireWords(kind, "--kind") }
    }

    func run() async throws {
        let (outline, subDistrict, _) = try await new.outline()
        var filled = ["name": new.name]
        filled["id"] = try new.id(.subDistrict, of: subDistrict, in: outline, sort: kind)
        filled["kind"] = kind
        try new.add(filled, to: .subDistrict, of: subDistrict, in: outline)
    }
}

struct NewPerson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: Terminal.shared.say("在街道人员名单末尾加一个人。", "Add a person at the end of a sub-district's staff."),
        discussion: Terminal.shared.say(
            "例：emergency new person --sub-district 月坛 --name 示例张三",
            "Example: emergency new person --sub-district 月坛 --name 示例张三"))

    @OptionGroup var new: NewOptions

    func run() async throws {
        let (outline, subDistrict, _) = try await new.outline()
        var filled = ["name": new.name]
        filled["id"] = try new.id(.people, of: subDistrict, in: outline)
        try new.add(filled, to: .people, of: subDistrict, in: outline)
    }
}
