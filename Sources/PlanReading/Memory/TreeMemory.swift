import Diagnostics
package import PlanModel

/// What is remembered of plans at a git tree that had no errors: enough to tell what the enterprises of another tree
/// add up to from those that differ. A tree's name stands for all of its content.
package struct TreeMemory: Sendable {
    /// The tree's full name.
    package let tree: String
    /// What else it stands on: the build of the program, and the day.
    package let stamp: String
    /// The files that are no enterprises, by their paths below the folder, each with the name of its content.
    package let others: [(name: String, blob: String)]
    /// What the enterprises add up to, as whoever remembers it makes of it.
    package let sums: [Int64]
    /// How many files and enterprises there are.
    package let counts: (files: Int, enterprises: Int)
    /// A number for each enterprise's id, rising: the same id, the same number.
    fileprivate let ids: [UInt64]

    private init(
        tree: String, stamp: String, others: [(name: String, blob: String)], sums: [Int64],
        counts: (files: Int, enterprises: Int), ids: [UInt64]
    ) {
        self.tree = tree
        self.stamp = stamp
        self.others = others
        self.sums = sums
        self.counts = counts
        self.ids = ids
    }

    /// - Parameters:
    ///   - files: All files of the tree by path below the folder and name of content.
    ///   - reading: What was read of them, in a folder of that path.
    /// - Returns: nil where the plans have errors.
    package init?(
        tree: String, stamp: String, files: [(name: String, blob: String)], _ reading: PlanReading,
        in folder: String, sums: [Int64]
    ) {
        guard !reading.hasErrors else { return nil }
        let enterprises = Set(reading.enterprises.map { $0.id.place.file.path })
        let start = folder == "/" ? "/" : folder + "/"
        self.init(
            tree: tree, stamp: stamp, others: files.filter { !enterprises.contains(start + $0.name) },
            sums: sums, counts: (files.count, reading.tally.enterprises),
            ids: reading.enterprises.map { Self.number($0.id.value.text) }.sorted())
    }

    /// The same of a tree in which only enterprises differ; nil where that tree may have errors that they alone do not
    /// show: an id that two of them have, or more on the lists than society emits.
    /// - Parameters:
    ///   - tree: nil for files on disk, which are not to be remembered.
    ///   - gone: The part of this tree that differs, read together with all that are no enterprises.
    ///   - come: The part of the other tree.
    ///   - sums: What the other tree's enterprises add up to.
    ///   - listed: What its enterprises emit.
    package func changed(
        to tree: String?, without gone: PlanReading, with come: PlanReading, sums: [Int64], listed: Emissions
    ) -> TreeMemory? {
        guard !gone.hasErrors, !come.hasErrors, come.fits(enterprisesEmitting: listed) else { return nil }
        let (old, new) = (gone.enterprises, come.enterprises)
        var left = Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +)
        for enterprise in old { left[Self.number(enterprise.id.value.text), default: 0] -= 1 }
        for enterprise in new {
            let id = Self.number(enterprise.id.value.text)
            guard left[id, default: 0] == 0 else { return nil }
            left[id] = 1
        }
        guard left.values.allSatisfy({ $0 >= 0 }) else { return nil }
        return TreeMemory(
            tree: tree ?? "", stamp: stamp, others: others, sums: sums,
            counts: (
                counts.files + new.count - old.count, counts.enterprises + new.count - old.count
            ), ids: left.flatMap { Array(repeating: $0.key, count: $0.value) }.sorted())
    }

    /// FNV-1a. Two ids with one number look like the same id, which costs a closer look and nothing else.
    private static func number(_ id: String) -> UInt64 {
        id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}

extension TreeMemory {
    /// How many trees are remembered of a folder.
    private static let most = 6

    /// Those that are remembered, the latest first; none where anything is wrong.
    package static func all(in payload: [UInt8]?) -> [TreeMemory] {
        guard let payload else { return [] }
        var reader = ByteReader(payload, from: 0)
        guard let count = reader.number(in: 0...Int64(most)) else { return [] }
        var trees: [TreeMemory] = []
        for _ in 0..<count {
            guard let tree = TreeMemory(&reader) else { return [] }
            trees.append(tree)
        }
        return reader.isAtEnd ? trees : []
    }

    /// The bytes that remember these, and of the earlier ones as many as there is room for.
    package static func payload(_ trees: [TreeMemory], before earlier: [TreeMemory]) -> [UInt8] {
        var seen: Set<String> = []
        let kept = (trees + earlier).filter { seen.insert("\($0.tree) \($0.stamp)").inserted }.prefix(most)
        var writer = ByteWriter()
        writer.number(Int64(kept.count))
        for tree in kept { tree.write(to: &writer) }
        return writer.bytes
    }

    private func write(to writer: inout ByteWriter) {
        writer.text(tree)
        writer.text(stamp)
        writer.number(Int64(others.count))
        for other in others {
            writer.text(other.name)
            writer.text(other.blob)
        }
        writer.number(Int64(sums.count))
        for sum in sums { writer.number(sum) }
        writer.number(Int64(counts.files))
        writer.number(Int64(counts.enterprises))
        writer.number(Int64(ids.count))
        for id in ids { writer.number(Int64(bitPattern: id)) }
    }

    private init?(_ reader: inout ByteReader) {
        guard let tree = reader.text(), let stamp = reader.text(),
            let otherCount = reader.number(in: 0...1_000_000)
        else { return nil }
        var others: [(name: String, blob: String)] = []
        for _ in 0..<otherCount {
            guard let name = reader.text(), let blob = reader.text() else { return nil }
            others.append((name, blob))
        }
        guard let sumCount = reader.number(in: 0...1000) else { return nil }
        let sums = (0..<sumCount).compactMap { _ in reader.number() }
        guard sums.count == sumCount, let files = reader.number(in: 0...100_000_000),
            let enterprises = reader.number(in: 0...100_000_000),
            let idCount = reader.number(in: 0...100_000_000)
        else { return nil }
        var ids: [UInt64] = []
        for _ in 0..<idCount {
            guard let id = reader.number() else { return nil }
            ids.append(UInt64(bitPattern: id))
        }
        self.init(
            tree: tree, stamp: stamp, others: others, sums: sums, counts: (Int(files), Int(enterprises)),
            ids: ids)
    }
}
