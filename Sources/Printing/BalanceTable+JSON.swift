package import Activating
import Diagnostics
import PlanModel

extension BalanceView {
    /// Every row of a grouping in whole grams a day, with the text that is printed for its ratios.
    package func json(by grouping: BalanceTable.Grouping) -> JSONValue {
        let table = table(by: grouping)
        return .object([
            ("grouping", .string(grouping.rawValue)),
            ("subDistrict", .text(subDistrict?.text)),
            ("rows", .array(table.rows.map(json(of:)))),
            ("cut", account.cut.json),
            ("base", account.base.json),
            ("unlisted", subDistrict == nil ? unlisted.json : .null),
        ])
    }

    private func json(of row: BalanceTable.Row) -> JSONValue {
        let account = row.account
        var members: [(String, JSONValue)] = row.subject.members
        members += [
            ("base", account.base.json), ("cut", account.cut.json),
            (
                "ratioPercent",
                .object(
                    Pollutant.allCases.map { pollutant in
                        let ratio = account.cut[pollutant].ratio(of: account.base[pollutant])
                        return (pollutant.symbol, .text(ratio?.percentText(decimals: balance.decimals)))
                    })
            ),
            (
                "notCounted",
                .array(
                    row.notCounted.map {
                        .object([("reason", .string($0.name.word)), ("base", $0.account.base.json)])
                    })
            ),
        ]
        if case .subDistrict(.some) = row.subject {
            let own = figures(of: account)
            members.append(
                (
                    "missedAlone",
                    .array(own.missedAlone.map { .string($0.symbol) })
                ))
            members.append(("missed", .array(own.missed.map { .string($0.symbol) })))
        }
        return .object(members)
    }
}

extension BalanceTable.Subject {
    /// What a row is known by, in the plans' own words.
    fileprivate var members: [(String, JSONValue)] {
        switch self {
        case .pollutant(let pollutant): [("name", .string(pollutant.symbol))]
        case .sector(let sector):
            [("name", .string(sector.rawValue)), ("title", .string(sector.title.chinese))]
        case .subDistrict(let name): [("name", .text(name?.text)), ("title", .string(title.chinese))]
        case .owner(let emitter, let place):
            [
                ("id", .string(emitter.owner)), ("name", .string(emitter.ownerName)),
                ("subDistrict", .text(place?.text)),
            ]
        case .part(let emitter, let sector, let place):
            [
                ("id", .string(emitter.owner)), ("name", .string(emitter.ownerName)),
                ("part", .string(emitter.part)), ("partName", .string(emitter.partTitle.chinese)),
                ("sector", .string(sector.rawValue)), ("subDistrict", .text(place?.text)),
            ]
        case .measure(let id, let title): [("id", .string(id.text)), ("title", .string(title))]
        case .ownPlans: [("id", .null), ("title", .string(title.chinese))]
        }
    }
}
