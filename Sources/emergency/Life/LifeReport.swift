import Activating
import Diagnostics
import Papers
import PlanFiles
import PlanModel
import Printing
import Staffing

/// What is said of an event once it is written.
struct LifeReport {
    let run: LifeRun
    let event: ResponseEvent
    let frame: PaperFrame
    let previous: Activation?
    let folder: ResponseFolder
    let files: Int
    let head: String

    private var response: StaffedResponse { frame.response }

    func put(as format: OutputFormat) throws {
        let terminal = Terminal.shared
        do {
            switch format {
            case .text: try terminal.put(text(in: terminal.outputStyle))
            case .json: try terminal.put(json.text)
            }
        } catch {
            terminal.note(written(in: terminal.errorStyle))
            throw error
        }
        terminal.note(response.holidaysText(in: terminal.errorStyle))
    }

    private func text(in style: TextStyle) -> String {
        let words =
            switch event.kind {
            case .activate: response.text(in: style, details: run.output.details) + "\n"
            case .raise, .lower, .revoke: changedText(in: style)
            case .extend, .lift, .roster: head(in: style) + rosterText(in: style)
            }
        return words + written(in: style)
    }

    private func head(in style: TextStyle) -> String {
        let order = response.activation.order
        return order.drillText(in: style) + style.paint(style.say(event.kind.title), .bold)
            + style.say("：", ": ") + style.say(order.level.alertTitle) + style.say("，", ", ")
            + order.timesText(in: style) + "\n"
    }

    private func changedText(in style: TextStyle) -> String {
        guard !response.subDistricts.isEmpty else {
            return style.say("响应已撤回，没有人要值守\n", "The response is revoked; nobody is on duty\n")
        }
        return head(in: style) + response.provenance.caveatsText(in: style) + "\n"
            + response.activation.balance.summaryText(in: style) + "\n"
            + (frame.changes?.text(in: style, details: run.output.details) ?? "") + "\n"
            + rosterText(in: style)
    }

    /// How many are told something else, and where posts stay open.
    private func rosterText(in style: TextStyle) -> String {
        let changes = response.subDistricts.flatMap(\.roster.changes)
        let people = Set(
            changes.flatMap { [$0.old?.id, $0.new?.person.id.value].compactMap(\.self) }
        ).count
        let counts = style.say(
            " 变动 \(changes.count) 处，涉及 \(people) 人，空岗 \(response.openSeats)",
            ": \(changes.count) changes for \(people) people, \(response.openSeats) open posts")
        var text = style.paint(style.say("值守", "Duty"), .bold) + counts + "\n"
        guard !changes.isEmpty else { return text }
        guard run.output.details else {
            return text
                + style.say(
                    "谁换成谁：加 --details，或打开 \(harmless(event.papers ?? ""))/值守变动.html\n",
                    "Who is exchanged: add --details, or open \(harmless(event.papers ?? ""))/值守变动.html\n")
        }
        for part in response.subDistricts where !part.roster.changes.isEmpty {
            text += style.paint(harmless(part.name.text), .bold) + "\n" + part.roster.changesText(in: style)
        }
        return text
    }

    private func written(in style: TextStyle) -> String {
        let path = harmless(folder.path)
        return style.say(
            "已写入 \(path)/（\(files) 个文件），记录第 \(event.number) 条\n先打开：",
            "Wrote \(path)/ (\(files) files), entry \(event.number) of the record\nOpen first: ")
            + style.paint("\(path)/index.html", .bold) + "\n"
    }

    private var json: JSONValue {
        guard case .object(let members) = response.json else { return response.json }
        return .object(
            members + [("event", event.json(hash: head)), ("changes", frame.changes?.json ?? .null)])
    }
}
