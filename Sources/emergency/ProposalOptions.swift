import Activating
import ArgumentParser
import Diagnostics
import PlanModel
import PlanReading
import Printing

/// What a proposal is to reach, and what it must leave alone, as said on the command line.
struct ProposalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "在每种污染物的目标之上多留的余量，如 \"1 %\"（百分点）。", "Points above every target, such as \"1 %\"."),
            valueName: "percent"))
    var margin: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "这个街道自己的清单也要达到目标；可写几次，all 为全部街道。",
                "This sub-district's own list is to reach the targets too; repeatable, 'all' for every one."),
            valueName: "name"))
    var subDistrict: [String] = []

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "这个企业（或 编号.生产线）不动；可写几次。", "Leave this enterprise, or ID.LINE, as it is; repeatable."),
            valueName: "id"))
    var keep: [String] = []

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "每种污染物都少于这个量的不值得打扰，如 \"1 kg/d\"。",
                "Options that cut less than this of every pollutant are not worth the disturbance, such as \"1 kg/d\"."
            ),
            valueName: "amount"))
    var leastCut: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "费用离最少至多差这么多就够；0 % 求最少（大的算例费时）。",
                "Good enough is at most this much above the least; 0 % asks for the least, which may take long."
            ),
            valueName: "percent"))
    var gap = "0.01 %"

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "A 级、引领性等自主减排的企业也可以选。", "Also choose from those who reduce of their own will (grade A, 引领性).")
        ))
    var withVoluntary = false

    func request(in book: PlanBook) throws -> ProposalRequest {
        let names = book.district.subDistricts.map(\.value)
        let asked =
            subDistrict.contains("all") || subDistrict.contains("全部")
            ? names : try subDistrict.map { try emergency.subDistrict(named: $0, in: book) }
        let kept = try keep.map { text in
            let place = try AssumptionOptions.place(text, in: book)
            try requirePart(place.part, of: place.enterprise, in: book)
            return ProposalRequest.Kept(enterprise: place.enterprise, part: place.part)
        }
        return ProposalRequest(
            margin: try share(margin, "--margin") ?? .none, subDistricts: asked, kept: kept,
            leastCut: try leastCutRate(), asksVoluntary: withVoluntary,
            gap: try share(gap, "--gap").map { Int($0.numerator * 1_000_000 / $0.denominator) } ?? 0)
    }

    private func requirePart(_ part: String?, of id: String, in book: PlanBook) throws {
        guard let part, let enterprise = book.enterprises.first(where: { $0.id.value.text == id }) else {
            return
        }
        guard enterprise.parts.contains(part) else {
            throw AssumptionOptions.unknown("\(id).\(part)", among: enterprise.parts.map { "\(id).\($0)" })
        }
    }

    private func share(_ text: String?, _ option: String) throws -> Share? {
        guard let text else { return nil }
        guard let share = ArgumentNumber.share(text) else {
            throw ValidationError(
                Terminal.shared.say(
                    "\(option) “\(harmless(text))”写不对，写成 \"1 %\"",
                    "\(option) '\(harmless(text))' is no percentage; write \"1 %\""))
        }
        return share
    }

    private func leastCutRate() throws -> MassRate {
        guard let leastCut else { return .zero }
        guard let rate = ArgumentNumber.massRate(leastCut) else {
            throw ValidationError(
                Terminal.shared.say(
                    "--least-cut “\(harmless(leastCut))”写不对，写成 \"1 kg/d\"",
                    "--least-cut '\(harmless(leastCut))' is no amount a day; write \"1 kg/d\""))
        }
        return rate
    }
}
