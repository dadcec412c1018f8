import Diagnostics
import PlanModel

/// What a plan does not forbid but a duty officer should know on this very day.
enum ActivationNotices {
    static func all(
        _ book: PlanBook, order: AlertOrder, measures: [ActiveMeasure], enterprises: [EnterpriseActivation]
    ) -> [Diagnostic] {
        let day = order.effective.date
        let sources = book.sources
        return
            (missingLists(book) + enterprises.flatMap { overdueRetrofit($0.enterprise, on: day) }
            + enterprises.flatMap { expiredExemption($0.enterprise, on: day) }
            + sources.flatMap { expiredExemptions($0, on: day) } + enterprises.flatMap(notCounted)
            + measures.compactMap(reachesNothing)).inReadingOrder()
    }

    private static func missingLists(_ book: PlanBook) -> [Diagnostic] {
        book.district.subDistricts.flatMap { name -> [Diagnostic] in
            func missing(_ what: Phrase) -> Diagnostic {
                Diagnostic(
                    .missingFile,
                    Phrase(
                        zh: "“\(name.value.text)”没有\(what.chinese)",
                        en: "'\(name.value.text)' has no \(what.english)"),
                    severity: .warning, at: name.place)
            }
            return (book.list(of: name.value) == nil ? [missing(Phrase(zh: "街道清单", en: "list"))] : [])
                + (book.staff(of: name.value) == nil ? [missing(Phrase(zh: "人员文件", en: "people file"))] : [])
        }
    }

    private static func overdueRetrofit(_ enterprise: Enterprise, on day: CivilDate) -> [Diagnostic] {
        guard let retrofit = enterprise.retrofit, retrofit.done == nil, retrofit.due < day,
            enterprise.lines.contains(where: { $0.status == .running })
        else { return [] }
        return [
            Diagnostic(
                .overdueRetrofit,
                Phrase(
                    zh: "\(enterprise.name)：“\(retrofit.item)”已于 \(retrofit.due.isoText) 到期未完成，仍有生产线在运行",
                    en:
                        "\(enterprise.name): '\(retrofit.item)' was due on \(retrofit.due.isoText), yet lines are running"
                ),
                severity: .warning, at: retrofit.place,
                help: Phrase(
                    zh: "逾期未完成的须停产整治（西政发〔2018〕12号 二十六）",
                    en: "an overdue retrofit means stop (Xicheng 2018 no. 12, item 26)"))
        ]
    }

    private static func expiredExemption(_ enterprise: Enterprise, on day: CivilDate) -> [Diagnostic] {
        guard let exemption = enterprise.exemption, exemption.until < day else { return [] }
        return [expired(enterprise.name, exemption.until, at: exemption.place)]
    }

    private static func expiredExemptions(_ source: EmissionSource, on day: CivilDate) -> [Diagnostic] {
        source.exemptions.filter { $0.until < day }.map { expired(source.name, $0.until, at: $0.place) }
    }

    private static func expired(_ name: String, _ until: CivilDate, at place: SourceSpan) -> Diagnostic {
        Diagnostic(
            .exemptionExpired,
            Phrase(
                zh: "\(name)：豁免已于 \(until.isoText) 到期，不再豁免",
                en: "\(name): the exemption ran out on \(until.isoText) and no longer holds"),
            severity: .warning, at: place,
            help: Phrase(
                zh: "续批后改 until，否则删去", en: "once it is approved anew change 'until'; otherwise delete it"))
    }

    private static func notCounted(_ activation: EnterpriseActivation) -> [Diagnostic] {
        activation.lines.flatMap { line -> [Diagnostic] in
            guard let reason = line.entry.notCounted else { return [] }
            let claims = line.measures.filter { measure in
                guard measure.target != .allLines else { return false }
                return Pollutant.allCases.contains { measure.remaining(of: $0) < .all }
            }
            return claims.map { measure in
                Diagnostic(
                    .cutNotCounted,
                    Phrase(
                        zh: "\(activation.enterprise.name) \(line.line.name)：\(reason.title.chinese)，措施不计削减",
                        en:
                            "\(activation.enterprise.name), \(line.line.name): \(reason.title.english), so the measure is no cut"
                    ),
                    severity: .note, at: measure.place)
            }
        }
    }

    private static func reachesNothing(_ active: ActiveMeasure) -> Diagnostic? {
        guard active.reaches == 0 else { return nil }
        return Diagnostic(
            .measureReachesNothing,
            Phrase(
                zh: "“\(active.measure.title)”没有落到任何点位", en: "'\(active.measure.title)' reaches no source"),
            severity: .note, at: active.measure.id.place)
    }
}
