import Diagnostics
import PlanModel
import Staffing

extension DutyRoster {
    /// Whom others lend here, how far that goes, and who of this sub-district is lent to others.
    func lendingText(in style: TextStyle) -> String {
        var text = ""
        if let search = lending.search {
            let names = search.lenders.map { harmless($0.text) }.joined(separator: style.say("、", ", "))
            let count = lending.borrowed.count { !$0.isRunning }
            let proof =
                search.isProven
                ? style.say("已证明各家都再借不出", "proven that none of them can spare more")
                : style.say("算到上限，未必借不出更多", "cut by the limit; more may be possible")
            let found =
                count == 0
                ? style.say("没有人能借", "nobody can be lent")
                : style.say("借来 \(count) 班", "\(count) shifts are lent")
            let left =
                openSeats == 0
                ? ""
                : style.say("，还空 \(openSeats)（\(proof)）", ", \(openSeats) still open (\(proof))")
            text += WrappedText.of(
                style.say("向\(names)借人：\(found)\(left)", "Borrowing from \(names): \(found)\(left)"))
        } else if !open.isEmpty, !lending.neighbours.isEmpty {
            let names = lending.neighbours.map { harmless($0.text) }.joined(separator: style.say("、", ", "))
            text += WrappedText.of(
                style.say("可以向\(names)借人：加 --lend 看借得到谁", "\(names) may lend people: see whom with --lend"))
        } else if !lending.borrowed.isEmpty {
            text += style.say("借来的：\n", "Borrowed:\n")
        }
        for duty in lending.borrowed {
            text += duty.text(
                duty.lender.lenderText(in: style), style)
        }
        if !lending.lent.isEmpty {
            text += style.say("借给别的街道：\n", "Lent to others:\n")
            for duty in lending.lent {
                text += duty.text(
                    style.say("借给\(harmless(duty.borrower.text))", "to \(harmless(duty.borrower.text))"),
                    style)
            }
        }
        return text
    }
}

extension LentDuty {
    /// `  11-25 周三 白班 巡查员 示例社区：张三（展览路借用）13800000000`.
    fileprivate func text(_ how: String, _ style: TextStyle) -> String {
        let place = slot.place.text.map { " " + harmless($0) } ?? ""
        let shift = slot.occurrence
        return
            "  \(shift.date.shortText(in: style)) \(harmless(shift.shift.title)) \(harmless(slot.post.title))\(place)"
            + style.say("：\(harmless(person.name))（\(how)）", ": \(harmless(person.name)) (\(how)) ")
            + "\(harmless(person.phone))\n"
    }
}

extension OpenShift.Asked {
    /// `  展览路 34 人都不能借：不任此岗 28，当天有班 4`.
    func text(in style: TextStyle) -> String {
        var kinds: [(title: Phrase, count: Int)] = []
        for reason in reasons {
            let title = reason.keptOut.title
            if let known = kinds.firstIndex(where: { $0.title.chinese == title.chinese }) {
                kinds[known].count += 1
            } else {
                kinds.append((title, 1))
            }
        }
        let list = kinds.map { "\(style.say($0.title)) \($0.count)" }.joined(separator: style.say("，", ", "))
        let name = harmless(lender.text)
        return style.say(
            "\(name) \(reasons.count) 人都不能借：\(list)", "\(name), none of \(reasons.count) can be lent: \(list)"
        )
    }
}
