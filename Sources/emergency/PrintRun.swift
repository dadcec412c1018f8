import Activating
import Diagnostics
import Papers
import PlanFiles
import PlanModel
import Printing
import Staffing
import Typesetting

/// The papers of a response on their way to files.
struct PrintRun {
    let response: StaffedResponse
    /// What was in force before the level changed.
    var previous: Activation?
    /// When it changed, in the middle of a response.
    var changed: CivilTime?
    let kinds: [PaperKind]
    /// Of these sub-districts alone, and then nothing of the district's own; empty for all.
    var wanted: [Identifier<SubDistrict>] = []
    var boards = PaperSize.a4Board
    var isDuplex = false

    struct File: Sendable {
        let file: ResponseFile
        /// How many pages of each kind, sections apart.
        let pages: [(kind: PaperKind, sections: [Int])]
        let missing: [Unicode.Scalar]
    }

    private struct Job: Sendable {
        let path: String
        let title: String
        let papers: [(kind: PaperKind, paper: Paper)]
    }

    /// - Returns: nil when there is no PDF, after it has been said why and what to install.
    func files(asOne isOne: Bool) async -> [File]? {
        let terminal = Terminal.shared
        let jobs = (isOne ? [whole] : each).filter { !$0.papers.isEmpty }
        guard !jobs.isEmpty else { return [] }
        let line = ProgressLine(of: .typesetting, on: terminal)
        let time = response.activation.order.effective
        let isDuplex = isDuplex
        let results = await jobs.mapOnAllCores(progress: line?.count(of: jobs.count)) {
            job -> Result<File, TypesetPaper.Failure> in
            do throws(TypesetPaper.Failure) {
                let set = try TypesetPaper(
                    job.papers.map(\.paper), title: job.title, made: time, duplex: isDuplex)
                return .success(
                    File(
                        file: ResponseFile(path: job.path, bytes: set.bytes),
                        pages: zip(job.papers, set.pages).map { ($0.kind, $1) }, missing: set.missing))
            } catch {
                return .failure(error)
            }
        }
        line?.clear()
        var files: [File] = []
        for result in results {
            switch result {
            case .success(let file): files.append(file)
            case .failure(let failure):
                terminal.complain(failure.message, help: failure.help)
                return nil
            }
        }
        tellFonts(files)
        return files
    }

    private var parts: [StaffedResponse.Part] {
        response.subDistricts.filter { wanted.isEmpty || wanted.contains($0.name) }
    }

    private var district: [(PaperKind, Paper)] {
        guard wanted.isEmpty else { return [] }
        let frame = PaperFrame(response, after: previous, changed: changed)
        return kinds.compactMap { kind in frame.paper(kind).map { (kind, $0) } }
    }

    private var each: [Job] {
        let frame = PaperFrame(response, after: previous, changed: changed)
        let own = parts.flatMap { part in
            kinds.compactMap { kind in
                frame.paper(kind, of: part, boards: boards).map {
                    Job(
                        path: PaperPaths.pdf(of: kind, part, isChange: previous != nil), title: $0.title,
                        papers: [(kind, $0)])
                }
            }
        }
        return district.map { kind, paper in
            Job(
                path: PaperPaths.pdf(of: kind, isChange: previous != nil), title: paper.title,
                papers: [(kind, paper)])
        } + own
    }

    /// Everything in the order in which it is handed out: the district's own, then a sub-district after the other.
    private var whole: Job {
        let frame = PaperFrame(response, after: previous, changed: changed)
        let own = parts.flatMap { part in
            kinds.compactMap { kind in frame.paper(kind, of: part, boards: boards).map { (kind, $0) } }
        }
        let level = response.activation.order.level.title.chinese
        return Job(
            path: "\(level)预警响应.pdf", title: "\(response.book.district.name)\(level)预警响应",
            papers: district + own)
    }

    private func tellFonts(_ files: [File]) {
        let terminal = Terminal.shared
        if let other = TypesetPaper.otherFamily {
            terminal.note(
                terminal.say(
                    "没有字体 \(TypesetPaper.wantedFamily)，用了 \(other)；要一样的页面：apt install fonts-noto-cjk\n",
                    "the font \(TypesetPaper.wantedFamily) is missing, \(other) was used; for the same pages: apt install fonts-noto-cjk\n"
                ))
        }
        var missing: [Unicode.Scalar] = []
        for scalar in files.flatMap(\.missing) where !missing.contains(scalar) { missing.append(scalar) }
        guard !missing.isEmpty else { return }
        let names = missing.prefix(10).map {
            "\(harmless(String($0)))（U+\(String($0.value, radix: 16, uppercase: true))）"
        }
        terminal.note(
            terminal.say(
                "没有一种字体有这些字，纸上写成编码：\(names.joined(separator: "、"))\(missing.count > 10 ? "等 \(missing.count) 个" : "")；装上带这些字的字体再印\n",
                "no font has these characters, their codes are printed: \(names.joined(separator: ", "))\(missing.count > 10 ? " and more, \(missing.count) in all" : ""); install a font that has them and print again\n"
            ))
    }
}

/// How many pages there are to print.
struct PrintSummary {
    private let rows: [(kind: PaperKind, sections: [Int])]
    private let folder: String
    private let files: Int
    private let isDuplex: Bool

    init(
        _ pages: [(kind: PaperKind, sections: [Int])], in folder: String, files: Int, isDuplex: Bool
    ) {
        rows = PaperKind.allCases.compactMap { kind in
            let own = pages.filter { $0.kind == kind }
            return own.isEmpty ? nil : (kind, own.flatMap(\.sections))
        }
        self.folder = folder
        self.files = files
        self.isDuplex = isDuplex
    }

    func text(in style: TextStyle) -> String {
        var table = TextTable([.left, .right, .right, .right])
        table.add(
            style.language == .chinese ? ["种类", "份", "页", "张"] : ["kind", "papers", "pages", "sheets"], .quiet
        )
        for (kind, sections) in rows { table.add(row(style.say(kind.title), sections)) }
        let all = rows.flatMap(\.sections)
        table.add(row(style.say("合计", "in all"), all))
        return table.text(in: style, indent: 0)
            + style.say(
                "已写入 \(harmless(folder))/（\(files) 个 PDF）\n",
                "Wrote \(harmless(folder))/ (\(files) PDF)\n")
    }

    private func row(_ name: String, _ sections: [Int]) -> [String] {
        let pages = sections.reduce(0, +)
        let sheets = isDuplex ? sections.reduce(0) { $0 + ($1 + 1) / 2 } : pages
        return [name, sections.count.groupedText, pages.groupedText, sheets.groupedText]
    }
}
