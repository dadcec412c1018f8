package import Diagnostics

/// What differs between two states of the same plans, in terms of the plan: things are known by their ids, whatever
/// file they stand in, and values by what they mean, however they are written.
package struct PlanChanges: Sendable {
    /// The district's own first, then by sub-district, each by kind and by path.
    package private(set) var changes: [PlanChange]
    /// Files whose text has changed, or that have moved, and that say the same as before.
    package let sameMeaning: [String]
    /// Files that cannot be read on one side or the other, by path: what they say is not compared.
    package let notCompared: [String]

    /// Whether the plans say the same; what could not be compared may differ.
    package var isEmpty: Bool { changes.isEmpty && notCompared.isEmpty }

    /// - Parameters:
    ///   - before: The files of the one state in path order.
    ///   - after: Those of the other; what is the same object in both is not looked at.
    package init(from before: [SourceFile], to after: [SourceFile]) async {
        let old = Set(before.map { ObjectIdentifier($0) })
        let new = Set(after.map { ObjectIdentifier($0) })
        async let gone = before.filter { !new.contains(ObjectIdentifier($0)) }
            .mapOnAllCores(chunk: 16) { StatedFile($0) }
        async let fresh = after.filter { !old.contains(ObjectIdentifier($0)) }
            .mapOnAllCores(chunk: 16) { StatedFile($0) }
        let comparison = await ThingComparison(await gone, await fresh)
        changes = comparison.changes
        notCompared = comparison.notCompared
        let touched = Set(
            comparison.changes.flatMap { change in
                [change.before?.file.path, change.after?.file.path].compactMap { $0 }
            }
        ).union(notCompared)
        sameMeaning = await fresh.filter { file in
            !touched.contains(file.file.path)
                && !comparison.isUntouched(file.file)
        }.map(\.file.path)
    }
}

extension PlanChanges {
    /// The same with the sub-districts in the district's order; those that it does not name come last.
    package func inOrder(of subDistricts: [String]) -> PlanChanges {
        var ordered = self
        ordered.changes = changes.inOrder(of: subDistricts)
        return ordered
    }
}

/// Things of both states, each with its partner.
private struct ThingComparison: Sendable {
    let changes: [PlanChange]
    let notCompared: [String]
    private let oldFiles: [String: SourceFile]

    init(_ old: [StatedFile], _ new: [StatedFile]) async {
        let unread = Set((old + new).filter { $0.things == nil }.map(\.file.path))
        notCompared = unread.sorted { $0.precedesInBytes($1) }
        oldFiles = Dictionary(old.map { ($0.file.path, $0.file) }) { first, _ in first }
        let (before, after) = (old.flatMap { $0.things ?? [] }, new.flatMap { $0.things ?? [] })
        // What stands twice under one id is paired in its order.
        var partners = Dictionary(grouping: before.indices.reversed()) { Key(before[$0]) }
        var pairs: [(old: StatedThing?, new: StatedThing?)] = after.map { thing in
            (partners[Key(thing)]?.popLast().map { before[$0] }, thing)
        }
        pairs += partners.values.flatMap { $0 }.sorted().map { (before[$0], nil) }
        changes = await pairs.mapOnAllCores(chunk: 32) { Self.change($0.old, $0.new, unread) }.compactMap {
            $0
        }
    }

    private static func change(
        _ old: StatedThing?, _ new: StatedThing?, _ unread: Set<String>
    ) -> PlanChange? {
        guard let old, let new else {
            // The other one may be in the file that cannot be read.
            guard let thing = old ?? new, !unread.contains(thing.place.file.path) else { return nil }
            return PlanChange(old == nil ? .added : .removed, old, new)
        }
        let fields = RecordComparison(old.record, new.record).changes
        return fields.isEmpty ? nil : PlanChange(.changed, old, new, fields)
    }

    /// Whether the same bytes stood under the same path before, which git need not know.
    func isUntouched(_ file: SourceFile) -> Bool { oldFiles[file.path]?.bytes == file.bytes }

    private struct Key: Hashable {
        let kind: ChangedKind
        let id: String

        init(_ thing: StatedThing) {
            (kind, id) = (thing.kind, thing.id)
        }
    }
}

extension PlanChange {
    /// - Precondition: It was there at one of the times.
    fileprivate init(
        _ nature: Nature, _ old: StatedThing?, _ new: StatedThing?, _ fields: [FieldChange] = []
    ) {
        guard let thing = new ?? old else { preconditionFailure("something must be there to change") }
        self.init(
            kind: thing.kind, id: thing.id, name: thing.name, subDistrict: thing.subDistrict, nature: nature,
            fields: fields, before: old?.place, after: new?.place)
    }
}

extension [PlanChange] {
    /// The district's own first, then by sub-district; those that the district does not name come last.
    fileprivate func inOrder(of subDistricts: [String]) -> [PlanChange] {
        let ranks = Dictionary(zip(subDistricts, 0...)) { first, _ in first }
        let kinds = Dictionary(zip(ChangedKind.allCases, 0...)) { first, _ in first }
        func key(_ change: PlanChange) -> (Int, Int) {
            (
                change.subDistrict.map { ranks[$0] ?? subDistricts.count } ?? -1,
                kinds[change.kind] ?? kinds.count
            )
        }
        func precedes(_ one: PlanChange, _ other: PlanChange) -> Bool {
            let (left, right) = (key(one), key(other))
            guard left == right else { return left < right }
            guard let here = one.after ?? one.before, let there = other.after ?? other.before else {
                return false
            }
            guard here.file.path == there.file.path else {
                return here.file.path.precedesInBytes(there.file.path)
            }
            return here.start < there.start
        }
        return enumerated().sorted { one, other in
            precedes(one.element, other.element)
                || !precedes(other.element, one.element) && one.offset < other.offset
        }.map(\.element)
    }
}
