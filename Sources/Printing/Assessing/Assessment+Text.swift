package import Activating
import Diagnostics
import PlanModel

extension Assessment {
    /// The verdict, its reasons, every day, when it could end, and on what all this stands.
    package func text(in style: TextStyle) -> String {
        var text = style.paint(harmless(style.say(verdict)), tone) + "\n"
        text += reasons(in: style)
        text += style.say(
            "只是核对：预警由市里发布，这里什么也没有启动\n",
            "a check only: the city issues alerts, and nothing was activated\n")
        text += "\n" + days(in: style)
        if let liftWords {
            text += "\n" + WrappedText.of(harmless(style.say(liftWords)))
            if let lift = grading.lift {
                text += style.paint(
                    "  "
                        + harmless(
                            style.say(
                                "依据：\(lift.source)（\(lift.certainty.title.chinese)）",
                                "source: \(lift.source) (\(lift.certainty.title.english))")) + "\n", .quiet)
            }
        }
        if !notes.isEmpty {
            text += "\n" + notes.map { WrappedText.of("· " + harmless(style.say($0))) }.joined()
        }
        return text + "\n" + sources(in: style)
    }

    private var tone: TextStyle.Tone {
        switch due?.level {
        case .red: .bad
        case .orange, .yellow: .warning
        case nil: .good
        }
    }

    private func reasons(in style: TextStyle) -> String {
        guard let due else {
            guard
                let worst = AssessedDay.all(of: series).compactMap(\.worst).max(by: {
                    ($0.index?.value ?? 0) < ($1.index?.value ?? 0)
                }), let index = worst.index
            else { return "" }
            return style.say(
                "  最高 AQI \(index.value)，\(series.timeText(worst.time))\n",
                "  the highest AQI is \(index.value), \(series.timeText(worst.time))\n")
        }
        return due.stretches.map { stretch in
            let count = series.countText(stretch.range.count)
            let times = series.timesText(stretch.range)
            let values = series.valuesText(stretch.range)
            return WrappedText.of(
                harmless(
                    style.say(
                        "\(stretch.condition.words.chinese)：\(times.chinese)，\(count.chinese)，AQI \(values.chinese)",
                        "\(stretch.condition.words.english): \(times.english), \(count.english), AQI \(values.english)"
                    )),
                indent: 2)
        }.joined()
    }

    private func days(in style: TextStyle) -> String {
        var table = TextTable([.left, .right, .left, .left, .left])
        let isHourly = series.step == .hour
        table.add(
            [
                style.say("日期", "day"), "AQI", style.say("级别", "class"), style.say("首要污染物", "primary"),
                isHourly ? style.say("最高一小时", "worst hour") : "",
            ], .quiet)
        for day in AssessedDay.all(of: series) {
            guard let worst = day.worst, let index = worst.index else {
                table.add([day.date.isoText, "–", style.say("不明", "unknown"), "–", ""], .quiet)
                continue
            }
            table.add([
                day.date.isoText, String(index.value), style.say(AirQualityClass(index.value).title),
                index.primary.isEmpty ? "–" : style.say(index.primary.words),
                isHourly ? worst.time.clockText : "",
            ])
        }
        return table.text(in: style)
    }

    private func sources(in style: TextStyle) -> String {
        let labels = [grading.label] + series.scales.map(\.label)
        return style.say("规则集\n", "rule sets\n")
            + labels.map { label in
                "  " + harmless(label.id?.text ?? "–") + "  "
                    + style.paint(harmless(style.say(label.attribution)), .quiet) + "\n"
            }.joined()
    }
}
