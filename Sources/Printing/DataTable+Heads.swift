extension DataTable {
    /// A heading and the cells over which it stretches.
    package struct Head: Sendable {
        package let text: String
        /// From 0, as the row is.
        package let column: Int
        package let row: Int
        package let columns: Int
        package let rows: Int
    }

    /// Row by row. What stands over neighbours alike is said once; the last heading of a column reaches down to its cells.
    package var heads: [Head] {
        (0..<depth).flatMap { row -> [Head] in
            var heads: [Head] = []
            var column = 0
            while column < columns.count {
                let path = columns[column].heads.prefix(row + 1)
                guard path.count == row + 1 else {
                    column += 1
                    continue
                }
                let isLast = columns[column].heads.count == row + 1
                let end =
                    isLast
                    ? column + 1
                    : columns[column...].prefix {
                        $0.heads.count > row + 1 && $0.heads.prefix(row + 1) == path
                    }.endIndex
                heads.append(
                    Head(
                        text: columns[column].heads[row], column: column, row: row, columns: end - column,
                        rows: isLast ? depth - row : 1))
                column = end
            }
            return heads
        }
    }

    /// The columns at the beginning that name a row.
    package var namingColumns: Int { columns.prefix { $0.heads.count == 1 }.count }

    /// The same table with a last column that says what is assumed and which plan files are not in it; itself where
    /// there is nothing to say.
    package func saying(_ caveats: [String]) -> DataTable {
        guard !caveats.isEmpty else { return self }
        return DataTable(
            title, columns: columns + [Column("注意")],
            rows: rows.map { Row($0.cells + [.text(caveats.joined(separator: "。"))], isWhole: $0.isWhole) },
            total: total.map { $0 + [.nothing] }, decimals: decimals)
    }
}
