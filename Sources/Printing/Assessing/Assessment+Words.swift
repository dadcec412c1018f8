package import Activating
package import Diagnostics
import PlanModel

extension AirQualitySeries {
    /// `2026-11-24` or `2026-11-24 18:00`.
    func timeText(_ time: CivilTime) -> String { step == .day ? time.date.isoText : time.isoText }

    /// From the first to the last step of a stretch, both inclusive.
    func timesText(_ range: Range<Int>) -> Phrase {
        let first = timeText(entries[range.lowerBound].time)
        let last = timeText(entries[range.upperBound - 1].time)
        return first == last ? Phrase(first) : Phrase(zh: "\(first) 至 \(last)", en: "\(first) to \(last)")
    }

    /// `2 天`, `48 hours`.
    func countText(_ count: Int) -> Phrase {
        step == .day
            ? Phrase(zh: "\(count) 天", en: "\(count) day\(count == 1 ? "" : "s")")
            : Phrase(zh: "\(count) 小时", en: "\(count) hour\(count == 1 ? "" : "s")")
    }

    /// Every value of a short stretch, lowest and highest of a long one.
    func valuesText(_ range: Range<Int>) -> Phrase {
        let values = entries[range].map { $0.index.map { String($0.value) } ?? "–" }
        if values.count <= 10 {
            return Phrase(zh: values.joined(separator: "、"), en: values.joined(separator: ", "))
        }
        let known = entries[range].compactMap { $0.index?.value }
        let (least, most) = (known.min() ?? 0, known.max() ?? 0)
        return Phrase("\(least)–\(most)")
    }
}

extension GradingSet.Condition {
    /// `AQI > 200 持续 2 天`.
    var words: Phrase {
        let what: Phrase =
            switch what {
            case .above(let limit): Phrase(zh: "AQI 大于 \(limit)", en: "AQI above \(limit)")
            case .reaching(let limit): Phrase(zh: "AQI 达到 \(limit)", en: "AQI of \(limit) or more")
            case .event(let words): Phrase(words)
            }
        let span = lasting.map { lasting in
            lasting.minutes % 1440 == 0
                ? Phrase(zh: " 持续 \(lasting.minutes / 1440) 天", en: " for \(lasting.minutes / 1440) d")
                : Phrase(zh: " 持续 \(lasting.hoursText) 小时", en: " for \(lasting.hoursText) h")
        }
        let doubt = certainty == .assumption ? Phrase(zh: "（假定）", en: " (assumption)") : nil
        return Phrase(
            zh: what.chinese + (span?.chinese ?? "") + (doubt?.chinese ?? ""),
            en: what.english + (span?.english ?? "") + (doubt?.english ?? ""))
    }
}

extension [AirPollutant] {
    var words: Phrase {
        Phrase(
            zh: map(\.symbol).joined(separator: "、"), en: map(\.symbol).joined(separator: ", "))
    }
}

extension Assessment {
    var gradingName: String { grading.label.id?.text ?? grading.label.source }

    /// The result in one sentence.
    package var verdict: Phrase {
        guard let due else {
            return unknown.isEmpty
                ? Phrase(
                    zh: "按 \(gradingName)，这份预报没有达到任何预警级别的条件",
                    en: "by \(gradingName) this forecast meets the conditions of no alert level")
                : Phrase(
                    zh: "按 \(gradingName)，这份预报已知的部分没有达到任何预警级别的条件",
                    en:
                        "by \(gradingName) this forecast, as far as it is known, meets the conditions of no alert level"
                )
        }
        let since = series.timeText(series.entries[due.episode.lowerBound].time)
        return Phrase(
            zh: "按 \(gradingName)，这份预报达到\(due.level.alertTitle.chinese)条件，自 \(since) 起",
            en:
                "by \(gradingName) this forecast meets the conditions of the \(due.level.alertTitle.english), from \(since) on"
        )
    }

    /// When the alert could end.
    var liftWords: Phrase? {
        let clear = grading.lift.map { "\($0.clear.hoursText) h" } ?? ""
        switch lifting {
        case .nothing: return nil
        case .unsaid:
            return Phrase(
                zh: "解除：\(gradingName) 读到的文件没有写",
                en: "lifting: the document of \(gradingName) says nothing of it")
        case .from(let time):
            return Phrase(
                zh: "解除：最早 \(series.timeText(time))，此后低于黄色条件超过 \(clear)",
                en:
                    "lifting: \(series.timeText(time)) at the earliest, below the yellow condition for more than \(clear) from then on"
            )
        case .notWithinForecast:
            return Phrase(
                zh: "解除：预报之内还看不到（要低于黄色条件超过 \(clear)）",
                en:
                    "lifting: not within this forecast (below the yellow condition for more than \(clear) is needed)"
            )
        }
    }
}
