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
        async let changes = PlanChanges(from: pair.before.folder.files, to: pair.after.folder.files)
        let (old, new) = await PlanReader.read(
            before: PlanReader.State(pair.before.folder), after: PlanReader.State(pair.after.folder), on: day,
            progress: progress)
        async let before = ReadSide(pair.before, old, on: day)
        async let after = ReadSide(pair.after, new, on: day)
        let (start, end) = (await before, await after)
        return (
            PlanComparison(
                from: start.side, to: end.side,
                balances: await Self.balances(start.balanced, end.balanced, levels, on: day),
                changes: await changes.inOrder(
                    of: new.subDistricts.isEmpty ? old.subDistricts : new.subDistricts),
                programVersion: Version.text),
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
        async let changes = PlanChanges(from: pair.before.folder.files, to: pair.after.folder.files)
        let (old, new) = await PlanReader.read(
            before: PlanReader.State(pair.before.folder), after: PlanReader.State(pair.after.folder), on: day)
        guard let oldBook = old.book, let newBook = new.book,
            old.tally.files == memory.others.count + old.enterprises.count,
            new.tally.files == memory.others.count + new.enterprises.count,
            let (start, end) = await memories(before, after, survey, old, new, oldBook.rules, on: day),
            let oldSums = EnterpriseSums(start.sums), let newSums = EnterpriseSums(end.sums)
        else { return nil }
        let comparison = PlanComparison(
            from: ReadSide.side(pair.before, old, oldBook, start.counts),
            to: ReadSide.side(pair.after, new, newBook, end.counts),
            balances: await balances(of: newBook, oldSums, newSums, levels, on: day),
            changes: await changes.inOrder(of: new.subDistricts), programVersion: Version.text)
        return (comparison, [end, start].filter { !$0.tree.isEmpty })
    }

    /// What is known of both states: one may have to be told from the other.
    private static func memories(
        _ before: TreeMemory?, _ after: TreeMemory?, _ survey: PlanFolderSurvey, _ old: PlanReading,
        _ new: PlanReading, _ rules: RuleBook, on day: CivilDate
    ) async -> (TreeMemory, TreeMemory)? {
        if let before, let after { return (before, after) }
        let (gone, come) = (
            await EnterpriseSums(of: old.enterprises, under: rules, on: day),
            await EnterpriseSums(of: new.enterprises, under: rules, on: day)
        )
        if let before, let known = EnterpriseSums(before.sums) {
            let sums = known - gone + come
            return before.changed(
                to: survey.afterTree, without: old, with: new, sums: sums.numbers, listed: sums.base
            ).map { (before, $0) }
        }
        if let after, let known = EnterpriseSums(after.sums) {
            let sums = known - come + gone
            return after.changed(
                to: survey.beforeTree, without: new, with: old, sums: sums.numbers, listed: sums.base
            ).map { ($0, after) }
        }
        return nil
    }

    private typealias Balanced = (book: PlanBook, sums: EnterpriseSums)

    private static func balances(
        _ before: Balanced?, _ after: Balanced?, _ levels: [AlertLevel], on day: CivilDate
    ) async -> [BalanceChange]? {
        guard let before, let after else { return nil }
        return await levels.mapOnAllCores { level in
            BalanceChange(
                at: level, from: ReductionFigures.all(of: before.book, [before.sums], at: level, on: day)[0],
                to: ReductionFigures.all(of: after.book, [after.sums], at: level, on: day)[0])
        }
    }

    /// The same where all but the enterprises is one book.
    private static func balances(
        of book: PlanBook, _ before: EnterpriseSums, _ after: EnterpriseSums, _ levels: [AlertLevel],
        on day: CivilDate
    ) async -> [BalanceChange] {
        await levels.mapOnAllCores { level in
            let figures = ReductionFigures.all(of: book, [before, after], at: level, on: day)
            return BalanceChange(at: level, from: figures[0], to: figures[1])
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
