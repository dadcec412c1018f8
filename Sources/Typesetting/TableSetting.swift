import Papers

/// A table as pieces, one a row.
struct TableSetting {
    private let table: PaperTable
    private let setting: BlockSetting
    /// In points, from the left edge of the text.
    private let edges: [Double]
    private var across: Double { table.isPlain ? 2 : 3.5 }
    private var down: Double { table.isPlain ? 1 : 2.5 }

    init(_ table: PaperTable, in setting: BlockSetting) {
        self.table = table
        self.setting = setting
        let fixed = table.columns.reduce(0) { sum, column in
            if case .millimetres(let width) = column.width { sum + width * Self.millimetre } else { sum }
        }
        let shares = table.columns.reduce(0) { sum, column in
            if case .share(let share) = column.width { sum + share } else { sum }
        }
        var edges = [0.0]
        for column in table.columns {
            let width =
                switch column.width {
                case .millimetres(let width): width * Self.millimetre
                case .share(let share):
                    max(0, setting.width - fixed) * share / max(shares, .leastNonzeroMagnitude)
                }
            edges.append((edges.last ?? 0) + width)
        }
        self.edges = edges
    }

    static let millimetre = 72 / 25.4

    var pieces: [Piece] {
        let head = self.head
        var pieces = table.rows.flatMap { self.pieces(of: $0, under: head) }
        if pieces.isEmpty { return [] }
        if let head {
            // The head itself stands with the first row.
            pieces[0].head = nil
            pieces.insert(
                Piece(height: head.height, space: 6, keepsNext: true, draw: head.draw), at: 0)
        } else {
            pieces[0].space = 4
        }
        return pieces
    }

    private var head: Piece.Head? {
        guard table.columns.contains(where: { !$0.title.isEmpty }) else { return nil }
        let row = set(
            table.columns.map { PaperTable.Cell(PaperText($0.title, bold: true)) }, isHead: true)
        return Piece.Head(height: row.height) { page, y in
            draw(row, isShaded: true, on: page, y: y)
        }
    }

    private struct SetRow {
        let cells: [(text: SetText, from: Int, to: Int)]
        let height: Double
    }

    private func set(_ cells: [PaperTable.Cell], isHead: Bool = false, least: Double = 0) -> SetRow {
        var column = 0
        var set: [(SetText, Int, Int)] = []
        var height = least
        for cell in cells where column < table.columns.count {
            let end = min(column + max(1, cell.span), table.columns.count)
            let text = setting.type.setText(
                cell.text, points: isHead ? 8.5 : size(of: cell.text),
                width: max(8, edges[end] - edges[column] - 2 * across), isRight: table.columns[column].isRight
            )
            height = max(height, text.height + 2 * down)
            set.append((text, column, end))
            column = end
        }
        return SetRow(cells: set, height: max(height, table.isPlain ? 0 : 12))
    }

    private func size(of text: PaperText) -> Double { text.size == .normal ? 9 : text.size.points }

    private func pieces(of row: PaperTable.Row, under head: Piece.Head?) -> [Piece] {
        let room = setting.mostHeight - (head?.height ?? 0)
        let set = set(row.cells, least: min(row.height * Self.millimetre, room))
        guard set.height > room else { return [piece(set, row, under: head)] }
        return split(row, set, room: room).map { piece(self.set($0), row, under: head) }
    }

    private func piece(_ set: SetRow, _ row: PaperTable.Row, under head: Piece.Head?) -> Piece {
        Piece(
            height: set.height, space: 0, keepsNext: row.keepsNext, head: head, code: row.code
        ) { page, y in
            draw(set, isShaded: row.kind == .band, on: page, y: y)
        }
    }

    /// A row that no page can hold, as rows of as many lines as one can.
    private func split(_ row: PaperTable.Row, _ set: SetRow, room: Double) -> [[PaperTable.Cell]] {
        let lines = zip(row.cells, set.cells).map { cell, text in (cell, text.text.lines) }
        let most = max(1, Int((room - 2 * down) / 20))
        let count = lines.map { ($0.1.count + most - 1) / most }.max() ?? 1
        return (0..<count).map { part in
            lines.map { cell, lines in
                PaperTable.Cell(
                    PaperText(
                        lines.dropFirst(part * most).prefix(most).joined(separator: "\n"),
                        size: cell.text.size),
                    span: cell.span)
            }
        }
    }

    private func draw(_ row: SetRow, isShaded: Bool, on page: PageCanvas, y: Double) {
        let left = setting.left
        if isShaded {
            page.fill(.shade, x: left, y: y, width: (edges.last ?? 0), height: row.height)
        }
        for (text, from, _) in row.cells {
            page.text(text, x: left + edges[from] + across, y: y + down)
        }
        guard !table.isPlain else { return }
        page.frames(
            [left] + row.cells.map { left + edges[$0.to] }, y: y, height: row.height)
    }
}
