/// Something that stands on one page: a paragraph, a row of a table.
struct Piece {
    /// In points.
    let height: Double
    /// Above it, unless it begins a page.
    var space = 0.0
    /// Stands on the page of the next one.
    var keepsNext = false
    /// Drawn above it where it begins a page.
    var head: Head?
    var code: String?
    let draw: (PageCanvas, _ y: Double) -> Void

    /// The head of a table.
    struct Head {
        let height: Double
        let draw: (PageCanvas, _ y: Double) -> Void
    }

    /// Pieces by page: as many on each as find room; what keeps together goes to the next page together, as long as
    /// one page can hold it.
    static func pages(_ pieces: [Piece], height: Double) -> [[Piece]] {
        var pages: [[Piece]] = []
        var page: [Piece] = []
        var used = 0.0
        func needed(_ group: ArraySlice<Piece>, _ isFirst: Bool) -> Double {
            group.reduce(0) { $0 + $1.height } + group.dropFirst().reduce(0) { $0 + $1.space }
                + (isFirst ? group.first?.head?.height ?? 0 : group.first?.space ?? 0)
        }
        func put(_ group: ArraySlice<Piece>) {
            if !page.isEmpty, used + needed(group, false) > height {
                pages.append(page)
                (page, used) = ([], 0)
            }
            used += needed(group, page.isEmpty)
            page += group
        }
        var next = 0
        while next < pieces.count {
            var last = next
            while last < pieces.count - 1, pieces[last].keepsNext { last += 1 }
            let group = pieces[next...last]
            // What is higher than any page goes on piece by piece.
            if needed(group, true) <= height {
                put(group)
            } else {
                for place in group.indices { put(group[place...place]) }
            }
            next = last + 1
        }
        if !page.isEmpty || pages.isEmpty { pages.append(page) }
        return pages
    }
}
