package import PlanModel

/// The evaluation table (减排比例评估表): what each kind of source cuts at every level, of what society emits.
package struct Evaluation: Sendable {
    /// From the mildest level to the gravest.
    package let views: [BalanceView]
    package let rows: [Row]

    package enum Row: Sendable {
        case sector(Sector)
        case society
    }

    package init(_ views: [BalanceView]) {
        self.views = views
        // In the order of the form, which begins with building sites.
        rows = [.sector(.dust), .sector(.industry), .sector(.mobile), .sector(.other), .society]
    }

    /// What a row cuts at a level.
    package func cut(_ row: Row, in view: BalanceView) -> Emissions {
        switch row {
        case .sector(let sector):
            view.sectors.first { $0.name == sector }?.account.cut ?? .zero
        case .society: view.account.cut
        }
    }
}
