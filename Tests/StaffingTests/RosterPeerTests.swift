import Foundation
import Printing
import RosterCases
import Solving
import Staffing
import TestSupport
import Testing

/// Rosters held against the optimum that OR-tools CP-SAT proves, by a formulation and a judge in another language.
struct RosterPeerTests {
    private struct Verdict: Decodable {
        let name: String
        let faults: [String]
        let ours: Goals
        let oursProven: Bool
        let theirs: Goals?
        let theirFaults: [String]
        let proven: Bool
    }

    private struct Goals: Decodable, Equatable {
        let open: Int
        let changes: Int?
        let cost: Int
    }

    /// Of each size those that CP-SAT proves within seconds.
    private static let cases =
        (0..<26).map { RosterCase(.small, seed: $0) } + (0..<8).map { RosterCase(.week, seed: $0) }
        + (0..<6).map { RosterCase(.middle, seed: $0) }

    @Test func nobodyFindsABetterRoster() throws {
        let documents = Self.cases.map { one in
            one.json(with: RosterSearch(one.problem, within: Program.Limits(seconds: 20))).text
        }
        let script = repository.appending(path: "Tests/Judges/rosters.py").path
        let finished = try judge(
            "python", [script, "--optimal", "--limit", "20"], input: Data(documents.joined().utf8))
        try #require(finished.status == 0, "\(finished.errorText)")
        let verdicts = try JSONDecoder().decode([Verdict].self, from: finished.output)
        try #require(verdicts.map(\.name) == Self.cases.map(\.name))
        for verdict in verdicts {
            #expect(verdict.faults.isEmpty, "\(verdict.name)")
            #expect(verdict.theirFaults.isEmpty, "\(verdict.name)")
        }
        let proven = verdicts.filter { $0.proven && $0.oursProven }
        for verdict in proven { #expect(verdict.theirs == verdict.ours, "\(verdict.name)") }
        #expect(proven.count >= 30)
        for size in ["small", "week", "middle"] {
            #expect(proven.contains { $0.name.hasPrefix(size) }, "none of size \(size)")
        }
    }
}
