import Diagnostics
package import PlanModel
package import Responding

/// A part of a review: the same words and tables in Markdown and on a page.
package struct ReviewSection: Sendable {
    package let title: String
    package let tables: [Table]
    /// What is said below.
    package let notes: [String]

    package struct Table: Sendable {
        /// Empty where the section's title says it.
        package let title: String
        package let heads: [String]
        package let rows: [[String]]
    }

    init(_ title: String, _ tables: [Table] = [], notes: [String] = []) {
        self.title = title
        self.tables = tables
        self.notes = notes
    }
}

extension ResponseReview {
    /// In the order of a 总结评估: what can be reckoned is reckoned, the rest is left to be written.
    package var sections: [ReviewSection] {
        [
            ReviewSection("经过", [events]),
            ReviewSection("各级别时长", levels.map { [$0] } ?? [], notes: levels == nil ? ["没有生效过。"] : []),
            ReviewSection("减排量", masses, notes: [Self.assumption]), ReviewSection("减排比例", [verdicts]),
            ReviewSection("值守", duty),
        ]
    }

    /// What stands above everything.
    package var standing: String {
        "响应 \(record.name)" + (record.isDrill ? "（演练）" : "")
            + (isOver ? "，已结束。" : "，还没有结束，算到 \(until.isoText)。")
    }

    /// What is left to people.
    package static let open = ["没有按方案做到的企业、点位：", "值守和巡查中的问题：", "清单、方案要修订的："]

    /// What the figures rest on, as domain facts are marked.
    private static let assumption =
        "口径：按计划核算，不是实测。停机按 stopNeeds 从开始停机到停到位匀速下降（假定）；恢复按立即恢复（假定）；不足 1 克舍去。"

    private var events: ReviewSection.Table {
        ReviewSection.Table(
            title: "", heads: ["序", "发布", "事项", "级别", "生效", "结束", "文号", "记录人"],
            rows: record.events.map { event in
                [
                    "\(event.number)", event.issued.isoText, event.kind.title.chinese,
                    event.level.title.chinese, event.effective.isoText,
                    record.isRevoked(by: event) ? "没有生效" : event.until?.isoText ?? "待定",
                    event.orderNumber ?? "", event.by,
                ]
            })
    }

    private var levels: ReviewSection.Table? {
        guard !stretches.isEmpty else { return nil }
        let sum = stretches.reduce(0) { $0 + $1.length.minutes }
        return ReviewSection.Table(
            title: "", heads: ["级别", "起", "止", "时长"],
            rows: stretches.map {
                [
                    $0.level.title.chinese, $0.start.isoText, ($0.end ?? until).isoText,
                    $0.length.durationText,
                ]
            } + [["合计", "", "", Span(minutes: sum).durationText]])
    }

    private var masses: [ReviewSection.Table] {
        let symbols = Pollutant.allCases.map(\.symbol)
        func row(_ name: String, _ mass: PerPollutant<Mass>) -> [String] {
            [name] + Pollutant.allCases.map { mass[$0].kilogramsText }
        }
        var rows = zip(stretches, avoided.byStretch).map { stretch, mass in
            row("\(stretch.level.title.chinese) \(stretch.length.durationText)", mass)
        }
        if Pollutant.allCases.contains(where: { avoided.before[$0] > .zero }) {
            rows.insert(row("生效前停机中", avoided.before), at: 0)
        }
        rows.append(row("合计", avoided.total))
        let sectors = avoided.bySector.map { row($0.sector.title.chinese, $0.avoided) }
        return [
            ReviewSection.Table(title: "按级别（kg）", heads: ["级别"] + symbols, rows: rows),
            ReviewSection.Table(title: "按行业（kg）", heads: ["行业"] + symbols, rows: sectors),
            ReviewSection.Table(
                title: "按日（kg）", heads: ["日期"] + symbols, rows: days.map { row($0.day, $0.avoided) }),
        ]
    }

    /// Days of the calendar, with what was avoided in each.
    private var days: [(day: String, avoided: PerPollutant<Mass>)] {
        var days: [(day: String, avoided: PerPollutant<Mass>)] = []
        for hour in avoided.hours {
            let day = hour.start.date.isoText
            if days.last?.day == day {
                let sum = days[days.count - 1].avoided
                days[days.count - 1].avoided = PerPollutant { sum[$0] + hour.avoided[$0] }
            } else {
                days.append((day, hour.avoided))
            }
        }
        return days
    }

    private var verdicts: ReviewSection.Table {
        ReviewSection.Table(
            title: "", heads: ["序", "级别"] + Pollutant.allCases.map { "\($0.symbol) %" } + ["结论", "计划"],
            rows: record.events.filter {
                $0.kind != .roster && $0.kind != .lift && !record.isRevoked(by: $0)
            }.map { event in
                let ratios = Pollutant.allCases.map { pollutant -> String in
                    let figure = event.verdict.figures[pollutant]
                    let ratio = figure.cut.ratio(of: figure.base)?.percentText() ?? "–"
                    return "\(ratio) / \(figure.target.percentText)"
                }
                return ["\(event.number)", event.level.title.chinese] + ratios
                    + [event.verdict.isMet ? "达到" : "未达到", event.plans.shortText]
            })
    }

    private var duty: [ReviewSection.Table] {
        let active = served.map { part in
            (part.subDistrict.text, part.people.filter { $0.shifts + $0.standby > 0 })
        }
        let totals = active.map { name, people in
            [
                name, "\(people.count)", "\(people.reduce(0) { $0 + $1.shifts })",
                "\(people.reduce(0) { $0 + $1.nights })", "\(people.reduce(0) { $0 + $1.restDays })",
                Span(minutes: people.reduce(0) { $0 + $1.time.minutes }).durationText,
            ]
        }
        let whole = ReviewSection.Table(
            title: "各街道", heads: ["街道", "人数", "班次", "夜班", "休息日", "工时"], rows: totals)
        return [whole]
            + active.filter { !$0.1.isEmpty }.map { name, people in
                ReviewSection.Table(
                    title: name, heads: ["姓名", "班次", "夜班", "休息日", "节假日", "备岗", "工时"],
                    rows: people.map(\.cells))
            }
    }
}

extension ResponseReview.Served {
    fileprivate var cells: [String] {
        [
            name + (lender.map { "（\($0.text)借用）" } ?? ""), "\(shifts)", "\(nights)", "\(restDays)",
            "\(holidays)", "\(standby)", time.durationText,
        ]
    }
}

extension ResponseState.Stretch {
    /// Of a closed one.
    package var length: Span { Span(minutes: ((end ?? start) - start).minutes) }
}

extension Span {
    /// `38 小时`, `38 小时 20 分`.
    fileprivate var durationText: String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        return rest == 0 ? "\(hours) 小时" : hours == 0 ? "\(rest) 分" : "\(hours) 小时 \(rest) 分"
    }
}

extension Provenance {
    /// `提交 3f2a9c01b2d4`, or the beginning of the content's hash.
    var shortText: String {
        guard let commit else { return "内容 \(contentHash.prefix(19))" }
        return "提交 \(commit.prefix(12))" + (isClean ? "" : "（有未提交的改动）")
    }
}

extension Mass {
    /// In kg with three decimals, which is every gram: `1,234.567`.
    package var kilogramsText: String { MassRate(gramsPerDay: grams).kilogramsText }
}
