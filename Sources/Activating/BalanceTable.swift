package import Diagnostics
package import PlanModel

/// The ledger under headings: what each of them emits, what of it is cut, what is no cut and why.
///
/// The cuts of all rows add up to the cut of the whole, to the gram. So do the bases, except those of measures: an
/// emission that meets two measures stands before both.
package struct BalanceTable: Sendable {
    package let grouping: Grouping
    /// In the plan's own order: of the catalogue, of the district, of the files.
    package let rows: [Row]

    /// What the accounts are gathered by.
    package enum Grouping: String, Sendable, CaseIterable {
        case pollutant, sector
        case subDistrict = "sub-district"
        case enterprise, line, measure

        /// 污染物, 行业, 街道, 企业, 生产线, 措施.
        package var title: Phrase {
            switch self {
            case .pollutant: Phrase(zh: "污染物", en: "pollutant")
            case .sector: Phrase(zh: "行业", en: "sector")
            case .subDistrict: Phrase(zh: "街道", en: "sub-district")
            case .enterprise: Phrase(zh: "企业", en: "enterprise")
            case .line: Phrase(zh: "生产线", en: "line")
            case .measure: Phrase(zh: "措施", en: "measure")
            }
        }
    }

    package struct Row: Sendable {
        package let subject: Subject
        /// For a measure, the base is what it found before it, after the measures ahead of it.
        package let account: ReductionBalance.Account
        /// What of the base can be no cut, by reason.
        package let notCounted: [ReductionBalance.Row<ReductionBalance.Reason>]

        init(_ subject: Subject, of entries: [LedgerEntry]) {
            self.init(subject, ReductionBalance.Account(of: entries), notCounted: entries.notCounted)
        }

        init(
            _ subject: Subject, _ account: ReductionBalance.Account,
            notCounted: [ReductionBalance.Row<ReductionBalance.Reason>] = []
        ) {
            self.subject = subject
            self.account = account
            self.notCounted = notCounted
        }

        /// Whether nothing at all of this is cut.
        package var isUncut: Bool { account.cut.isZero }

        /// The first reason, where all of the base can be no cut.
        package var reason: ReductionBalance.Reason? {
            let base = notCounted.reduce(Emissions.zero) { $0 + $1.account.base }
            return base == account.base ? notCounted.first?.name : nil
        }
    }

    /// What a row is about.
    package enum Subject: Sendable {
        case pollutant(Pollutant)
        case sector(Sector)
        /// nil for district-wide sources.
        case subDistrict(Identifier<SubDistrict>?)
        /// An enterprise or a source, by any of its accounts.
        case owner(LedgerEntry.Emitter, Identifier<SubDistrict>?)
        /// A line, transport, a site or its machines.
        case part(LedgerEntry.Emitter, Sector, Identifier<SubDistrict>?)
        case measure(Identifier<Measure>, title: String)
        /// What enterprises' own plans order, on their lines or on transport.
        case ownPlans(EnterpriseMeasure.Action, LedgerEntry.Emitter.Kind)
    }
}

extension [LedgerEntry] {
    /// What stays in the denominator and can be no cut, by reason.
    var notCounted: [ReductionBalance.Row<ReductionBalance.Reason>] {
        var stopped: [OperatingStatus: ReductionBalance.Account] = [:]
        var exempt = ReductionBalance.Account()
        for entry in self {
            switch entry.notCounted {
            case .notRunning(let status): stopped[status, default: .init()].add(entry)
            case .exempt: exempt.add(entry)
            case nil: break
            }
        }
        return OperatingStatus.allCases.compactMap { status in
            stopped[status].map { .init(name: .notRunning(status), account: $0) }
        } + (exempt.base.isZero ? [] : [.init(name: .exempt, account: exempt)])
    }
}
