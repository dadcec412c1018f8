import Diagnostics
import PlanModel

/// All files read: first what enterprises are held against, then the enterprises, each checked as soon as it is read.
struct FilesReading: Sendable {
    /// In path order.
    let files: [ReadFile]
    let basis: CheckBasis
    /// What to remember of this reading; nil when no memory was given or nothing has changed.
    let memory: [UInt8]?

    private static let chunk = 64

    init(
        _ files: [SourceFile], on day: CivilDate, keepsEnterprises: Bool, memory: ReadingMemory?,
        progress: ProgressCount?
    ) async {
        let guesses = await files.mapOnAllCores(chunk: 1024, ReadFile.looksLikeEnterprise)
        let indices = files.indices.filter { !guesses[$0] }
        let others = await indices.mapOnAllCores(chunk: Self.chunk) { ReadFile(files[$0]) }
        let early = Dictionary(zip(indices, others)) { first, _ in first }
        let basis = CheckBasis(day: day, others)
        let stamp = memory?.stamp(on: day, basis: Self.keys(of: others, at: indices, memory))
        let known = zip(memory, stamp).map { $0.recall($1) } ?? Recollection()
        @Sendable func read(_ index: Int, _ basis: CheckBasis) -> ReadFile {
            if let other = early[index], other.kind != .enterprise { return other }
            if let memory, let entry = known.entry(memory.keys[index]),
                let file = ReadFile(files[index], remembered: entry)
            {
                return file
            }
            return ReadFile(files[index], basis: basis, keepsEnterprise: keepsEnterprises)
        }
        let all = await Array(files.indices).mapOnAllCores(chunk: Self.chunk, progress: progress) {
            read($0, basis)
        }
        // A district that looks like an enterprise at first sight is no reason to check against nothing.
        let isHidden = all.indices.contains { guesses[$0] && all[$0].suppliesBasis }
        guard !isHidden else {
            let fullBasis = CheckBasis(day: day, all)
            self.files = await files.mapOnAllCores(chunk: Self.chunk) {
                ReadFile($0, basis: fullBasis, keepsEnterprise: keepsEnterprises)
            }
            self.basis = fullBasis
            self.memory = nil
            return
        }
        self.files = all
        self.basis = basis
        self.memory = zip(memory, stamp).flatMap { Self.memory(of: all, known, $0, $1) }
    }

    /// The fingerprints of the files that enterprises are held against.
    private static func keys(of others: [ReadFile], at indices: [Int], _ memory: ReadingMemory?)
        -> [Fingerprint]
    {
        guard let memory else { return [] }
        return zip(indices, others).filter { $1.suppliesBasis }.map { memory.keys[$0.0] }
    }

    /// What to remember; nil when that is what is remembered already.
    private static func memory(
        of files: [ReadFile], _ known: Recollection, _ memory: ReadingMemory, _ stamp: [UInt8]
    ) -> [UInt8]? {
        var entries: [(key: Fingerprint, entry: ArraySlice<UInt8>)] = []
        entries.reserveCapacity(files.count)
        var isNew = false
        for (file, key) in zip(files, memory.keys) where file.kind == .enterprise {
            if let entry = known.entry(key) {
                entries.append((key, entry))
            } else if let entry = file.remembered {
                entries.append((key, entry))
                isNew = true
            }
        }
        guard isNew || entries.count != known.count else { return nil }
        return Recollection.bytes(stamp, entries)
    }
}

extension ReadFile {
    /// Whether enterprises are held against what this file says.
    fileprivate var suppliesBasis: Bool { kind == .district || kind == .ratings }
}

/// Two optionals as one.
private func zip<Left, Right>(_ left: Left?, _ right: Right?) -> (Left, Right)? {
    left.flatMap { left in right.map { (left, $0) } }
}
