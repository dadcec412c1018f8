package import Diagnostics
package import PlanModel
package import Responding

extension ResponseRecord {
    /// How the response stands: what is in force since when, what is to come, until when.
    package func statusText(at now: CivilTime, in style: TextStyle) -> String {
        var text = style.paint(harmless(name), .bold)
        if isDrill { text += style.paint(style.say("（演练）", " (drill)"), .warning) }
        text += style.say("：", ": ") + phaseText(at: now, in: style) + "\n"
        if let coming = state.coming(at: now), state.phase(at: now) != .coming(coming.level) {
            text += style.say(
                "  \(coming.effective.isoText) 起转为\(coming.level.title.chinese)\n",
                "  changes to \(coming.level.rawValue) at \(coming.effective.isoText)\n")
        }
        return text
    }

    private func phaseText(at now: CivilTime, in style: TextStyle) -> String {
        switch state.phase(at: now) {
        case .coming(let level):
            return style.paint(
                style.say(
                    "\(level.title.chinese)，\(state.began.isoText) 生效（还有 \(left(from: now, to: state.began).chinese)）",
                    "\(level.rawValue), takes effect at \(state.began.isoText) (in \(left(from: now, to: state.began).english))"
                ), .warning) + style.say("，", ", ") + endText(at: now, in: style)
        case .inForce(let level):
            let since = state.changes.last { $0.effective <= now }?.effective ?? state.began
            return style.paint(
                style.say(
                    "\(level.title.chinese)生效中，自 \(since.isoText) 起",
                    "\(level.rawValue) since \(since.isoText)"),
                .bad) + style.say("，", ", ") + endText(at: now, in: style)
        case .over:
            if state.ending == .revoked {
                return style.say("生效前已撤回", "revoked before it took effect")
            }
            let end = state.until?.isoText ?? ""
            return state.ending == .lifted
                ? style.say("已于 \(end) 解除", "lifted at \(end)")
                : style.say("已于 \(end) 到期", "ended at \(end)")
        }
    }

    private func endText(at now: CivilTime, in style: TextStyle) -> String {
        guard let until = state.until else { return style.say("解除时间待定", "end open") }
        let left = left(from: now, to: until)
        let word = state.ending == .lifted ? style.say("解除", "to be lifted") : style.say("结束", "ends")
        return style.say(
            "\(until.isoText) \(word)（还有 \(left.chinese)）", "\(word) at \(until.isoText) (in \(left.english))"
        )
    }

    private func left(from: CivilTime, to: CivilTime) -> Phrase { (to - from).words }

    /// What happened, a line an event, with what is recorded of it.
    /// - Parameter details: Also the plans, the verdict, who wrote it, and the hash.
    package func logText(in style: TextStyle, details: Bool, hash: String?) -> String {
        var text = style.paint(harmless(name), .bold)
        if isDrill { text += style.paint(style.say("（演练）", " (drill)"), .warning) }
        text += "\n"
        for event in events {
            text += event.text(in: style, details: details, isRevoked: isRevoked(by: event))
        }
        if let hash {
            text += WrappedText.of(
                style.say("最后一条 ", "last entry ") + hash.prefix(23)
                    + style.say("……（与纸上、别处存的对照）", "… (to compare with what was kept elsewhere)"))
        }
        return text
    }
}

extension ResponseRecord {
    /// Whether an event took the whole response back.
    func isRevoked(by event: ResponseEvent) -> Bool {
        event.kind == .revoke && state.ending == .revoked && event.number == last.number
    }
}

extension Span {
    /// 2 天 3 小时, 3 小时 20 分, 20 分.
    package var words: Phrase {
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        let parts: [(Int, String, String)] =
            days > 0
            ? [(days, "天", "d"), (hours, "小时", "h")]
            : hours > 0 ? [(hours, "小时", "h"), (rest, "分", "min")] : [(rest, "分", "min")]
        let shown = parts.filter { $0.0 > 0 }
        guard !shown.isEmpty else { return Phrase(zh: "0 分", en: "0 min") }
        return Phrase(
            zh: shown.map { "\($0.0) \($0.1)" }.joined(separator: " "),
            en: shown.map { "\($0.0) \($0.2)" }.joined(separator: " "))
    }
}

extension ResponseEvent {
    /// `2  11-25 09:00  升级 橙色 → 红色，11-25 12:00 起 …`.
    fileprivate func text(in style: TextStyle, details: Bool, isRevoked: Bool) -> String {
        let head = "\(number < 10 ? " " : "")\(number)  \(issued.isoText)  "
        let what =
            style.paint(style.say(kind.title), .bold) + " "
            + (isRevoked
                ? style.say("整次响应，没有生效", "the whole response, which never took effect") : words(in: style))
        var text = head + what + "\n"
        if let orderNumber {
            text += WrappedText.of(style.say("文号 ", "order ") + harmless(orderNumber), indent: 4)
        }
        guard details else { return text }
        let figures = Pollutant.allCases.map { pollutant -> String in
            let figure = verdict.figures[pollutant]
            let ratio = figure.cut.ratio(of: figure.base)?.percentText() ?? "–"
            return "\(pollutant.symbol) \(ratio)/\(figure.target.percentText)" + (figure.isMet ? "" : " ✗")
        }
        // What ends cuts nothing any more.
        if kind != .lift, !isRevoked {
            text += WrappedText.of(
                style.say(verdict.isMet ? "达到" : "未达到", verdict.isMet ? "met" : "short")
                    + style.say("：", ": ")
                    + figures.joined(separator: style.say("，", ", ")), indent: 4)
        }
        let commit =
            plans.commit.map {
                style.say("提交 ", "commit ") + $0.prefix(12)
                    + (plans.isClean ? "" : style.say("（有未提交的改动）", " (with uncommitted changes)"))
            } ?? style.say("不在 git 库", "outside git")
        text += WrappedText.of(
            style.say("计划 ", "plans ") + commit + style.say("，内容 ", ", content ")
                + plans.contentHash.prefix(19)
                + style.say("……；值班表第 \(edition) 版", "…; roster edition \(edition)"), indent: 4)
        if !plans.leftOut.isEmpty {
            text += WrappedText.of(
                style.say("未计入：", "left out: ") + plans.leftOut.map { harmless($0) }.joined(separator: "、"),
                indent: 4)
        }
        let clock = isClockGiven ? style.say("（时钟给定）", " (clock given)") : ""
        text += WrappedText.of(
            style.say("\(recorded.isoText)\(clock) 由 ", "recorded \(recorded.isoText)\(clock) by ")
                + harmless(by) + style.say(" 记录", ""), indent: 4)
        return text
    }

    private func words(in style: TextStyle) -> String {
        let name = style.say(level.title)
        let end =
            until.map { style.say("至 \($0.isoText)", "until \($0.isoText)") }
            ?? style.say("解除时间待定", "end open")
        return switch kind {
        case .activate, .raise, .lower:
            style.say("\(name)，\(effective.isoText) 起，\(end)", "\(name) from \(effective.isoText), \(end)")
        case .extend:
            until.map { style.say("\(name)延至 \($0.isoText)", "\(name) \(end)") }
                ?? style.say("\(name)，改为解除时间待定", "\(name), \(end)")
        case .lift: style.say("自 \(effective.isoText) 起", "from \(effective.isoText)")
        case .revoke: style.say("上一道命令；\(name)，\(end)", "the order before; \(name), \(end)")
        case .roster:
            style.say("第 \(edition) 版，\(effective.isoText) 起", "edition \(edition) from \(effective.isoText)")
        }
    }
}
