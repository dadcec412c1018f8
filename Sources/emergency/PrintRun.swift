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
    private let frame: PaperFrame
    private let kinds: [PaperKind]
    private let isOfDistrict: Bool
    private let boards: PaperSize
    private let isDuplex: Bool

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

    /// - Parameters:
    ///   - isOfDistrict: Whether the district's own papers are printed too.
    init(
        _ frame: PaperFrame, kinds: [PaperKind], isOfDistrict: Bool = true,
        boards: PaperSize = .a4Board, isDuplex: Bool = false
    ) {
        self.frame = frame
        self.kinds = kinds
        self.isOfDistrict = isOfDistrict
        self.boards = boards
        self.isDuplex = isDuplex
    }

    /// - Returns: nil when there is no PDF, after it has been said why and what to install.
    func files(asOne isOne: Bool) async -> [File]? {
        let terminal = Terminal.shared
        let jobs = jobs(asOne: isOne)
        guard !jobs.isEmpty else { return [] }
        let line = ProgressLine(of: .typesetting, on: terminal)
        let time = frame.response.activation.order.effective
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

    /// One for each paper, in the order in which they are handed out: the district's own, then a sub-district after the
    /// other; or one for all of them.
    private func jobs(asOne isOne: Bool) -> [Job] {
        let district = (isOfDistrict ? kinds : []).compactMap { kind in
            frame.paper(kind).map {
                Job(path: PaperPaths.pdf(of: kind, frame), title: $0.title, papers: [(kind, $0)])
            }
        }
        let own = frame.response.subDistricts.flatMap { part in
            kinds.compactMap { kind in
                frame.paper(kind, of: part, boards: boards).map {
                    Job(
                        path: PaperPaths.pdf(of: kind, frame, part), title: $0.title,
                        papers: [(kind, $0)])
                }
            }
        }
        let all = district + own
        guard isOne, !all.isEmpty else { return all }
        let (response, level) = (frame.response, frame.response.activation.order.level.title.chinese)
        return [
            Job(
                path: "\(level)预警响应.pdf", title: "\(response.book.district.name)\(level)预警响应",
                papers: all.flatMap(\.papers))
        ]
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
            "\(harmless(String($0)))（\($0.codeText)）"
        }
        terminal.note(
            terminal.say(
                "没有一种字体有这些字，纸上写成编码：\(names.joined(separator: "、"))\(missing.count > 10 ? "等 \(missing.count) 个" : "")；装上带这些字的字体再印\n",
                "no font has these characters, their codes are printed: \(names.joined(separator: ", "))\(missing.count > 10 ? " and more, \(missing.count) in all" : ""); install a font that has them and print again\n"
            ))
    }
}
