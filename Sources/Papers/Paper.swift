package import PlanModel

/// A document as it stands on paper, before anybody knows on how many pages: the same for PDF and HTML.
package struct Paper: Sendable {
    /// As a viewer shows it; also what the file is about.
    package let title: String
    package let size: PaperSize
    /// Whose colour the band on every page has; nil for none.
    package let level: AlertLevel?
    /// Each begins on a page of its own, and its pages are counted by themselves.
    package let sections: [PaperSection]

    package init(_ title: String, size: PaperSize = .a4, level: AlertLevel?, sections: [PaperSection]) {
        self.title = title
        self.size = size
        self.level = level
        self.sections = sections
    }
}

package enum PaperSize: Sendable {
    case a4, a4Across
    /// To be read at a distance: everything half as large again on A4, and larger still on A3.
    case a4Board, a3Board
}

/// What one person takes along or signs: pages that stay together.
package struct PaperSection: Sendable {
    /// On every page.
    package let title: String
    package let subtitle: String
    /// On every page, right of the title, a line each.
    package let corner: [String]
    /// What the code on a page begins with, before the codes of the rows on it; nil for a page without one.
    package let code: String?
    /// At the foot of every page.
    package let footer: String
    package let blocks: [PaperBlock]

    package init(
        _ title: String, _ subtitle: String, corner: [String] = [], code: String? = nil, footer: String,
        blocks: [PaperBlock]
    ) {
        self.title = title
        self.subtitle = subtitle
        self.corner = corner
        self.code = code
        self.footer = footer
        self.blocks = blocks
    }
}

package enum PaperBlock: Sendable {
    case heading(String)
    case paragraph(PaperText)
    case table(PaperTable)
    /// Places to sign or to fill in, side by side, each with its label.
    case blanks([String])
    case bars([PaperBar])
}

/// A share of a whole against its goal.
package struct PaperBar: Sendable {
    package let label: String
    /// As printed beside the bar; says what the bar shows.
    package let text: String
    /// In millionths of the chart's width, from 0 to 1,000,000.
    package let length: Int
    package let goal: Int?
    package let isMet: Bool

    package init(_ label: String, _ text: String, length: Int, goal: Int?, isMet: Bool) {
        self.label = label
        self.text = text
        self.length = length
        self.goal = goal
        self.isMet = isMet
    }
}
