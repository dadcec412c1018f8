package import Diagnostics
import MarkedYAML
package import PlanModel

extension ScheduledCut {
    /// Reads what an event cuts, as the program wrote it.
    /// - Returns: nil when something is wrong with it, and what that is.
    package static func read(_ file: SourceFile) -> (cuts: [ScheduledCut]?, findings: [Diagnostic]) {
        do throws(YAMLFault) {
            let context = ReadingContext()
            let tree = try YAMLReader.read(file)
            let cuts = tree.withRoot { root in root.flatMap { CutFile.shape.read($0, context) } }
            let findings = context.finished(in: file) + tree.warnings
            if let cuts, !findings.contains(where: { $0.severity == .error }) { return (cuts.cuts, findings) }
            let empty = Diagnostic(
                .notAFile, Phrase(zh: "这不是一份削减记录", en: "this is no record of cuts"),
                at: SourceSpan(wholeOf: file))
            return (nil, findings.isEmpty ? [empty] : findings)
        } catch {
            return (nil, [error.diagnostic])
        }
    }

    private static let owner = Field("owner", "单位", .text)
    private static let part = Field("part", "部分", .text)
    private static let subDistrict = Field(
        "subDistrict", "街道", Shape.identifier(SubDistrict.self, example: "月坛"), optional: true)
    private static let sector = Field("sector", "行业", .sector)
    private static let begin = Field("begin", "起", .moment)
    private static let done = Field("done", "到位", .moment)
    private static let so2 = Field("SO2", "二氧化硫", Shape<MassRate>.massRate, optional: true)
    private static let nox = Field("NOx", "氮氧化物", Shape<MassRate>.massRate, optional: true)
    private static let pm = Field("PM", "颗粒物", Shape<MassRate>.massRate, optional: true)
    private static let vocs = Field("VOCs", "挥发性有机物", Shape<MassRate>.massRate, optional: true)

    fileprivate static let shape = Shape<ScheduledCut>.record(
        fields(owner, part, subDistrict, sector, begin, done, so2, nox, pm, vocs)
    ) { record in
        let (owner, part, subDistrict) = (record(owner), record(part), record(subDistrict))
        let (sector, begin, done) = (record(sector), record(begin), record(done))
        let (so2, nox, pm, vocs) = (record(so2), record(nox), record(pm), record(vocs))
        guard let owner, let part, let sector, let begin, let done else { return nil }
        guard begin <= done else {
            record.context.report(
                .impossibleDate, Phrase(zh: "到位在起之前", en: "it is done before it begins"), at: record.place)
            return nil
        }
        return ScheduledCut(
            owner: owner, part: part, subDistrict: subDistrict?.value, sector: sector, begin: begin,
            done: done,
            cut: Emissions { pollutant in
                switch pollutant {
                case .so2: so2 ?? .zero
                case .nox: nox ?? .zero
                case .pm: pm ?? .zero
                case .vocs: vocs ?? .zero
                }
            })
    }
}

private struct CutFile {
    let cuts: [ScheduledCut]

    private static let kind = Field("kind", "类型", .text)
    private static let response = Field("response", "响应", .text)
    private static let event = Field("event", "事件", .integer(1...100_000, example: "1"))
    private static let list = Field("cuts", "削减", ScheduledCut.shape.list())

    static let shape = Shape<CutFile>.record(fields(kind, response, event, list)) { record in
        record(list).map { CutFile(cuts: $0) }
    }
}
