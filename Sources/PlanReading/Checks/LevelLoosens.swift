import Diagnostics
import PlanModel

/// A graver level may not let go on what a milder one stops.
enum LevelLoosens: EnterpriseCheck {
    /// Fine enough for every share, and small enough for their products (see `Enterprise.remaining`).
    private static let whole: Int128 = 1_000_000_000_000_000_000
    /// Products of shares in another order differ by less than this.
    private static let rounding: Int128 = 1000

    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        zip(AlertLevel.allCases, AlertLevel.allCases.dropFirst()).flatMap { milder, graver in
            enterprise.targets.flatMap { target in
                loosened(target, of: enterprise, from: milder, to: graver)
            }
        }
    }

    private static func loosened(
        _ target: Enterprise.Target, of enterprise: Enterprise, from milder: AlertLevel, to graver: AlertLevel
    ) -> [Diagnostic] {
        func left(_ pollutant: Pollutant, _ level: AlertLevel) -> Int128 {
            enterprise.remaining(whole, of: pollutant, on: target, at: level)
        }
        let pollutants = Pollutant.allCases.filter {
            target.emissions[$0] > .zero && left($0, graver) > left($0, milder) + rounding
        }
        let places = (
            milder: measure(of: enterprise, on: target, at: milder)?.place,
            graver: measure(of: enterprise, on: target, at: graver)?.place
        )
        let name = title(of: target)
        var findings: [Diagnostic] = []
        if !pollutants.isEmpty {
            let symbols = pollutants.map(\.symbol)
            findings.append(
                Diagnostic(
                    .levelLoosens,
                    Phrase(
                        zh:
                            "\(name.chinese)：\(graver.title.chinese)比\(milder.title.chinese)放松了（\(symbols.joined(separator: "、"))）",
                        en:
                            "\(name.english): \(graver.title.english) lets more go on than \(milder.title.english) (\(symbols.joined(separator: ", ")))"
                    ),
                    severity: .warning, at: places.graver ?? start(of: graver, in: enterprise),
                    help: Phrase(
                        zh: "每一级都要写全；更高级别不能比低级别松",
                        en:
                            "every level is written out in full; a higher one may not be looser than a lower one"
                    ),
                    related: related(places.milder, milder)))
        } else if case .transport = target {
            findings += unbanned(enterprise, from: milder, to: graver)
        }
        return findings
    }

    /// Vehicles that a milder level keeps out and a graver one lets in again.
    private static func unbanned(
        _ enterprise: Enterprise, from milder: AlertLevel, to graver: AlertLevel
    ) -> [Diagnostic] {
        func banned(_ level: AlertLevel) -> [EnterpriseMeasure] {
            enterprise.measures[level].filter { $0.target == .transport }
        }
        let stops = banned(graver).contains { if case .stop = $0.action { true } else { false } }
        let still = Set(banned(graver).flatMap(\.banned))
        let freed = banned(milder).flatMap(\.banned).filter { !still.contains($0) }
        guard !stops, let first = freed.first else { return [] }
        return [
            Diagnostic(
                .levelLoosens,
                Phrase(
                    zh: "运输：\(milder.title.chinese)禁行“\(first)”，\(graver.title.chinese)没有禁",
                    en: "transport: \(milder.title.english) bans '\(first)', \(graver.title.english) does not"
                ),
                severity: .warning,
                at: banned(graver).first?.place ?? start(of: graver, in: enterprise),
                help: Phrase(zh: "在更高级别的 ban 里也写上", en: "name it under 'ban' at the higher level too"),
                related: related(banned(milder).first?.place, milder))
        ]
    }

    /// Where a level's list begins, for a level that says nothing of the target.
    private static func start(of level: AlertLevel, in enterprise: Enterprise) -> SourceSpan {
        let place = enterprise.measuresPlaces[level]
        return SourceSpan(file: place.file, start: place.start, end: place.start)
    }

    private static func related(_ place: SourceSpan?, _ level: AlertLevel) -> [Diagnostic.Related] {
        place.map {
            [.init(Phrase(zh: "\(level.title.chinese)写在这里", en: "\(level.title.english) says here"), at: $0)]
        } ?? []
    }

    private static func measure(
        of enterprise: Enterprise, on target: Enterprise.Target, at level: AlertLevel
    ) -> EnterpriseMeasure? {
        enterprise.measures[level].first { target.isReached(by: $0) }
    }

    private static func title(of target: Enterprise.Target) -> Phrase {
        switch target {
        case .line(let line): Phrase(zh: "生产线 \(line.id.text)", en: "line \(line.id.text)")
        case .transport: Phrase(zh: "运输", en: "transport")
        }
    }
}
