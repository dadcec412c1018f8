package import Activating
package import Diagnostics
import PlanModel

extension Assessment {
    /// What a reader has to know to trust the verdict as far as it goes, and no further.
    package var notes: [Phrase] {
        stretchNotes + gapNotes + pollutantNotes + methodNotes + eventNotes
    }

    private var stretchNotes: [Phrase] {
        guard let due else { return [] }
        var notes: [Phrase] = []
        let (first, end) = (due.episode.lowerBound, due.episode.upperBound)
        if first == 0 || series.entries[first - 1].index == nil {
            notes.append(
                Phrase(
                    zh: "这一段之前没有数据，实际可能开始得更早",
                    en: "nothing is known before the stretch: it may have begun earlier"))
        }
        if end == series.entries.count || series.entries[end].index == nil {
            notes.append(
                Phrase(
                    zh: "这一段之后没有数据，实际可能更长，级别可能更高",
                    en: "nothing is known after the stretch: it may last longer, and the level be higher"))
        }
        return notes
    }

    private var gapNotes: [Phrase] {
        var notes: [Phrase] = []
        if let first = unknown.first {
            let count = series.countText(unknown.count)
            notes.append(
                Phrase(
                    zh: "有 \(count.chinese)数据不足（第一处 \(series.timeText(first.time))），持续时间在那里中断",
                    en:
                        "too little is known of \(count.english) (the first \(series.timeText(first.time))), which breaks any stretch"
                ))
        }
        if mergedGap > 0 {
            notes.append(
                series.step == .hour
                    ? Phrase(
                        zh: "两段之间不超过 \(mergedGap) 小时的回落没有算作中断（--merge-gaps，没有文件依据）",
                        en:
                            "gaps of at most \(mergedGap) h below a condition do not break a stretch (--merge-gaps; no document says so)"
                    )
                    : Phrase(
                        zh: "--merge-gaps 只对逐小时的预报起作用",
                        en: "--merge-gaps counts for hourly forecasts only"))
        }
        return notes
    }

    private var pollutantNotes: [Phrase] {
        guard let given = forecast.pollutants else { return [] }
        var notes: [Phrase] = []
        let absent = AirPollutant.allCases.filter { !given.contains($0) }
        if !absent.isEmpty {
            notes.append(
                Phrase(
                    zh: "没有 \(absent.words.chinese)，AQI 只由其余几项算出，实际可能更高",
                    en: "without \(absent.words.english): the AQI is of the others, and may be higher"))
        }
        let partial = series.entries.filter { $0.index != nil && !$0.unknown.isEmpty }
        if let first = partial.first {
            let count = series.countText(partial.count)
            notes.append(
                Phrase(
                    zh:
                        "有 \(count.chinese)缺几项（第一处 \(series.timeText(first.time)) 缺 \(first.unknown.words.chinese)），那里的 AQI 可能更高",
                    en:
                        "some pollutants are unknown on \(count.english) (the first \(series.timeText(first.time)), \(first.unknown.words.english)): the AQI there may be higher"
                ))
        }
        for pollutant in AirPollutant.allCases {
            guard let first = series.entries.first(where: { $0.index?.beyond.contains(pollutant) ?? false })
            else {
                continue
            }
            notes.append(
                Phrase(
                    zh: "\(pollutant.symbol) 超出指数表（第一处 \(series.timeText(first.time))），按表的最后一行计",
                    en:
                        "\(pollutant.symbol) lies beyond the end of its scale (the first \(series.timeText(first.time))) and counts as the scale's end"
                ))
        }
        return notes
    }

    private var methodNotes: [Phrase] {
        guard series.step == .hour else { return [] }
        guard forecast.pollutants != nil else {
            return [
                Phrase(
                    zh: "逐小时：每小时取此前 24 小时 AQI 的平均，至少 \(AirQualitySeries.leastHours) 个有效（假定）",
                    en:
                        "hourly: each hour's value is the mean AQI of the 24 hours that end with it, of which \(AirQualitySeries.leastHours) must be known (assumption)"
                )
            ]
        }
        return [
            Phrase(
                zh:
                    "逐小时：每小时取此前 24 小时的平均，至少 \(AirQualitySeries.leastHours) 个有效；O3 取其中最大的 8 小时滑动平均（8 小时里至少 \(AirQualitySeries.leastOzoneHours) 个有效，至少 \(AirQualitySeries.leastOzoneMeans) 个平均）（假定）",
                en:
                    "hourly: each hour's value is of the 24 hours that end with it, of which \(AirQualitySeries.leastHours) must be known; of O3 the largest running mean of 8 hours (\(AirQualitySeries.leastOzoneHours) of 8 known, \(AirQualitySeries.leastOzoneMeans) such means) (assumption)"
            )
        ]
    }

    private var eventNotes: [Phrase] {
        events.map { level, words in
            Phrase(
                zh: "\(level.title.chinese)的条件还有“\(words)”，由指数看不出来",
                en: "the \(level.title.english) level has '\(words)' as a condition too, which no index tells"
            )
        }
    }
}
