import Foundation
import Papers
import PlanModel
import TestSupport
import Testing
import Typesetting

/// A paper as other programs read it back.
struct PrintedPages {
    let set: TypesetPaper
    private let folder: TemporaryFolder
    private var path: String { folder.url.appending(path: "paper.pdf").path }

    init(_ papers: [Paper], duplex: Bool = false) throws {
        let time = try #require(CivilTime("2026-11-24 18:00"))
        set = try TypesetPaper(papers, title: "试印", made: time, duplex: duplex)
        folder = try TemporaryFolder()
        try folder.write(Data(set.bytes), to: "paper.pdf")
    }

    /// The text of each page, as pdftotext finds it.
    func texts() throws -> [String] {
        let text = try output("pdftotext", ["-layout", path, "-"])
        return text.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// Rows of pdffonts, without its head.
    func fonts() throws -> [String] {
        try output("pdffonts", [path]).split(separator: "\n").dropFirst(2).map(String.init)
    }

    func check() throws {
        let checked = try run("/usr/bin/qpdf", ["--check", path])
        #expect(checked.status == 0, "\(checked.errorText)")
    }

    /// Glyphs that draw nothing, or that nobody can draw; and how many there are.
    func glyphs() throws -> (faults: [String], drawn: Int) {
        let judged = try judge("python", [repository.appending(path: "Tests/Judges/glyphs.py").path, path])
        try #require(judged.status == 0, "\(judged.errorText)")
        let lines = judged.text.split(separator: "\n").map(String.init)
        return (lines.dropLast().map { $0 }, lines.last.flatMap { Int($0) } ?? 0)
    }

    /// What the code on a page says; nil where there is none.
    func code(on page: Int) throws -> String? {
        let image = folder.url.appending(path: "page").path
        _ = try output(
            "pdftoppm", ["-r", "200", "-gray", "-f", "\(page)", "-l", "\(page)", "-singlefile", path, image])
        let found = try run("/usr/bin/zbarimg", ["-q", "--raw", "-Sbinary", image + ".pgm"])
        return found.output.isEmpty ? nil : String(decoding: found.output, as: UTF8.self)
    }

    private func output(_ name: String, _ arguments: [String]) throws -> String {
        let finished = try run("/usr/bin/\(name)", arguments)
        try #require(finished.status == 0, "\(name): \(finished.errorText)")
        return String(decoding: finished.output, as: UTF8.self)
    }
}
