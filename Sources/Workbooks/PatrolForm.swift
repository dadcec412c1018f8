package import Activating
import Diagnostics
package import PlanModel
import Printing
package import Staffing

/// The checklist as an XLSForm (https://xlsform.org), from which ODK, KoboToolbox and their like make a form for phones:
/// who is asked for the community and the round, then sees the stops of that community, a screen each.
package struct PatrolForm: Sendable {
    /// `patrol_orange_20261124_u6708u575b`: the same for every form of the sub-district's response.
    private let id: String
    private let title: String
    private let time: CivilTime
    private var survey: [Question] = []
    private var choices: [Choice] = []
    private var names = FormNames()

    /// A row of the sheet `survey`; what is empty is not there.
    private struct Question: Sendable {
        var type: String
        var name = ""
        var label = ""
        var hint = ""
        var appearance = ""
        var required = ""
        var relevant = ""
        var filter = ""
        var parameters = ""

        static let heads = [
            "type", "name", "label", "hint", "appearance", "required", "relevant", "choice_filter",
            "parameters",
        ]

        var cells: [String] {
            [
                type, name, FormText.label(label), FormText.label(hint), appearance, required, relevant,
                filter,
                parameters,
            ]
        }
    }

    /// A row of the sheet `choices`.
    private struct Choice: Sendable {
        let list: String
        let name: String
        let label: String
        /// Only offered where this community was chosen.
        var community = ""

        var cells: [String] { [list, name, FormText.label(label), community] }
    }

    package init(
        _ checklist: PatrolChecklist, title: String, _ order: AlertOrder, provenance: Provenance
    ) {
        let date = Self.digits(order.effective.date.isoText)
        id = "patrol_\(order.level.rawValue)_\(date)_\(FormNames.safe(checklist.subDistrict.text))"
        self.title = "\(title) \(order.effective.date.isoText)"
        time = order.effective
        choices = PatrolAnswer.allCases.map { Choice(list: "answers", name: $0.rawValue, label: $0.title) }
        survey = [Question(type: "start", name: "start"), Question(type: "end", name: "end")]
        let about = provenance.caveats + (checklist.communities.isEmpty ? ["本街道没有需要巡查的点位。"] : [])
        if !about.isEmpty {
            survey.append(Question(type: "note", name: "about", label: about.joined(separator: "\n")))
        }
        ask(checklist)
    }

    private mutating func ask(_ checklist: PatrolChecklist) {
        guard !checklist.communities.isEmpty else { return }
        let groups = checklist.communities.map { names.free("c_\(FormNames.safe($0.community))") }
        for (walk, name) in zip(checklist.communities, groups) {
            choices.append(Choice(list: "communities", name: name, label: walk.community))
        }
        survey.append(
            Question(type: "select_one communities", name: "community", label: "社区", required: "yes"))
        askRound(checklist, groups)
        survey.append(Question(type: "text", name: "patrol", label: "巡查员", hint: "与排班不同时填写"))
        for (walk, name) in zip(checklist.communities, groups) {
            survey.append(
                Question(
                    type: "begin_group", name: name, label: walk.community,
                    relevant: "${community} = '\(name)'"))
            for (index, stop) in walk.stops.enumerated() { ask(stop, number: index + 1) }
            survey.append(Question(type: "end_group"))
        }
    }

    /// Each community has its own team, so that its rounds are choices of its own.
    private mutating func askRound(_ checklist: PatrolChecklist, _ groups: [String]) {
        guard !checklist.rounds.isEmpty else { return }
        for (walk, group) in zip(checklist.communities, groups) {
            for round in checklist.rounds {
                let team = round.namesText(of: walk.community)
                choices.append(
                    Choice(
                        list: "rounds",
                        name: "r\(Self.digits(round.occurrence.date.isoText))_\(round.number)_\(group)",
                        label: round.title + (team.isEmpty ? "" : "（\(team)）"), community: group))
            }
        }
        survey.append(
            Question(
                type: "select_one rounds", name: "round", label: "轮次", required: "yes",
                filter: "community = ${community}"))
    }

    private mutating func ask(_ stop: PatrolStop, number: Int) {
        var names = names
        let group = names.free("s_\(FormNames.safe(stop.id))")
        func name(_ part: String) -> String { names.free("\(group)_\(part)") }
        survey.append(
            Question(
                type: "begin_group", name: group,
                label: "\(number)　\(stop.name)" + (stop.isGuarded ? "（专人盯守）" : "") + "\n\(stop.address)",
                appearance: "field-list"))
        survey.append(Question(type: "note", name: name("call"), label: Self.callText(stop)))
        survey.append(Question(type: "time", name: name("arrival"), label: "到达时间"))
        survey.append(
            Question(
                type: "geopoint", name: name("point"), label: "到达位置",
                hint: stop.location.map(Self.text(of:)) ?? ""))
        for (index, item) in stop.items.enumerated() {
            // The hash, because plans change while a response lasts: no answer may end up under another question.
            let hash = FormNames.hash(of: [item.text]).prefix(8)
            survey.append(
                Question(
                    type: "select_one answers", name: name("item\(index + 1)_\(hash)"), label: item.text,
                    appearance: "columns-pack"))
        }
        let evidence = stop.evidence.joined(separator: "、")
        survey.append(
            Question(
                type: "text", name: name("problem"), label: "现场情况/问题",
                hint: evidence.isEmpty ? "" : "查看：\(evidence)", appearance: "multiline"))
        survey.append(
            // Legible on a screen, and sent in seconds where the network is poor.
            Question(type: "image", name: name("photo"), label: "照片", parameters: "max-pixels=1600"))
        survey.append(Question(type: "end_group"))
        self.names = names
    }

    /// Latitude first, as phones show it.
    private static func text(of point: Coordinates) -> String {
        "计划里的坐标（WGS 84）：\(point.latitude.textOfMillionths), \(point.longitude.textOfMillionths)"
    }

    private static func callText(_ stop: PatrolStop) -> String {
        var lines = ["\(stop.kind) \(stop.id)"]
        if let person = stop.responsible {
            lines.append("责任人 \(person.name) \(person.phone)")
            if let deputy = person.deputy { lines.append("副岗 \(deputy.name) \(deputy.phone)") }
        }
        lines.append("报到单位 \(stop.lead.name) \(stop.lead.phone)")
        return lines.joined(separator: "\n")
    }
}

extension PatrolForm {
    package var workbook: Workbook {
        var settings = [
            ("form_title", FormText.label(title)), ("form_id", id), ("version", version),
            // A screen a stop in browsers too.
            ("style", "pages"),
        ]
        if survey.contains(where: { $0.name == "round" }) {
            // What a form is called in the list of those filled in.
            let parts = ["community", "round"].map { "jr:choice-name(${\($0)}, '${\($0)}')" }
            settings.append(("instance_name", "concat(\(parts.joined(separator: ", ' ', ")))"))
        }
        return Workbook(
            title, at: time,
            sheets: [
                .plain("survey", Self.table(Question.heads, survey.map(\.cells))),
                .plain(
                    "choices", Self.table(["list_name", "name", "label", "community"], choices.map(\.cells))),
                .plain("settings", Self.table(settings.map(\.0), [settings.map(\.1)])),
            ])
    }

    /// Another one wherever anything is asked otherwise: servers take no changed form under an old version.
    private var version: String {
        "\(Self.digits(time.isoText))-\(FormNames.hash(of: [title] + survey.flatMap(\.cells) + choices.flatMap(\.cells)))"
    }

    /// `20261124` of `2026-11-24`.
    private static func digits(_ text: String) -> String { text.filter(\.isNumber) }

    private static func table(_ heads: [String], _ rows: [[String]]) -> DataTable {
        DataTable(
            "", columns: heads.map { DataTable.Column($0) },
            rows: rows.map { DataTable.Row($0.map { .text($0) }) }, decimals: 1)
    }
}
