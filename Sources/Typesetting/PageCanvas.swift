internal import CPangoCairo
import PlanModel

/// A page that is being drawn, in points from its upper left corner.
struct PageCanvas {
    let cairo: OpaquePointer

    func text(_ text: SetText, x: Double, y: Double) {
        cairo_move_to(cairo, x, y)
        pango_cairo_show_layout(cairo, text.layout)
    }

    func line(from: (x: Double, y: Double), to: (x: Double, y: Double), width: Double = 0.5) {
        cairo_set_line_width(cairo, width)
        cairo_move_to(cairo, from.x, from.y)
        cairo_line_to(cairo, to.x, to.y)
        cairo_stroke(cairo)
    }

    /// Frames side by side.
    /// - Parameter edges: From the left side of the first to the right side of the last.
    func frames(_ edges: [Double], y: Double, height: Double) {
        guard let first = edges.first, let last = edges.last else { return }
        cairo_set_line_width(cairo, 0.5)
        cairo_rectangle(cairo, first, y, last - first, height)
        for edge in edges.dropFirst().dropLast() {
            cairo_move_to(cairo, edge, y)
            cairo_line_to(cairo, edge, y + height)
        }
        cairo_stroke(cairo)
    }

    func fill(_ ink: Fill, x: Double, y: Double, width: Double, height: Double) {
        let color = ink.color
        cairo_set_source_rgb(cairo, color.0, color.1, color.2)
        cairo_rectangle(cairo, x, y, width, height)
        cairo_fill(cairo)
        cairo_set_source_rgb(cairo, 0, 0, 0)
    }

    enum Fill {
        case level(AlertLevel), shade, black, good, bad

        fileprivate var color: (Double, Double, Double) {
            switch self {
            case .level(.yellow): (0.98, 0.80, 0.10)
            case .level(.orange): (0.94, 0.50, 0.10)
            case .level(.red): (0.78, 0.08, 0.14)
            // Light enough to write on, dark enough to copy.
            case .shade: (0.93, 0.93, 0.93)
            case .black: (0, 0, 0)
            case .good: (0.25, 0.55, 0.35)
            case .bad: (0.78, 0.20, 0.20)
            }
        }
    }

    /// - Parameter side: Of the whole with its quiet zone.
    func code(_ code: CodeImage, x: Double, y: Double, side: Double) {
        let module = side / Double(code.width + 2 * CodeImage.quietZone)
        // As lines over whole modules, which take a third of the bytes of rectangles.
        cairo_save(cairo)
        cairo_translate(
            cairo, x + Double(CodeImage.quietZone) * module, y + Double(CodeImage.quietZone) * module)
        cairo_scale(cairo, module, module)
        cairo_set_source_rgb(cairo, 0, 0, 0)
        cairo_set_line_width(cairo, 1)
        for row in 0..<code.width {
            var column = 0
            while column < code.width {
                let start = column
                while column < code.width, code.isDark(row, column) { column += 1 }
                if column > start {
                    cairo_move_to(cairo, Double(start), Double(row) + 0.5)
                    cairo_line_to(cairo, Double(column), Double(row) + 0.5)
                } else {
                    column += 1
                }
            }
        }
        cairo_stroke(cairo)
        cairo_restore(cairo)
    }
}
