internal import CPangoCairo
package import Diagnostics
package import Papers
package import PlanModel

/// Papers as PDF.
package struct TypesetPaper: Sendable {
    package let bytes: [UInt8]
    /// By paper, then section.
    package let pages: [[Int]]
    /// Characters that no font of this machine has, and that are named on the pages in their stead.
    package let missing: [Unicode.Scalar]

    /// Why there is no PDF, in one sentence.
    package struct Failure: Error, Sendable {
        package let message: Phrase
        package let help: Phrase
    }

    /// - Parameters:
    ///   - time: Said to be when it was made, so that the same paper has the same bytes.
    ///   - isDuplex: Every section begins on a sheet of its own also where both sides are printed.
    package init(_ papers: [Paper], title: String, made time: CivilTime, duplex isDuplex: Bool = false)
        throws(Failure)
    {
        let type = TypeCase()
        guard type.hasChinese else {
            throw Failure(
                message: Phrase(zh: "这台机器没有中文字体，排不了 PDF", en: "this machine has no Chinese font for PDF"),
                help: Phrase(
                    zh: "安装一种：apt install fonts-noto-cjk", en: "install one: apt install fonts-noto-cjk"))
        }
        let output = PDFOutput(title: title, made: time)
        pages = papers.map { paper in
            let sheet = SheetMeasures(paper.size)
            return paper.sections.map { section in
                let set = SectionSetting(section, of: paper, on: sheet, with: type)
                set.draw(on: output)
                if isDuplex, set.pages.count % 2 == 1 {
                    output.beginPage(sheet)
                    output.endPage()
                }
                return set.pages.count
            }
        }
        bytes = try output.finished()
        missing = type.missing
    }

    /// The font with which this machine sets Chinese, where it is not the one that pages are made for.
    package static var otherFamily: String? {
        let family = TypeCase().family
        return family == TypeCase.wantedFamily ? nil : family
    }

    package static var wantedFamily: String { TypeCase.wantedFamily }
}

/// Where text stands on a sheet, in points.
struct SheetMeasures {
    let width: Double
    let height: Double
    /// How much larger everything is drawn than it is set.
    let scale: Double
    /// Room for the holes of a file.
    let left: Double
    let right = 30.0
    let top = 26.0
    let bottom = 32.0

    init(_ size: PaperSize) {
        left = size == .a4 || size == .a4Across ? 42 : 30
        let (short, long) = (595.276, 841.89)
        switch size {
        case .a4: (width, height, scale) = (short, long, 1)
        case .a4Across: (width, height, scale) = (long, short, 1)
        case .a4Board: (width, height, scale) = (short / 1.5, long / 1.5, 1.5)
        case .a3Board: (width, height, scale) = (short / 1.5, long / 1.5, 2.1213)
        }
    }

    var textWidth: Double { width - left - right }
}
