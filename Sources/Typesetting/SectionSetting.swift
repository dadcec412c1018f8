import Papers
import PlanModel

/// A section on its pages, with head and foot on each.
struct SectionSetting {
    let pages: [[Piece]]
    private let section: PaperSection
    private let paper: Paper
    private let sheet: SheetMeasures
    private let type: TypeCase
    private let title: SetText
    private let subtitle: SetText
    private let corner: SetText
    private let headHeight: Double

    private static let band = 5.0
    private static let codeSide = 58.0

    init(_ section: PaperSection, of paper: Paper, on sheet: SheetMeasures, with type: TypeCase) {
        self.section = section
        self.paper = paper
        self.sheet = sheet
        self.type = type
        let code = section.code == nil ? 0 : Self.codeSide + 4
        let corners = section.corner.isEmpty ? 0.0 : 120
        title = SetText(
            PaperText(section.title, bold: true), type, points: 15,
            width: sheet.textWidth - code - corners - 6, most: 2)
        subtitle = SetText(
            PaperText(section.subtitle), type, points: BlockSetting.bodySize,
            width: sheet.textWidth - code - corners - 6, most: 2)
        corner = SetText(
            .lines(section.corner), type, points: 9, width: max(8, corners), isRight: true, most: 2)
        let text = max(title.height + subtitle.height + 4, corner.height)
        headHeight = Self.band + 6 + max(text, section.code == nil ? 0 : Self.codeSide) + 4
        let room = sheet.height - sheet.top - sheet.bottom - headHeight
        let setting = BlockSetting(
            type: type, width: sheet.textWidth, left: sheet.left, mostHeight: room)
        pages = Piece.pages(section.blocks.flatMap { setting.pieces(of: $0) }, height: room)
    }

    func draw(on output: PDFOutput) {
        for (index, page) in pages.enumerated() {
            output.beginPage(sheet)
            head(on: output.canvas, codes: Self.distinct(page.compactMap(\.code)))
            var y = sheet.top + headHeight
            for (place, piece) in page.enumerated() {
                if place == 0, let head = piece.head {
                    head.draw(output.canvas, y)
                    y += head.height
                } else if place > 0 {
                    y += piece.space
                }
                piece.draw(output.canvas, y)
                y += piece.height
            }
            foot(on: output.canvas, number: index + 1)
            output.endPage()
        }
    }

    private static func distinct(_ codes: [String]) -> [String] {
        codes.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    private func head(on canvas: PageCanvas, codes: [String]) {
        let y = sheet.top + Self.band + 6
        if let level = paper.level {
            canvas.fill(.level(level), x: sheet.left, y: sheet.top, width: sheet.textWidth, height: Self.band)
        } else {
            canvas.fill(.shade, x: sheet.left, y: sheet.top, width: sheet.textWidth, height: Self.band)
        }
        canvas.text(title, x: sheet.left, y: y)
        canvas.text(subtitle, x: sheet.left, y: y + title.height + 3)
        var right = sheet.width - sheet.right
        if let prefix = section.code {
            right -= Self.codeSide
            if let code = CodeImage(([prefix] + codes).joined(separator: " ")) ?? CodeImage(prefix) {
                canvas.code(code, x: right, y: y - 3, side: Self.codeSide)
            }
            right -= 4
        }
        if !section.corner.isEmpty { canvas.text(corner, x: right - 120, y: y + 2) }
    }

    private func foot(on canvas: PageCanvas, number: Int) {
        let y = sheet.height - sheet.bottom + 6
        canvas.line(
            from: (sheet.left, y), to: (sheet.width - sheet.right, y), width: 0.4)
        let count = SetText(
            PaperText("第 \(number) 页　共 \(pages.count) 页", .quiet), type, points: 8, width: nil)
        canvas.text(count, x: sheet.width - sheet.right - count.size.width, y: y + 3)
        let text = SetText(
            PaperText(section.footer, .quiet), type, points: 8,
            width: sheet.textWidth - count.size.width - 12, most: 1)
        canvas.text(text, x: sheet.left, y: y + 3)
    }
}
