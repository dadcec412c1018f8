import Activating
import Diagnostics
import PlanModel
import PlanReading

extension PlanComparison {
    /// First the consequence, then what differs, then what does not and what was compared.
    package func text(in style: TextStyle) -> String {
        faultsText(in: style) + consequenceText(in: style) + "\n" + changesText(in: style)
            + (remainder + [sidesPhrase]).map {
                style.paint(harmless(style.say($0)), .quiet) + "\n"
            }.joined()
    }

    private func faultsText(in style: TextStyle) -> String {
        var text = ""
        for (sentence, errors) in faults {
            text += style.paint(style.say(sentence), .bad) + "\n"
            for error in errors.prefix(Self.mostErrors) { text += "  " + error.line(in: style) + "\n" }
            if errors.count > Self.mostErrors {
                let more = errors.count - Self.mostErrors
                text += style.say(
                    "  另有 \(more) 个，见 emergency check\n", "  \(more) more; see emergency check\n")
            }
        }
        if !changes.notCompared.isEmpty {
            text += style.paint(
                style.say("读不懂、没有比较的文件：", "files that cannot be read and are not compared:"), .bad)
            text += "\n" + changes.notCompared.map { "  \(harmless($0))\n" }.joined()
        }
        return text.isEmpty ? "" : text + "\n"
    }

    /// Of one side, on the terminal and in comments.
    static let mostErrors = 20

    private func consequenceText(in style: TextStyle) -> String {
        var lines: [String] = []
        if let verdict { lines.append(style.paint(style.say(verdict), .bold)) }
        for balance in shownBalances {
            for pollutant in balance.pollutants {
                let tone: TextStyle.Tone? =
                    balance.isWorse(pollutant) ? .bad : balance.isBetter(pollutant) ? .good : nil
                let sentence = style.say(balance.sentence(on: pollutant))
                lines.append(tone.map { style.paint(sentence, $0) } ?? sentence)
            }
            if let pool = balance.poolSentence { lines.append(style.say(pool)) }
        }
        lines += basisChanges.map { style.paint(harmless(style.say($0)), .warning) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func changesText(in style: TextStyle) -> String {
        guard !changes.changes.isEmpty else { return "" }
        var text = style.say(tallyPhrase) + "\n"
        for (place, some) in changes.changes.bySubDistrict {
            text += "\n" + style.paint(harmless(place ?? style.say("全区", "the district")), .bold) + "\n"
            for change in some { text += self.text(of: change, in: style) }
        }
        return text + "\n"
    }

    private func text(of change: PlanChange, in style: TextStyle) -> String {
        let tone: TextStyle.Tone =
            switch change.nature {
            case .added: .good
            case .removed: .bad
            case .changed: .warning
            }
        let title = harmless(style.say(change.title).shortened)
        var text = "\(style.paint(change.nature.sign, tone)) \(title)"
        if change.nature != .changed { text += placeText(change.place, change.nature == .removed, in: style) }
        text += "\n"
        for field in change.fields {
            let course = style.say(
                field.course { Phrase(zh: $0.chinese.shortened, en: $0.english.shortened) })
            text += "    " + harmless(style.say(field.name) + style.say("：", ": ") + course)
            text += placeText(field.place, field.after == nil, in: style) + "\n"
        }
        return text
    }

    private func placeText(_ place: SourceSpan?, _ isGone: Bool, in style: TextStyle) -> String {
        guard let place else { return "" }
        let time = isGone ? style.say("（改前）", " (before)") : ""
        return "  " + style.paint(harmless(place.line) + time, .quiet)
    }
}

extension [PlanChange] {
    /// In their order, one group a sub-district; nil is the district itself.
    var bySubDistrict: [(subDistrict: String?, changes: [PlanChange])] {
        var groups: [(subDistrict: String?, changes: [PlanChange])] = []
        for change in self {
            if let last = groups.last, last.subDistrict == change.subDistrict {
                groups[groups.count - 1].changes.append(change)
            } else {
                groups.append((change.subDistrict, [change]))
            }
        }
        return groups
    }
}

extension Diagnostic {
    /// `path:line:column: message [rule]`.
    func line(in style: TextStyle) -> String {
        harmless("\(place.location): \(style.say(message)) [\(rule.rawValue)]")
    }
}

extension String {
    /// What people read of a value; a plan may hold a megabyte in one.
    var shortened: String {
        let scalars = unicodeScalars
        guard scalars.dropFirst(Self.most).first != nil else { return self }
        return String(scalars.prefix(Self.most - 1)) + "…"
    }

    private static let most = 200
}
