package import Activating
package import Diagnostics
import PlanModel

extension BalanceTable.Subject {
    /// What it is called; the words of a plan are the same in both languages.
    package var title: Phrase {
        switch self {
        case .pollutant(let pollutant): Phrase(pollutant.symbol)
        case .sector(let sector): sector.title
        case .subDistrict(let name): name.map { Phrase($0.text) } ?? Phrase(zh: "区级", en: "district-wide")
        case .owner(let emitter, _): Phrase(emitter.ownerName)
        case .part(let emitter, _, _):
            Phrase(
                zh: "\(emitter.ownerName) \(emitter.partTitle.chinese)",
                en: "\(emitter.ownerName) \(emitter.partTitle.english)")
        case .measure(_, let title): Phrase(title)
        case .ownPlans(let action, let kind):
            if kind == .transport {
                Phrase(
                    zh: "一厂一策：运输\(action.title.chinese)", en: "own plans: transport, \(action.title.english)")
            } else {
                Phrase(zh: "一厂一策：生产线\(action.title.chinese)", en: "own plans: lines, \(action.title.english)")
            }
        }
    }

    /// The id under which the plans know it: of an enterprise or source, of a part of one, of a measure.
    package var id: String? {
        switch self {
        case .pollutant, .sector, .subDistrict, .ownPlans: nil
        case .owner(let emitter, _): emitter.owner
        case .part(let emitter, _, _): "\(emitter.owner)/\(emitter.part)"
        case .measure(let id, _): id.text
        }
    }

    /// Where it is, for what is somewhere.
    package var place: Phrase? {
        switch self {
        case .owner(_, let name), .part(_, _, let name): Self.subDistrict(name).title
        default: nil
        }
    }

    /// Id, name and place in one line.
    func line(in style: TextStyle) -> String {
        (id.map { "\($0) " } ?? "") + style.say(title)
            + (place.map { style.say("（\($0.chinese)）", " (\($0.english))") } ?? "")
    }
}

extension LedgerEntry.Emitter {
    /// The line's name, 运输, 场地, 非道路机械.
    package var partTitle: Phrase {
        switch kind {
        case .line: Phrase(partName)
        case .transport: Phrase(zh: "运输", en: "transport")
        case .site: Measure.Part.site.title
        case .machines: Measure.Part.machines.title
        }
    }
}
