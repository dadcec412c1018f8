import Activating
import PlanModel
import Printing
import Sheets
import Workbooks

/// A balance at one level or all of them, ready to be said in every form.
struct BalanceReport {
    /// The plans, under what is assumed at each level.
    private let books: PerLevel<PlanBook>
    let provenance: Provenance
    /// One a level that was asked for.
    let orders: [AlertOrder]
    let subDistrict: Identifier<SubDistrict>?
    /// nil when nothing beyond the usual balance is asked for.
    let choice: BalanceChoice?
    private let views: [BalanceView]

    init(
        _ books: PerLevel<PlanBook>, _ provenance: Provenance, orders: [AlertOrder],
        of subDistrict: Identifier<SubDistrict>?, _ choice: BalanceChoice?
    ) {
        self.books = books
        self.provenance = provenance
        self.orders = orders
        self.subDistrict = subDistrict
        self.choice = choice
        views = orders.map { BalanceView(Activation(books[$0.level], order: $0), of: subDistrict) }
    }

    /// Whether the district meets every target of every level asked for.
    var isMet: Bool { views.allSatisfy(\.balance.isMet) }

    private var district: District { books.yellow.district }
    private var isEvaluation: Bool { views.count > 1 }
    private var sheet: BalanceSheet {
        BalanceSheet(views, district: district, provenance: provenance)
    }

    /// - Precondition: The kind is text, which a workbook is not.
    func text(_ kind: BalanceForm, in style: TextStyle) -> String {
        switch kind {
        case .text: provenance.caveatsText(in: style) + words(in: style)
        case .json: json.text
        case .csv: csv
        case .html: sheet.page(choice)
        case .svg: sheet.picture
        case .xlsx: preconditionFailure("a workbook goes to a file")
        }
    }

    private func words(in style: TextStyle) -> String {
        guard let choice else {
            return isEvaluation
                ? Evaluation(views).text(in: style, district: district)
                : views.map { $0.balance.text(in: style, district: district) }.joined()
        }
        return views.map { $0.text(choice, in: style, district: district) }.joined(separator: "\n")
    }

    private var json: JSONValue {
        func members(_ view: BalanceView) -> [(String, JSONValue)] {
            [("balance", view.balance.json)] + (choice.map { [("by", view.json(by: $0.grouping))] } ?? [])
        }
        if isEvaluation {
            return .document(
                "emergency-evaluation", of: provenance,
                [
                    (
                        "levels",
                        .array(
                            zip(orders, views).map { order, view in
                                .object([("order", order.json)] + members(view))
                            })
                    )
                ])
        }
        return .document("emergency-balance", of: provenance, orders[0], views.flatMap(members))
    }

    private var csv: String {
        guard let choice else {
            return isEvaluation
                ? [Evaluation(views).dataTable.saying(provenance.caveats)].csv
                : tables(by: .pollutant).csv
        }
        return tables(by: choice.grouping).csv
    }

    private func tables(by grouping: BalanceTable.Grouping) -> [DataTable] {
        views.map { view in
            view.dataTable(by: grouping, district: district).saying(provenance.caveats)
        }
    }

    /// Its evaluation table holds all levels, whatever was asked for.
    var workbook: Workbook {
        let all =
            isEvaluation
            ? views
            : AlertLevel.allCases.map { level in
                views.first { $0.level == level }
                    ?? BalanceView(Activation(books[level], order: orders[0].at(level)), of: subDistrict)
            }
        return Workbook(
            Evaluation(all), levels: orders.map(\.level), district: district, provenance: provenance)
    }
}
