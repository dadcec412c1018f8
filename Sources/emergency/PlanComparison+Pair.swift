import Activating
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

extension PlanComparison {
    /// Reads both states of the plans, compares what they say, and balances them at some levels.
    /// - Returns: The comparison, and what to remember of trees that had no errors.
    static func whole(
        of pair: PlanFolderPair, levels: [AlertLevel], on day: CivilDate, stamp: String,
        progress: ProgressCount?
    ) async -> (comparison: PlanComparison, memories: [TreeMemory]) {
        let (old, new) = await PlanReader.read(
            before: PlanReader.State(pair.before.folder), after: PlanReader.State(pair.after.folder), on: day,
            progress: progress)
        async let changes = PlanChanges(
            from: pair.before.folder.files, to: pair.after.folder.files,
            subDistricts: new.subDistricts.isEmpty ? old.subDistricts : new.subDistricts)
        async let before = ReadSide(pair.before, old, on: day)
        async let after = ReadSide(pair.after, new, on: day)
        let (start, end) = (await before, await after)
        return (
            PlanComparison(
                from: start.side, to: end.side,
                balances: await Self.balances(start.balanced, end.balanced, levels, on: day),
                changes: await changes, programVersion: Version.text),
            [start, end].compactMap { $0.memory(stamp: stamp) }
        )
    }

    /// Reads only what differs, where the rest of one of the states is remembered and nothing but enterprises differs.
    /// - Returns: nil where all has to be read.
    static func sparing(
        _ survey: PlanFolderSurvey, known: [TreeMemory], levels: [AlertLevel], on day: CivilDate
    ) async -> (comparison: PlanComparison, memories: [TreeMemory])? {
        let before = known.first { $0.tree == survey.beforeTree }
        let after = survey.afterTree.flatMap { tree in known.first { $0.tree == tree } }
        guard let memory = before ?? after,
            let pair = await survey.read(
                with: memory.others.map { PlanTreeMark.File(name: $0.name, blob: $0.blob) })
        else { return nil }
        let (old, new) = await PlanReader.read(
            before: PlanReader.State(pair.before.folder), after: PlanReader.State(pair.after.folder), on: day)
        guard let oldBook = old.book, let newBook = new.book,
            old.tally.files == memory.others.count + old.enterprises.count,
            new.tally.files == memory.others.count + new.enterprises.count
        else { return nil }
        let gone = await EnterpriseSums(of: old.enterprises, under: oldBook.rules, on: day)
        let come = await EnterpriseSums(of: new.enterprises, under: newBook.rules, on: day)
        guard let sums = EnterpriseSums(memory.sums) else { return nil }
        let isFromBefore = before != nil
        let other = isFromBefore ? sums - gone + come : sums - come + gone
        let derived = memory.changed(
            to: isFromBefore ? survey.afterTree : survey.beforeTree, without: isFromBefore ? old : new,
            with: isFromBefore ? new : old, sums: other.numbers, listed: other.base)
        guard let derived else { return nil }
        let (oldMemory, newMemory) = isFromBefore ? (memory, derived) : (derived, memory)
        let (oldSums, newSums) = isFromBefore ? (sums, other) : (other, sums)
        async let changes = PlanChanges(
            from: pair.before.folder.files, to: pair.after.folder.files, subDistricts: new.subDistricts)
        let comparison = PlanComparison(
            from: ReadSide.side(pair.before, old, oldBook, oldMemory.counts),
            to: ReadSide.side(pair.after, new, newBook, newMemory.counts),
            balances: await balances((oldBook, oldSums), (newBook, newSums), levels, on: day),
            changes: await changes, programVersion: Version.text)
        return (comparison, [derived, memory].filter { !$0.tree.isEmpty })
    }

    private typealias Balanced = (book: PlanBook, sums: EnterpriseSums)

    private static func balances(
        _ before: Balanced?, _ after: Balanced?, _ levels: [AlertLevel], on day: CivilDate
    ) async -> [BalanceChange]? {
        guard let before, let after else { return nil }
        let figures = await levels.flatMap { [($0, before), ($0, after)] }.mapOnAllCores { level, side in
            ReductionFigures(of: side.book, side.sums, at: level, on: day)
        }
        return levels.indices.map {
            BalanceChange(at: levels[$0], from: figures[2 * $0], to: figures[2 * $0 + 1])
        }
    }
}

/// One side as it was read whole.
private struct ReadSide: Sendable {
    let side: PlanComparison.Side
    /// nil where it cannot be balanced.
    let balanced: (book: PlanBook, sums: EnterpriseSums)?
    private let state: PlanFolderPair.State
    private let reading: PlanReading

    init(_ state: PlanFolderPair.State, _ reading: PlanReading, on day: CivilDate) async {
        // Nothing at all is not a plan in which everything is missing.
        let isThere = !state.folder.isEmpty
        let book = isThere ? reading.book : nil
        self.state = state
        self.reading = reading
        side = PlanComparison.Side(
            Self.origin(state.origin), in: state.folder.path, isThere ? reading.tally : nil,
            errors: isThere ? reading.diagnostics.filter { $0.severity == .error } : [], book)
        if let book {
            balanced = (
                book, await EnterpriseSums(of: book.enterprises, under: book.rules, on: day)
            )
        } else {
            balanced = nil
        }
    }

    /// What to remember of it; nil where it is no tree of git, or has errors.
    func memory(stamp: String) -> TreeMemory? {
        guard let tree = state.tree, let balanced else { return nil }
        return TreeMemory(
            tree: tree.id, stamp: stamp, files: tree.files.map { ($0.name, $0.blob) }, reading,
            in: state.folder.path, sums: balanced.sums.numbers)
    }

    /// A side of which only some enterprises were read.
    static func side(
        _ state: PlanFolderPair.State, _ reading: PlanReading, _ book: PlanBook,
        _ counts: (files: Int, enterprises: Int)
    ) -> PlanComparison.Side {
        var tally = reading.tally
        tally.files = counts.files
        tally.enterprises = counts.enterprises
        return PlanComparison.Side(
            origin(state.origin), in: state.folder.path, tally, errors: [], book)
    }

    private static func origin(_ origin: PlanFolderPair.Origin) -> PlanComparison.Side.Origin {
        switch origin {
        case .commit(let revision, let commit): .commit(revision: revision, commit: commit)
        case .workingTree(let commit, let isClean): .workingTree(commit: commit, isClean: isClean)
        case .folder: .folder
        }
    }
}

extension PlanReader.State {
    init(_ folder: PlanFolder) {
        self.init(folder.files, findings: folder.diagnostics, in: folder.path)
    }
}
