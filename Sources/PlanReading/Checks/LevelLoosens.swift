import Diagnostics
import PlanModel

/// A graver level may not let go on what a milder one stops.
enum LevelLoosens: EnterpriseCheck {
    /// Fine enough for every share, and small enough for their products (see `Enterprise.remaining`).
    private static let whole: Int128 = 1_000_000_000_000_000_000
    /// Products of shares in another order differ by less than this.
    private static let rounding: Int128 = 1000

    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        let left = PerLevel { Self.left(of: enterprise, at: $0) }
        return zip(AlertLevel.allCases, AlertLevel.allCases.dropFirst()).flatMap { milder, graver in
            var findings: [Diagnostic] = []
            for index in left[milder].indices {
                let (before, after) = (left[milder][index], left[graver][index])
                let loosened = Pollutant.allCases.filter { after[$0] > before[$0] + rounding }
                guard !loosened.isEmpty else { continue }
                let target = enterprise.targets[index]
                let pollutants = loosened.filter { target.emissions[$0] > .zero }
                guard !pollutants.isEmpty else { continue }
                findings.append(finding(pollutants, of: target, enterprise, from: milder, to: graver))
            }
            return findings.isEmpty ? unbanned(enterprise, from: milder, to: graver) : findings
        }
    }

    /// What goes on of each line, and last of the transport: all at once, since there are many thousands of plans.
    private static func left(of enterprise: Enterprise, at level: AlertLevel) -> [PerPollutant<Int128>] {
        let lines = enterprise.lines
        var left = [PerPollutant<Int128>](
            repeating: PerPollutant { _ in whole }, count: lines.count + (enterprise.transport == nil ? 0 : 1)
        )
        let measures = enterprise.measures[level]
        for index in measures.indices {
            let remaining = measures[index].remaining
            func reach(_ target: Int) {
                left[target] = left[target].map { pollutant, part in
                    part * Int128(remaining[pollutant].numerator) / Int128(remaining[pollutant].denominator)
                }
            }
            switch measures[index].target {
            case .line(let id):
                for line in lines.indices where lines[line].id == id.value { reach(line) }
            case .allLines: lines.indices.forEach(reach)
            case .transport: if left.count > lines.count { reach(lines.count) }
            }
        }
        return left
    }

    private static func finding(
        _ pollutants: [Pollutant], of target: Enterprise.Target, _ enterprise: Enterprise,
        from milder: AlertLevel, to graver: AlertLevel
    ) -> Diagnostic {
        let symbols = pollutants.map(\.symbol)
        let name = title(of: target)
        return Diagnostic(
            .levelLoosens,
            Phrase(
                zh:
                    "\(name.chinese)：\(graver.title.chinese)比\(milder.title.chinese)放松了（\(symbols.joined(separator: "、"))）",
                en:
                    "\(name.english): \(graver.title.english) lets more go on than \(milder.title.english) (\(symbols.joined(separator: ", ")))"
            ),
            severity: .warning,
            at: measure(of: enterprise, on: target, at: graver)?.place ?? start(of: graver, in: enterprise),
            help: Phrase(
                zh: "每一级都要写全；更高级别不能比低级别松",
                en: "every level is written out in full; a higher one may not be looser than a lower one"),
            related: related(measure(of: enterprise, on: target, at: milder)?.place, milder))
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
