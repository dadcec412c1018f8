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

    /// - Parameter other: Another state of the same plans, read for the same day and use: what is the same file in both
    ///   is taken from it.
    init(
        _ files: [SourceFile], on day: CivilDate, keepsEnterprises: Bool, memory: ReadingMemory?,
        progress: ProgressCount?, sharing other: FilesReading? = nil
    ) async {
        let shared = SharedFiles(other)
        let guesses = await files.mapOnAllCores(chunk: 1024, ReadFile.looksLikeEnterprise)
        let indices = files.indices.filter { !guesses[$0] }
        let others = await indices.mapOnAllCores(chunk: Self.chunk) {
            shared.unchecked(files[$0]) ?? ReadFile(files[$0])
        }
        let early = Dictionary(zip(indices, others)) { first, _ in first }
        let basis = CheckBasis(day: day, others)
        let remembering = memory.map { memory in
            let keys = zip(indices, others).filter { $1.suppliesBasis }.map { memory.keys[$0.0] }
            return Remembering(memory, stamp: memory.stamp(on: day, basis: keys))
        }
        let checked = shared.checked(against: others.filter(\.suppliesBasis))
        @Sendable func read(_ index: Int, _ basis: CheckBasis) -> ReadFile {
            if let other = early[index], other.kind != .enterprise { return other }
            if let same = checked[ObjectIdentifier(files[index])] { return same }
            return remembering?.file(files[index], at: index)
                ?? ReadFile(files[index], basis: basis, keepsEnterprise: keepsEnterprises)
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
        self.memory = remembering?.renewed(by: all)
    }
}

/// What another state of the same plans has read of the files that both have.
private struct SharedFiles: Sendable {
    private let files: [ObjectIdentifier: ReadFile]
    private let basis: [ObjectIdentifier]

    init(_ other: FilesReading?) {
        let read = other?.files ?? []
        files = Dictionary(read.map { (ObjectIdentifier($0.file), $0) }) { first, _ in first }
        basis = read.filter(\.suppliesBasis).map { ObjectIdentifier($0.file) }
    }

    /// What needs no more than its own text.
    func unchecked(_ file: SourceFile) -> ReadFile? {
        files[ObjectIdentifier(file)].flatMap { $0.kind == .enterprise ? nil : $0 }
    }

    /// Everything, where enterprises are held against the same files; else nothing.
    func checked(against basis: [ReadFile]) -> [ObjectIdentifier: ReadFile] {
        basis.map { ObjectIdentifier($0.file) } == self.basis ? files : [:]
    }
}

/// What an earlier reading has left, where it stands on the same things as this one.
private struct Remembering: Sendable {
    private let memory: ReadingMemory
    private let stamp: [UInt8]
    private let known: Recollection

    init(_ memory: ReadingMemory, stamp: [UInt8]) {
        self.memory = memory
        self.stamp = stamp
        known = memory.recall(stamp)
    }

    /// The file as it was read before; nil when it has to be read.
    func file(_ file: SourceFile, at index: Int) -> ReadFile? {
        known.entry(memory.keys[index]).flatMap { ReadFile(file, remembered: $0) }
    }

    /// What to remember now; nil when that is what is remembered already.
    func renewed(by files: [ReadFile]) -> [UInt8]? {
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
    fileprivate var suppliesBasis: Bool { kind == .district || kind == .ratings || kind == .exemptions }
}
