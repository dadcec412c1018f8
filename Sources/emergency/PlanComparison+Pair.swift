import Activating
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

extension PlanComparison {
    /// Reads both states of the plans, compares what they say, and balances them at some levels.
    init(
        _ pair: PlanFolderPair, levels: [AlertLevel], on day: CivilDate, progress: ProgressCount?
    ) async {
        async let readings = PlanReader.read(
            before: PlanReader.State(pair.before.folder), after: PlanReader.State(pair.after.folder), on: day,
            progress: progress)
        let (old, new) = await readings
        let subDistricts = new.subDistricts.isEmpty ? old.subDistricts : new.subDistricts
        let changes = await PlanChanges(
            from: pair.before.folder.files, to: pair.after.folder.files, subDistricts: subDistricts)
        let before = ReadSide(pair.before, old)
        let after = ReadSide(pair.after, new)
        self.init(
            from: before.side, to: after.side,
            balances: await Self.balances(before.book, after.book, levels, on: day), changes: changes,
            programVersion: Version.text)
    }

    private static func balances(
        _ before: PlanBook?, _ after: PlanBook?, _ levels: [AlertLevel], on day: CivilDate
    ) async -> [BalanceChange]? {
        guard let before, let after else { return nil }
        let time = CivilTime(day, minuteOfDay: 0)
        let tasks = levels.flatMap { level in [(level, before), (level, after)] }
        let balances = await tasks.mapOnAllCores { level, book in
            Activation(
                book, order: AlertOrder(level: level, issued: time, effective: time, end: nil, number: nil)
            ).balance
        }
        return levels.indices.map { BalanceChange(from: balances[2 * $0], to: balances[2 * $0 + 1]) }
    }
}

extension PlanComparison {
    /// One side with its book.
    fileprivate struct ReadSide {
        let side: Side
        let book: PlanBook?

        init(_ state: PlanFolderPair.State, _ reading: PlanReading) {
            // Nothing at all is not a plan in which everything is missing.
            let isThere = !state.folder.isEmpty
            book = isThere ? reading.book : nil
            let origin: Side.Origin =
                switch state.origin {
                case .commit(let revision, let commit): .commit(revision: revision, commit: commit)
                case .workingTree(let commit, let isClean): .workingTree(commit: commit, isClean: isClean)
                case .folder: .folder
                }
            side = Side(
                origin, in: state.folder.path, isThere ? reading : nil, book)
        }
    }
}

extension PlanReader.State {
    init(_ folder: PlanFolder) {
        self.init(folder.files, findings: folder.diagnostics, in: folder.path)
    }
}
