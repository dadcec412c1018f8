import Activating
import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

struct AssessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: Terminal.shared.say(
            "看一份预报相当于哪个预警级别；只是核对，不启动任何东西。",
            "Say which alert level a forecast means; a check that activates nothing."),
        discussion: Terminal.shared.say(
            """
            预报是 CSV 或 JSON：time（或 时间）列写日期或整点，另有 AQI 列，或 SO2,NO2,CO,O3,PM10,PM2.5 的浓度（docs/assess.md）。
              emergency assess forecast.csv
              emergency assess forecast.csv --grading national-2024 --format json
            没有达到任何级别退出码也是 0；预报有错误为 1；读不了为 2。
            """,
            """
            A forecast is CSV or JSON: a column time with days or full hours, and AQI, or the concentrations
            SO2,NO2,CO,O3,PM10,PM2.5 (docs/assess.md).
              emergency assess forecast.csv
              emergency assess forecast.csv --grading national-2024 --format json
            Exit code 0 also when no level is due; 1 when the forecast has errors; 2 when it cannot be read.
            """))

    @Argument(
        help: ArgumentHelp(
            Terminal.shared.say("预报文件。", "The file with the forecast."), valueName: "file"),
        completion: .file(extensions: ["csv", "json"]))
    var file: String

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "按哪一套预警分级；省略即 district.yaml 的 rules 定的一套。",
                "The grading set; the one that 'rules' in district.yaml names when left out."),
            valueName: "id"),
        completion: .list(AssessmentRules.shipped.gradings.compactMap { $0.label.id?.text }))
    var grading: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "逐小时的预报：不超过这么多小时（0 到 6）的回落不算中断。",
                "Of hourly forecasts: gaps of at most so many hours (0 to 6) below a condition do not break a stretch."
            ), valueName: "hours"))
    var mergeGaps = 0

    @Option(help: ArgumentHelp(Terminal.shared.say("输出格式：text 或 json。", "Output format, text or json.")))
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func validate() throws {
        guard (0...6).contains(mergeGaps) else {
            throw ValidationError(
                Terminal.shared.say("--merge-gaps 应在 0 和 6 之间", "--merge-gaps must lie between 0 and 6"))
        }
    }

    func run() async throws {
        let terminal = Terminal.shared
        let rules = try await rules()
        let grading = try gradingSet(in: rules)
        let forecast = try forecast()
        let assessment = Assessment(forecast, under: grading, scales: rules.scales, mergedGap: mergeGaps)
        switch format {
        case .text: try terminal.put(assessment.text(in: terminal.outputStyle))
        case .json: try terminal.put(assessment.json.text)
        }
    }

    /// Those of the plans; without a plan folder those of the program.
    private func rules() async throws -> AssessmentRules {
        guard PlanFileWriter.exists(options.plans) else { return .shipped }
        let (_, reading) = try await options.read(on: Terminal.shared.now.date)
        if reading.hasErrors {
            Terminal.shared.complain(
                Phrase(
                    zh: "计划有错误，有错的文件没有算进来",
                    en: "the plans have errors; files that have them do not count here"),
                help: Phrase(zh: "运行 emergency check", en: "run emergency check"))
        }
        return reading.assessmentRules
    }

    private func gradingSet(in rules: AssessmentRules) throws -> GradingSet {
        let terminal = Terminal.shared
        let names = rules.gradings.compactMap { $0.label.id?.text }
        let known = terminal.say("可用：", "Known: ") + names.joined(separator: terminal.say("、", ", "))
        guard let grading else {
            if let chosen = rules.chosen { return chosen }
            throw ValidationError(
                terminal.say("要用 --grading 写明预警分级。", "say the grading set with --grading. ") + known)
        }
        if let found = rules.gradings.first(where: { $0.label.id?.text == grading }) { return found }
        throw ValidationError(
            terminal.say("没有预警分级“\(grading)”。", "There is no grading set '\(grading)'. ")
                + (Nearest.name(to: grading, among: names).map {
                    terminal.say("是不是 \($0)？", "Did you mean \($0)?")
                } ?? known))
    }

    private func forecast() throws -> Forecast {
        let terminal = Terminal.shared
        let source: SourceFile
        do throws(PlanFilesError) {
            // One byte more is enough to know that it is too large.
            source = try InputFile.read(file, most: ForecastReader.largestFile + 1)
        } catch {
            throw terminal.told(error)
        }
        let (forecast, findings) = ForecastReader.read(source)
        for finding in findings { terminal.note(finding.text(in: terminal.errorStyle) + "\n") }
        guard let forecast else {
            let count = findings.count
            terminal.complain(
                Phrase(
                    zh: "预报有 \(count) 处错误，没有核对",
                    en: "the forecast has \(count) error\(count == 1 ? "" : "s"); nothing was assessed"))
            throw Failure.findings.code
        }
        return forecast
    }
}
