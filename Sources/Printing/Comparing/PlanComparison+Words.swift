import Activating
import Diagnostics
import PlanModel
import PlanReading

extension PlanComparison {
    /// The first thing to know: what becomes of the targets, or that nothing does.
    var verdict: Phrase? {
        guard let balances else {
            return Phrase(
                zh: "核算比较不了：\(uncountable.chinese)",
                en: "the balances cannot be compared: \(uncountable.english)")
        }
        guard shownBalances.isEmpty else { return nil }
        let levels = balances.map(\.level.title)
        return changes.isEmpty && changes.notCompared.isEmpty
            ? Phrase(zh: "计划没有变化", en: "the plans are the same")
            : Phrase(
                zh: "核算结果没有变化（\(levels.map(\.chinese).joined(separator: "、"))）",
                en: "the balances stay as they are (\(levels.map(\.english).joined(separator: ", ")))")
    }

    private var uncountable: Phrase {
        if before.tally == nil { return Phrase(zh: "改前没有计划", en: "there were no plans before") }
        if after.tally == nil { return Phrase(zh: "改后没有计划", en: "there are no plans afterwards") }
        return before.district == nil
            ? Phrase(
                zh: "改前的 district、patrol、duty 或目标集有错误",
                en: "the district, patrol, duty or target files had errors before")
            : Phrase(
                zh: "改后的 district、patrol、duty 或目标集有错误",
                en: "the district, patrol, duty or target files have errors afterwards")
    }

    /// What the ratios stand on, where that is another thing than before.
    var basisChanges: [Phrase] {
        guard let old = before.district, let new = after.district else { return [] }
        var phrases: [Phrase] = []
        let (one, other) = (old.denominatorPhrase, new.denominatorPhrase)
        if one != other {
            phrases.append(Phrase(zh: "改前\(one.chinese)", en: "before: \(one.english)"))
            phrases.append(Phrase(zh: "改后\(other.chinese)", en: "after: \(other.english)"))
        }
        let (sets, others) = (before.ruleSetNames, after.ruleSetNames)
        if sets != others {
            phrases.append(
                Phrase(
                    zh: "规则集：\(sets) → \(others)", en: "rule sets: \(sets) → \(others)"))
        }
        return phrases
    }

    /// How many things of each kind have come, gone and changed: 企业 +1 −2 ~3.
    var tallyPhrase: Phrase {
        let parts = ChangedKind.allCases.compactMap { kind -> Phrase? in
            let some = changes.changes.filter { $0.kind == kind }
            guard !some.isEmpty else { return nil }
            let lines = some.flatMap(\.lines)
            return Self.counted(kind.title, some.map(\.nature)).with(
                lines.isEmpty
                    ? nil : Self.counted(Phrase(zh: "生产线", en: "lines of those changed"), lines))
        }
        guard !parts.isEmpty else { return Phrase(zh: "计划内容没有变化", en: "nothing of the plans differs") }
        return Phrase(
            zh: parts.map(\.chinese).joined(separator: "，"), en: parts.map(\.english).joined(separator: ", "))
    }

    private static func counted(_ name: Phrase, _ natures: [PlanChange.Nature]) -> Phrase {
        let counts = PlanChange.Nature.allCases.compactMap { nature -> String? in
            let count = natures.count { $0 == nature }
            return count > 0 ? "\(nature.sign)\(count)" : nil
        }.joined(separator: " ")
        return Phrase(zh: "\(name.chinese) \(counts)", en: "\(name.english) \(counts)")
    }

    /// What is not listed: how much stays as it was, and how many files only look otherwise.
    var remainder: [Phrase] {
        var phrases: [Phrase] = []
        // Files with errors are not counted among all, so that the side without any tells.
        let isByBefore = !after.errors.isEmpty && before.errors.isEmpty
        if let tally = isByBefore ? before.tally : after.tally {
            let gone: PlanChange.Nature = isByBefore ? .added : .removed
            func same(_ all: Int, _ kind: ChangedKind) -> Int {
                max(0, all - changes.changes.count { $0.kind == kind && $0.nature != gone })
            }
            let counts = (
                same(tally.measures, .measure), same(tally.enterprises, .enterprise),
                same(tally.sources, .source), same(tally.people, .person)
            )
            phrases.append(
                Phrase(
                    zh: "没有变的：措施 \(counts.0) 条，企业 \(counts.1) 家，点位 \(counts.2) 个，人员 \(counts.3) 人",
                    en:
                        "unchanged: \(counts.0) measures, \(counts.1) enterprises, \(counts.2) sources, \(counts.3) people"
                ))
        }
        let count = changes.sameMeaning.count
        if count > 0 {
            phrases.append(
                Phrase(
                    zh: "另有 \(count) 个文件只改了写法、注释、次序或位置，计划的意思没有变",
                    en:
                        "\(count) more \(count == 1 ? "file differs" : "files differ") in spelling, comments, order or path only"
                ))
        }
        return phrases
    }

    /// HEAD~1 (1a2b3c4d5e) → 工作区（…）.
    var sidesPhrase: Phrase {
        let (one, other) = (before.phrase, after.phrase)
        return Phrase(
            zh: "比较：\(one.chinese) → \(other.chinese)", en: "compared: \(one.english) → \(other.english)")
    }

    /// What is wrong with the plans of either side, in one sentence each.
    var faults: [(sentence: Phrase, errors: [Diagnostic])] {
        [(before, Phrase(zh: "改前", en: "before")), (after, Phrase(zh: "改后", en: "after"))].compactMap {
            side, time in
            guard !side.errors.isEmpty else { return nil }
            let (errors, files) = (side.errors.count, side.faultyFiles.count)
            return (
                Phrase(
                    zh: "\(time.chinese)的计划有 \(errors) 个错误，\(files) 个有错的文件没有计入核算：",
                    en:
                        "the plans \(time.english == "before" ? "before" : "afterwards") have \(errors) \(errors == 1 ? "error" : "errors"); \(files) \(files == 1 ? "file counts" : "files count") for nothing in the balance:"
                ), side.errors
            )
        }
    }
}

extension Phrase {
    /// With something more in brackets.
    fileprivate func with(_ remark: Phrase?) -> Phrase {
        guard let remark else { return self }
        return Phrase(zh: "\(chinese)（\(remark.chinese)）", en: "\(english) (\(remark.english))")
    }
}

extension PlanComparison.Side {
    var phrase: Phrase {
        switch origin {
        case .commit(let revision, let commit):
            return Phrase(
                zh: "\(revision)（提交 \(commit.prefix(12))）", en: "\(revision) (commit \(commit.prefix(12)))")
        case .workingTree(let commit, let isClean):
            guard let commit else { return Phrase(zh: "工作区", en: "working tree") }
            let short = commit.prefix(12)
            return isClean
                ? Phrase(zh: "工作区（与提交 \(short) 一致）", en: "working tree (as in commit \(short))")
                : Phrase(
                    zh: "工作区（提交 \(short) 之后有未提交的改动）",
                    en: "working tree (with changes that are not committed, on commit \(short))")
        case .folder: return Phrase(zh: "文件夹 \(folder)（不看 git）", en: "folder \(folder) (without git)")
        }
    }

    /// The ids of its rule sets, those without one by their source.
    fileprivate var ruleSetNames: String {
        let names = (rules?.labels ?? []).map { $0.id?.text ?? $0.source }
        return names.isEmpty ? "–" : names.joined(separator: "、")
    }
}
