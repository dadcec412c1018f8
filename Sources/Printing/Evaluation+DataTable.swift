package import Activating
package import Diagnostics
import PlanModel

extension Evaluation.Row {
    /// As in the form: 扬尘, 工业, 机动车等 (whatever is mobile), 其它, 全社会.
    package var title: Phrase {
        switch self {
        case .sector(.mobile): Phrase(zh: "机动车等", en: "vehicles")
        case .sector(let sector): sector.title
        case .society: Phrase(zh: "全社会", en: "society")
        }
    }
}

extension Evaluation {
    /// The form as it is handed in: a row a kind of source, a column a level and pollutant, in t/d and in percent of
    /// what all of society emits.
    package var dataTable: DataTable {
        let columns = views.flatMap { view in
            Pollutant.allCases.flatMap { pollutant in
                ["t/d", "%"].map {
                    DataTable.Column("\(view.level.title.chinese)预警", pollutant.symbol, $0)
                }
            }
        }
        func targets() -> [DataTable.Cell] {
            views.flatMap { view in
                Pollutant.allCases.flatMap { pollutant -> [DataTable.Cell] in
                    let figure = view.figures[pollutant]
                    return [.tonnes(figure.required), .percent(ExactRatio(figure.target))]
                }
            }
        }
        func verdicts() -> [DataTable.Cell] {
            views.flatMap { view in
                Pollutant.allCases.flatMap { pollutant -> [DataTable.Cell] in
                    [
                        .text(view.figures.verdict(on: pollutant).chinese), .nothing,
                    ]
                }
            }
        }
        let body = rows.map { row in
            DataTable.Row([.text(row.title.chinese)] + cells(row), isWhole: row.isSociety)
        }
        return DataTable(
            "减排比例评估表", columns: [DataTable.Column("源")] + columns,
            rows: body + [
                .init([.text("目标")] + targets()), .init([.text("结论")] + verdicts(), isWhole: true),
            ],
            decimals: decimals)
    }

    private func cells(_ row: Row) -> [DataTable.Cell] {
        views.flatMap { view in
            let cut = cut(row, in: view)
            return Pollutant.allCases.flatMap { pollutant -> [DataTable.Cell] in
                [.tonnes(cut[pollutant]), .ratio(cut[pollutant], of: view.figures[pollutant].base)]
            }
        }
    }

    /// Enough for every level's targets.
    package var decimals: Int { views.map(\.balance.decimals).max() ?? 2 }
}

extension Evaluation.Row {
    fileprivate var isSociety: Bool {
        if case .society = self { true } else { false }
    }
}
