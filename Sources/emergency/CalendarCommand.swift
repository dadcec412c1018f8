import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: Terminal.shared.say(
            "把已发布的值班表写成日历：每个街道一份，每人一份。",
            "Write a published roster as calendars: one a sub-district, one a person."),
        discussion: Terminal.shared.say(
            """
            手机和电脑的日历都能导入 .ics 文件（iCalendar，RFC 5545）。改班并发布以后再写一次、再导入一次：
            变了的班次会更新，取消的标为取消，没变的不动。
            例：emergency calendar Responses/2026-11-24-orange
            　　emergency calendar Responses/2026-11-24-orange --sub-district 月坛 --out 月坛日历
            """,
            """
            Telephones and computers take .ics files (iCalendar, RFC 5545). After a change has been published, write
            them and take them in once more: what changed is updated, what was called off is cancelled, the rest stays.
            Examples: emergency calendar Responses/2026-11-24-orange
                      emergency calendar Responses/2026-11-24-orange --sub-district 月坛 --out calendars
            """))

    @Argument(
        help: ArgumentHelp(
            Terminal.shared.say(
                "响应的文件夹，由 emergency activate 写出。", "A response's folder, as activate writes it."),
            valueName: "folder"),
        completion: .directory)
    var response: String

    @Option(help: ArgumentHelp(Terminal.shared.say("只写一个街道。", "Only this sub-district."), valueName: "name"))
    var subDistrict: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "写到哪个文件夹；省略即响应文件夹里的 calendars。",
                "Where to; the response's own folder calendars when left out."),
            valueName: "folder"),
        completion: .directory)
    var out: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "上岗前多少分钟提醒本人；0 为不提醒。", "Minutes before duty at which its person is reminded; 0 for never."),
            valueName: "minutes"))
    var reminder = 120

    @OptionGroup var language: LanguageOptions

    func validate() throws {
        guard (0...10_080).contains(reminder) else {
            throw ValidationError(
                Terminal.shared.say(
                    "--reminder 在 0 到 10080 分钟之间", "--reminder lies between 0 and 10080 minutes"))
        }
    }

    func run() throws {
        let terminal = Terminal.shared
        let editions = RosterEditions(of: response)
        let published = try published(editions)
        let wanted = try subDistrict.map {
            try emergency.subDistrict(
                named: $0, among: published.flatMap(\.parts).map(\.subDistrict.text).unique)
        }
        let calendars = RosterCalendars(
            editions: published, only: wanted.map { Identifier($0) },
            reminder: reminder == 0 ? nil : Span(minutes: reminder))
        let folder = out ?? "\(editions.folder)/calendars"
        do throws(PlanFilesError) {
            for file in calendars.files {
                try OutputFile("\(folder)/\(file.path)").write(Array(file.text.utf8))
            }
        } catch {
            throw terminal.told(error)
        }
        let edition = published.last?.edition ?? 0
        try terminal.put(
            terminal.say(
                "第 \(edition) 版值班表：已写入 \(harmless(folder))/（\(calendars.files.count) 份日历）\n",
                "Edition \(edition): wrote \(harmless(folder))/ (\(calendars.files.count) calendars)\n"))
    }

    /// All editions of the response, rising; one that cannot be read ends the run, since what it cancelled is not known.
    private func published(_ editions: RosterEditions) throws -> [PublishedRoster] {
        let terminal = Terminal.shared
        guard !editions.numbers.isEmpty else {
            terminal.complain(
                Phrase(zh: "\(response) 里没有已发布的值班表", en: "\(response) holds no published roster"),
                help: Phrase(
                    zh: "写响应的文件夹，如 Responses/2026-11-24-orange，由 emergency activate 写出",
                    en: "name a response's folder, such as Responses/2026-11-24-orange, as activate writes it"
                ))
            throw Failure.outside.code
        }
        return try editions.rosters()
    }
}
