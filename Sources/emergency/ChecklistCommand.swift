import Activating
import ArgumentParser
import PlanModel
import Printing
import Staffing

struct ChecklistCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: Terminal.shared.say(
            "列出一个街道的巡查单：去哪里、看什么、找谁。",
            "The patrol checklist of a sub-district: where to go, what to look at, whom to call."),
        discussion: Terminal.shared.say(
            """
            不打印也能用：xlsx 一轮一张表，落实情况下拉填写；xlsform 导入 ODK 或 KoboToolbox，在手机上填；geojson 是点位地图。
            例：emergency checklist --sub-district 月坛 --level red
            　　emergency checklist --sub-district 月坛 --format xlsx=巡查单.xlsx
            　　emergency checklist --sub-district 月坛 --format xlsform=手机巡查单.xlsx
            """,
            """
            Without a printer: xlsx has a sheet a round with lists to choose from, xlsform makes a form for phones with
            ODK or KoboToolbox, geojson is the map of the stops.
            Examples: emergency checklist --sub-district 月坛 --level red
                      emergency checklist --sub-district 月坛 --format xlsx=checklist.xlsx
                      emergency checklist --sub-district 月坛 --format xlsform=form.xlsx
            """))

    @Option(help: ArgumentHelp(Terminal.shared.say("街道名称。", "The sub-district's name."), valueName: "name"))
    var subDistrict: String

    @OptionGroup var order: OrderOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var history: HistoryOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            Terminal.shared.say(
                "输出形式，可写几个：text、json、csv、xlsx（工作簿）、xlsform（手机表单）、geojson（地图）；写进文件用 形式=文件，xlsx 和 xlsform 必须写进文件。",
                "Output, several at will: text, json, csv, xlsx, xlsform (for phones), geojson (a map); FORMAT=FILE writes a file, which xlsx and xlsform must."
            ), valueName: "format[=file]"))
    var format: [ChecklistFace] = []

    func validate() throws {
        try ChecklistFace.requireFile(of: .xlsx, in: format, ("巡查单", "checklist"))
        try ChecklistFace.requireFile(of: .xlsform, in: format, ("手机巡查单", "form"))
        try ChecklistFace.requireSound(
            format, ("巡查单", "a checklist is"), example: ("csv=巡查单.csv", "csv=checklist.csv"))
    }

    func run() async throws {
        let order = try order.order(defaultLevel: .orange)
        let (book, provenance) = try await bookOptions.book(options, for: order)
        let name = try emergency.subDistrict(named: subDistrict, in: book)
        let response = await StaffedResponse(
            book, order: order, provenance: provenance,
            basis: try history.basis(for: order),
            only: [name])
        guard let part = response.subDistricts.first(where: { $0.name == name }) else {
            preconditionFailure("every sub-district of the district has its part")
        }
        let report = ChecklistReport(
            book: book, order: order, provenance: provenance, checklist: part.checklist)
        for face in format.isEmpty ? [ChecklistFace(.text)] : format { try face.put(report) }
    }
}
