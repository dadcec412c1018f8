import Activating
import Diagnostics
import PlanModel

extension BalanceChange {
    /// The decimals that both sides' ratios need beside their targets.
    private var decimals: Int { max(before.decimals, after.decimals) }

    /// One sentence: 橙色：NOx 22.05 % → 17.40 %，跌破 20 %（削减 … kg/d）.
    func sentence(on pollutant: Pollutant) -> Phrase {
        let (old, new) = (before.figures[pollutant], after.figures[pollutant])
        let ratios = course(pollutant.symbol, from: old.ratio, to: new.ratio)
        let verdict = verdict(on: pollutant)
        let remarks = remarks(old, new)
        return Phrase(
            zh: "\(level.title.chinese)：\(ratios.chinese)，\(verdict.chinese)\(remarks.chinese)",
            en: "at \(level.title.english) \(ratios.english), \(verdict.english)\(remarks.english)")
    }

    /// The same of the pooled pollutants' sum; nil where nothing of it differs.
    var poolSentence: Phrase? {
        guard changesPool else { return nil }
        guard let old = before.pool, let new = after.pool, old.pollutants == new.pollutants else {
            func name(_ pool: ReductionPool?) -> Phrase {
                pool.map { Phrase($0.title) } ?? Phrase(zh: "不许调整", en: "none")
            }
            let (one, other) = (name(before.pool), name(after.pool))
            return Phrase(
                zh: "\(level.title.chinese)：可内部调整的 \(one.chinese) → \(other.chinese)",
                en: "at \(level.title.english) the pool goes from \(one.english) to \(other.english)")
        }
        let ratios = course(new.title, from: old.ratio, to: new.ratio)
        let decimals = max(before.targetDecimals, after.targetDecimals)
        func target(_ pool: ReductionPool) -> String { pool.target.percentText(decimals: decimals) + " %" }
        let targets =
            old.target == new.target
            ? Phrase("")
            : Phrase(
                zh: "（目标 \(target(old)) → \(target(new))）", en: " (target \(target(old)) → \(target(new)))")
        let verdict =
            new.isMet
            ? Phrase(zh: "合计达到 \(target(new))", en: "together reaching \(target(new))")
            : Phrase(zh: "合计低于 \(target(new))", en: "together below \(target(new))")
        return Phrase(
            zh: "\(level.title.chinese)：\(ratios.chinese)，\(verdict.chinese)\(targets.chinese)",
            en: "at \(level.title.english) \(ratios.english), \(verdict.english)\(targets.english)")
    }

    private func course(_ name: String, from old: ExactRatio?, to new: ExactRatio?) -> Phrase {
        func text(_ ratio: ExactRatio?) -> String {
            ratio.map { $0.percentText(decimals: decimals) + " %" } ?? "–"
        }
        let (one, other) = (text(old), text(new))
        guard one != other else { return Phrase(zh: "\(name) \(other)", en: "\(name) is at \(other)") }
        let verb = old.map { old in new.map { $0 < old } ?? true } ?? false ? "falls" : "rises"
        return Phrase(zh: "\(name) \(one) → \(other)", en: "\(name) \(verb) from \(one) to \(other)")
    }

    private func verdict(on pollutant: Pollutant) -> Phrase {
        let figure = after.figures[pollutant]
        let target = figure.target.percentText
        let falls =
            figure.ratio.map { new in before.figures[pollutant].ratio.map { new < $0 } ?? false } ?? false
        return switch (before.standing(of: pollutant), after.standing(of: pollutant)) {
        case (.reached, .reached): Phrase(zh: "仍达到 \(target)", en: "still reaching \(target)")
        case (.reached, .reachedByPool):
            Phrase(zh: "低于 \(target)，经内部调整仍达到", en: "below \(target), still reached by pool")
        case (.reached, .short):
            falls
                ? Phrase(zh: "跌破 \(target)", en: "below \(target)")
                : Phrase(zh: "达不到 \(target)", en: "short of \(target)")
        case (.reachedByPool, .reached):
            Phrase(zh: "自身达到 \(target)", en: "reaching \(target) by itself")
        case (.reachedByPool, .reachedByPool):
            Phrase(zh: "低于 \(target)，仍经内部调整达到", en: "below \(target), still reached by pool")
        case (.reachedByPool, .short):
            Phrase(zh: "低于 \(target)，内部调整也补不上", en: "below \(target), no longer reached by pool")
        case (.short, .reached): Phrase(zh: "达到 \(target)", en: "reaching \(target)")
        case (.short, .reachedByPool):
            Phrase(zh: "低于 \(target)，经内部调整达到", en: "below \(target), reached by pool")
        case (.short, .short): Phrase(zh: "仍低于 \(target)", en: "still below \(target)")
        }
    }

    /// What of cut, denominator and target differs.
    private func remarks(_ old: ReductionFigure, _ new: ReductionFigure) -> Phrase {
        var parts: [Phrase] = []
        func add(_ chinese: String, _ english: String, _ old: String, _ new: String) {
            guard old != new else { return }
            parts.append(Phrase(zh: "\(chinese) \(old) → \(new)", en: "\(english) \(old) → \(new)"))
        }
        add("削减", "cut", old.cut.kilogramsText, new.cut.kilogramsText)
        add("分母", "of", old.base.kilogramsText, new.base.kilogramsText)
        if !parts.isEmpty {
            parts[parts.count - 1] = Phrase(
                zh: parts[parts.count - 1].chinese + " kg/d", en: parts[parts.count - 1].english + " kg/d")
        }
        add("目标", "target", old.target.percentText, new.target.percentText)
        guard !parts.isEmpty else { return Phrase("") }
        return Phrase(
            zh: "（" + parts.map(\.chinese).joined(separator: "，") + "）",
            en: " (" + parts.map(\.english).joined(separator: ", ") + ")")
    }
}
