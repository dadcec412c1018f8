import Diagnostics
import Foundation
import PlanFiles
import TestSupport
import Testing

struct EventLogTests {
    private func log(_ entries: Int) -> EventLog {
        (1...entries).reduce(EventLog(path: "events.yaml", bytes: Array("# 头\nkind: events\nevents:\n".utf8)))
        {
            $0.appending("- event: e\($1)\n  edition: \($1)\n  by: \"某人\"\n")
        }
    }

    @Test func aChainHolds() {
        let log = log(4)
        #expect(log.fault == nil)
        #expect(log.last(of: "edition") == "4")
        #expect(log.head?.hasPrefix("sha256:") == true)
    }

    /// Whatever byte is changed, dropped or put in, the place is found.
    @Test func everyChangedByteIsFound() {
        let log = log(3)
        let starts = log.bytes.indices.filter { $0 == 0 || log.bytes[$0 - 1] == 0x0A }
        func entry(at index: Int) -> Int {
            let line = starts.count { $0 <= index }
            // Three lines of head; six lines an entry, of which the first counts the head.
            return max(1, (line - 4) / 5 + 1)
        }
        for index in log.bytes.indices {
            var changed = log.bytes
            changed[index] ^= 1
            let fault = EventLog(path: "", bytes: changed).fault
            #expect(fault != nil, "byte \(index) was changed")
            var shorter = log.bytes
            shorter.remove(at: index)
            #expect(EventLog(path: "", bytes: shorter).fault != nil, "byte \(index) was dropped")
            // Where the beginning of an entry is spoilt it belongs to the one before.
            if let fault { #expect(fault.entry >= entry(at: index) - 1, "byte \(index)") }
        }
    }

    @Test func entriesThatAreTakenOutMovedOrAddedAreFound() {
        let log = log(3)
        let text = String(decoding: log.bytes, as: UTF8.self)
        let parts = text.components(separatedBy: "- event: ")
        func fault(_ order: [Int]) -> EventLog.Fault? {
            let text = parts[0] + order.map { "- event: " + parts[$0] }.joined()
            return EventLog(path: "", bytes: Array(text.utf8)).fault
        }
        #expect(fault([1, 2, 3]) == nil)
        #expect(fault([1, 3])?.entry == 2)
        #expect(fault([2, 3])?.entry == 1)
        #expect(fault([1, 3, 2])?.entry == 2)
        #expect(fault([1, 2, 2])?.entry == 3)
        #expect(EventLog(path: "", bytes: log.bytes + Array("# spoilt\n".utf8)).fault?.entry == 3)
        #expect(EventLog(path: "", bytes: log.bytes + Array("- event: e4\n".utf8)).fault?.entry == 4)
    }

    /// Anybody can reckon the hash of an entry.
    @Test func theHashIsThatOfSha256sum() throws {
        let log = log(2)
        let text = String(decoding: log.bytes, as: UTF8.self)
        let second = try #require(text.range(of: "- event: e2"))
        let hash = try #require(text.range(of: "  hash: ", range: second.lowerBound..<text.endIndex))
        let entry = String(text[second.lowerBound..<hash.lowerBound])
        let sum = try run("/usr/bin/sha256sum", [], input: Data(entry.utf8)).text.prefix(64)
        #expect(log.head == "sha256:\(sum)")
    }
}
