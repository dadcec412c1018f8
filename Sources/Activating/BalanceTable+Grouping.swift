import Diagnostics
import PlanModel

extension BalanceTable {
    /// - Parameters:
    ///   - entries: Of the activation, all of them or those of one sub-district.
    ///   - subDistricts: In the district's order, those that have a row whether or not anything is on their list.
    init(
        _ entries: [LedgerEntry], by grouping: Grouping, subDistricts: [Identifier<SubDistrict>],
        catalogue: [Measure]
    ) {
        self.grouping = grouping
        rows =
            switch grouping {
            case .pollutant: Self.pollutants(entries)
            case .sector:
                Sector.allCases.map { sector in
                    Row(.sector(sector), of: entries.filter { $0.sector == sector })
                }
            case .subDistrict: Self.places(entries, subDistricts)
            case .enterprise: Self.owners(entries)
            case .line:
                entries.map { Row(.part($0.emitter, $0.sector, $0.subDistrict), of: [$0]) }
            case .measure: Self.measures(entries, catalogue)
            }
    }

    private static func pollutants(_ entries: [LedgerEntry]) -> [Row] {
        let whole = Row(.subDistrict(nil), of: entries)
        return Pollutant.allCases.map { pollutant in
            func only(_ account: ReductionBalance.Account) -> ReductionBalance.Account {
                ReductionBalance.Account(
                    base: Emissions { $0 == pollutant ? account.base[$0] : .zero },
                    cut: Emissions { $0 == pollutant ? account.cut[$0] : .zero })
            }
            return Row(
                .pollutant(pollutant), only(whole.account),
                notCounted: whole.notCounted.map { .init(name: $0.name, account: only($0.account)) })
        }
    }

    private static func places(
        _ entries: [LedgerEntry], _ subDistricts: [Identifier<SubDistrict>]
    ) -> [Row] {
        let byPlace = Dictionary(grouping: entries, by: \.subDistrict)
        return subDistricts.map { Row(.subDistrict($0), of: byPlace[$0] ?? []) }
            + (byPlace[nil].map { [Row(.subDistrict(nil), of: $0)] } ?? [])
    }

    /// The accounts of an owner stand together in the ledger.
    private static func owners(_ entries: [LedgerEntry]) -> [Row] {
        entries.runs { $0.emitter.isOfSameOwner(as: $1.emitter) }.map { own in
            Row(.owner(own[0].emitter, own[0].subDistrict), of: own)
        }
    }

    /// Every measure that might cut, whether or not it does, then what the enterprises' own plans order.
    private static func measures(_ entries: [LedgerEntry], _ catalogue: [Measure]) -> [Row] {
        var known: [Identifier<Measure>: ReductionBalance.Account] = [:]
        var own: [OwnPlan: (action: EnterpriseMeasure.Action, account: ReductionBalance.Account)] = [:]
        for entry in entries {
            for step in entry.steps {
                switch step.origin {
                case .catalogue(let id, _): known[id, default: .init()].add(base: step.before, cut: step.cut)
                case .ownPlan(let action):
                    own[OwnPlan(action, entry.emitter.kind), default: (action, .init())].account.add(
                        base: step.before, cut: step.cut)
                }
            }
        }
        return catalogue.filter { $0.group == .mandatory && !$0.cuts.isEmpty }.map { measure in
            Row(
                .measure(measure.id.value, title: measure.title), known[measure.id.value] ?? .init())
        }
            + OwnPlan.allCases.compactMap { plan in
                own[plan].map { Row(.ownPlans($0.action, plan.kind), $0.account) }
            }
    }

    /// What an enterprise's plan may say of a line or of transport, in the order of the rows.
    private enum OwnPlan: CaseIterable {
        case stopLine, limitLine, keepLine, stopTransport, limitTransport, keepTransport

        init(_ action: EnterpriseMeasure.Action, _ kind: LedgerEntry.Emitter.Kind) {
            self =
                switch action {
                case .stop: kind == .transport ? .stopTransport : .stopLine
                case .limit, .limitAmount: kind == .transport ? .limitTransport : .limitLine
                case .keep: kind == .transport ? .keepTransport : .keepLine
                }
        }

        var kind: LedgerEntry.Emitter.Kind {
            switch self {
            case .stopLine, .limitLine, .keepLine: .line
            case .stopTransport, .limitTransport, .keepTransport: .transport
            }
        }
    }
}
