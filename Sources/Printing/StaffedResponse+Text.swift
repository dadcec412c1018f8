package import Activating
import Diagnostics
import PlanModel
package import Staffing

extension StaffedResponse {
    /// Verdict and balance first, then what is in force, the posts that stay open, and what to look at.
    /// - Parameter details: Also every enterprise line and every source that has something to do.
    package func text(in style: TextStyle, details: Bool) -> String {
        let balance = activation.balance
        return activation.order.drillText(in: style) + provenance.caveatsText(in: style)
            + balance.verdictText(in: style) + style.say("，", ", ")
            + activation.order.timesText(in: style) + "\n\n"
            + balance.tablesText(in: style, district: book.district)
            + "\n" + measuresText(in: style, details: details) + "\n" + enterprisesText(in: style)
            + (details ? "\n" + detailsText(in: style) : "") + reserveText(in: style) + "\n"
            + dutyText(in: style)
            + noticesText(in: style)
    }

    /// - Parameter details: Also who leads; beside long titles that is more than eighty columns.
    private func measuresText(in style: TextStyle, details: Bool) -> String {
        Measure.Group.allCases.map { group in
            let some = activation.measures.filter { $0.measure.group == group }
            guard !some.isEmpty else { return "" }
            var table = TextTable([.left, .left, .left])
            for active in some {
                let lead = details ? [book.member(active.measure.lead.value).name] : []
                table.add([active.measure.title, reachText(active, style)] + lead)
            }
            let title = style.say(
                "\(group.title.chinese)措施 \(some.count) 条", "\(some.count) \(group.title.english) measures")
            return style.paint(title, .bold) + "\n" + table.text(in: style, indent: 2)
        }.joined()
    }

    private func reachText(_ active: ActiveMeasure, _ style: TextStyle) -> String {
        guard let reaches = active.reaches else { return style.say("面向公众", "everybody") }
        if case .enterprises = active.measure.scope {
            return style.say("\(reaches) 家企业", "\(reaches) enterprises")
        }
        return active.exempted == 0
            ? style.say("\(reaches) 处", "\(reaches) sources")
            : style.say("\(reaches) 处（豁免 \(active.exempted)）", "\(reaches), \(active.exempted) exempt")
    }

    private func enterprisesText(in style: TextStyle) -> String {
        let all = activation.enterprises
        let lines = all.flatMap(\.lines)
        func count(_ isOne: (EnterpriseMeasure.Action) -> Bool) -> Int {
            lines.count { $0.entry.notCounted == nil && $0.measures.contains { isOne($0.action) } }
        }
        let stops = count { if case .stop = $0 { true } else { false } }
        let limits = count {
            switch $0 {
            case .limit, .limitAmount: true
            case .stop, .keep: false
            }
        }
        let stopped = lines.count { if case .notRunning = $0.entry.notCounted { true } else { false } }
        let exempt = all.count { $0.exemption != nil }
        return style.paint(style.say("企业", "Enterprises"), .bold)
            + style.say(
                " \(all.count) 家 \(lines.count) 条生产线：停 \(stops)，限 \(limits)；本已停用 \(stopped)，豁免企业 \(exempt)\n",
                ": \(all.count) with \(lines.count) lines: \(stops) stop, \(limits) limit; \(stopped) already stopped, \(exempt) enterprises exempt\n"
            )
    }

    private func reserveText(in style: TextStyle) -> String {
        let missed = activation.balance.missed
        guard !missed.isEmpty else { return "" }
        let options = ReserveSuggestion.useful(for: activation).filter { option in
            missed.contains { option.extraCut[$0] > .zero }
        }
        guard !options.isEmpty else { return "" }
        var table = TextTable([.left, .left] + missed.map { _ in .right } + [.right])
        table.add(
            [style.say("可追加的备用措施", "reserve options"), ""] + missed.map { "\($0.symbol) kg/d" }
                + [style.say("费用", "cost")], .quiet)
        for option in options {
            let target =
                switch option.option.measure.target {
                case .line(let id): id.value.text
                case .allLines: style.say("全部", "all lines")
                case .transport: style.say("运输", "transport")
                }
            table.add(
                [
                    "\(option.enterprise.id.value.text) \(option.enterprise.name)",
                    "\(target) \(option.option.measure.orderText)",
                ]
                    + missed.map { option.extraCut[$0].signedKilogramsText } + [
                        option.option.cost?.text ?? "–"
                    ])
        }
        return "\n" + table.text(in: style)
    }

    private func dutyText(in style: TextStyle) -> String {
        let slots = subDistricts.reduce(0) { $0 + $1.roster.seats }
        let open = openShifts
        let stops = subDistricts.reduce(0) { $0 + $1.checklist.stops.count }
        let rounds = subDistricts.reduce(0) { $0 + $1.checklist.rounds.count }
        var text = style.paint(style.say("值守", "Duty"), .bold)
        text += style.say(
            " \(subDistricts.count) 个街道 \(slots) 个岗次，空岗 \(openSeats)；每轮巡查 \(stops) 处，共 \(rounds) 轮次\n",
            ": \(slots) seats in \(subDistricts.count) sub-districts, \(openSeats) open; \(stops) stops a round, \(rounds) rounds in all\n"
        )
        for (name, shift) in open.prefix(10) {
            text +=
                style.paint("  \(style.say("空岗", "open")): ", .warning)
                + "\(harmless(name.text)) \(shift.slot.text(in: style, hours: shift.hours))\n"
        }
        if open.count > 10 {
            text += style.say(
                "  …… 另有 \(open.count - 10) 个空岗，见 emergency roster\n",
                "  … and \(open.count - 10) more: see emergency roster\n")
        }
        return text
    }

    private func noticesText(in style: TextStyle) -> String {
        let warnings = activation.notices.filter { $0.severity == .warning }
        guard !warnings.isEmpty else { return "" }
        return "\n"
            + warnings.map { notice in
                style.paint(style.say("留意", "note"), .warning)
                    + " \(harmless(style.say(notice.message))) \(style.paint(harmless(notice.place.location), .quiet))\n"
            }.joined()
    }
}

extension AlertOrder {
    /// That this is no real alert; empty for one.
    package func drillText(in style: TextStyle) -> String {
        isDrill ? style.paint(style.say("演练，不是真的预警", "This is a drill, no real alert"), .warning) + "\n" : ""
    }

    /// `2026-11-24 18:00 起，解除时间待定`.
    package func timesText(in style: TextStyle) -> String {
        let end =
            end.map { style.say("至 \($0.isoText)", "until \($0.isoText)") }
            ?? style.say("解除时间待定", "end open")
        return style.say("\(effective.isoText) 起，\(end)", "from \(effective.isoText), \(end)")
    }
}

extension StaffedResponse {
    /// That days of rest go by weekends alone in a year that no file tells about; empty where all are told.
    package func holidaysText(in style: TextStyle) -> String {
        let years = missingHolidayYears
        guard !years.isEmpty else { return "" }
        let list = years.map(String.init).joined(separator: style.say("、", ", "))
        return style.paint(style.say("留意", "note"), .warning)
            + style.say(
                "：计划里没有 \(list) 年的节假日（holidays/\(years[0]).yaml），只按周末算休息日\n",
                ": the plans hold no holidays of \(list) (holidays/\(years[0]).yaml); days of rest go by weekends\n"
            )
    }
}
