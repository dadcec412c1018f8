import Diagnostics
import Synchronization
import Testing

struct ProgressCountTests {
    /// Every part is counted once, whatever core did it and however the work is cut.
    @Test(arguments: [1, 7, 64, 5000])
    func everyPartIsCountedOnce(chunk: Int) async {
        let highest = Mutex(0)
        let reports = Mutex(0)
        let progress = ProgressCount(of: 1000) { done in
            highest.withLock { $0 = max($0, done) }
            reports.withLock { $0 += 1 }
        }
        let results = await Array(0..<1000).mapOnAllCores(chunk: chunk, progress: progress) { $0 * 2 }
        #expect(results == (0..<1000).map { $0 * 2 })
        #expect(highest.withLock { $0 } == 1000)
        #expect(reports.withLock { $0 } == (1000 + chunk - 1) / chunk)
    }
}
