import Activating
import Diagnostics
import Editing
import Foundation
import Papers
import PlanModel
import PlanReading
import Printing
import Sheets
import Solving
import Staffing
import TestSupport

/// One district with one spoilt file, and everything that must hold of it.
struct HostileCase {
    let seed: UInt64
    let files: [SourceFile]
    /// Which of the files is spoilt.
    let spoilt: SourceFile

    init(seed: UInt64, in districts: HostileDistricts) {
        var seeded = Seeded(seed)
        let district = districts.pick(using: &seeded)
        let index = Int.random(in: 0..<district.count, using: &seeded)
        var mutator = PlanMutator(seeded: seeded, others: district.map(\.bytes))
        self.init(
            seed: seed, in: district, spoiling: index, as: mutator.mutate(district[index].bytes))
    }

    private init(seed: UInt64, in district: [SourceFile], spoiling index: Int, as bytes: [UInt8]) {
        self.seed = seed
        var files = district
        files[index] = SourceFile(path: files[index].path, bytes: bytes)
        self.files = files
        spoilt = files[index]
    }

    /// The same district with another text in the spoilt file.
    func with(_ bytes: [UInt8]) -> HostileCase? {
        files.firstIndex { $0 === spoilt }.map {
            HostileCase(seed: seed, in: files, spoiling: $0, as: bytes)
        }
    }

    /// What does not hold; a crash is told by the file that holds the case while it runs.
    func faults() async -> [String] {
        let reading = await PlanReader.read(files, in: "Plans", on: sampleDay)
        var faults = FindingFaults.faults(in: reading.diagnostics)
        if seed % 8 == 0 { faults += await repeatFaults(reading) }
        if seed % 16 == 1 { printEveryFace(reading) }
        if seed % 2 == 0 { faults += formattingFaults() }
        if let book = reading.book { faults += await responseFaults(book) }
        return faults
    }

    private func repeatFaults(_ reading: PlanReading) async -> [String] {
        let again = await PlanReader.read(files, in: "Plans", on: sampleDay, for: .findings)
        func told(_ reading: PlanReading) -> [String] {
            reading.diagnostics.map { "\($0.place.location) \($0.rule.rawValue) \($0.message.english)" }
        }
        let (one, other) = (told(reading), told(again))
        guard one != other else { return [] }
        let first = zip(one, other).first { $0 != $1 }
        return ["twice read, twice told otherwise: \(first.map { "\($0) / \($1)" } ?? "more or fewer")"]
    }

    private func printEveryFace(_ reading: PlanReading) {
        let report = FindingsReport(
            reading.diagnostics, tally: reading.tally, isStrict: true, programVersion: "test")
        let style = TextStyle(language: .chinese, usesColor: true)
        _ = report.text(in: style) + report.conciseText(in: style) + report.gitHubText(in: style)
        _ = report.json.text + report.jUnitText(in: .english) + report.sarif(in: .english, pages: []).text
    }

    private func formattingFaults() -> [String] {
        switch PlanFormatting.format(spoilt) {
        case .canonical: return []
        case .leftAlone(let finding): return FindingFaults.faults(in: [finding])
        case .rewritten(let bytes):
            if case .canonical = PlanFormatting.format(SourceFile(path: spoilt.path, bytes: bytes)) {
                return []
            }
            return ["fmt: not canonical after formatting"]
        }
    }

    /// A response to the plans without the spoilt file, or with it where only its meaning is off.
    private func responseFaults(_ book: PlanBook) async -> [String] {
        let level = AlertLevel.allCases[Int(seed % 3)]
        guard let time = CivilTime("2026-11-24 18:00") else { return [] }
        let order = AlertOrder(level: level, issued: time, effective: time, end: nil, number: nil)
        let style = TextStyle(language: seed % 2 == 0 ? .chinese : .english, usesColor: false)
        let balance = Activation(book, order: order).balance
        var text = balance.text(in: style, district: book.district) + balance.json.text
        if seed % 4 < 2 { text += proposal(for: book, order, in: style) }
        if seed % 16 == 2 {
            let response = await StaffedResponse(
                book, order: order,
                provenance: Provenance(
                    folder: "Plans", commit: nil, isClean: false, contentHash: "", leftOut: book.leftOut,
                    programVersion: "test"), basis: RosterBasis(limits: Program.Limits(seconds: 0)))
            text += response.text(in: style, details: true) + response.json.text
            for part in response.subDistricts {
                let view = RosterView.allCases[Int(seed / 16 % 4)]
                text += part.roster.text(in: style, by: view)
            }
            let rosters = response.subDistricts.map(\.roster)
            text += ([rosters.seatTable, rosters.shareTable].csv + rosters.map(\.wallTable).csv)
                .replacing("\r\n", with: "\n")
            let sheets = await ResponseSheets(PaperFrame(response))
            if sheets.files.isEmpty { return ["a response without papers"] }
        }
        return text.unicodeScalars.contains(where: FindingFaults.steers)
            ? ["a response steers terminals"] : []
    }

    /// A proposal for every sub-district, with a margin that is often out of reach, and its choice in the files.
    private func proposal(for book: PlanBook, _ order: AlertOrder, in style: TextStyle) -> String {
        let proposal = Proposal(
            book, order: order,
            ProposalRequest(
                margin: Share(Int64(seed / 4 % 5) * 5, of: 1000),
                subDistricts: seed % 8 == 0 ? book.district.subDistricts.map(\.value) : []))
        if case .chosen(let choice) = proposal.outcome {
            for option in choice.options {
                let place = option.option.measure.place
                _ = try? AdoptedMeasures.adopting([place], at: order.level, in: place.file)
            }
        }
        return proposal.text(in: style) + proposal.json.text
            + ProposalCurve(proposal, steps: 3).text(in: style)
    }
}

/// The districts whose files are spoilt.
struct HostileDistricts {
    private let base: [SourceFile]
    private let sample: [SourceFile]
    /// The sample district with two of its sub-districts: as many keys, read ten times as fast.
    private let small: [SourceFile]

    init() throws {
        base = try planFiles(below: repository.appending(path: "Tests/PlanReadingTests/Fixtures/base"))
        sample = try planFiles(below: samplePlans)
        let kept = ["sub-districts/月坛/", "sub-districts/牛街/"]
        small = sample.filter { file in
            !file.path.hasPrefix("sub-districts/") || kept.contains { file.path.hasPrefix($0) }
        }
    }

    func pick(using seeded: inout Seeded) -> [SourceFile] {
        switch Int.random(in: 0..<200, using: &seeded) {
        case 0: sample
        case 1..<40: small
        default: base
        }
    }
}
