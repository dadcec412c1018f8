import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

extension PlanOptions {
    /// Finds all faults, sparing what an earlier check has found in order, and remembers for the next one.
    /// - Throws: Exit code 2 after one sentence when the outside does not let us.
    func findings(on day: CivilDate, usesCache: Bool) async throws -> (
        folder: PlanFolder, reading: PlanReading
    ) {
        do throws(PlanFilesError) {
            let folder = try await PlanFolder.read(plans)
            let cache = usesCache ? CheckCache(for: folder.path) : nil
            let reading = await reading(of: folder, on: day, cache)
            if let cache, let memory = reading.memory { cache.save(memory) }
            return (folder, reading)
        } catch {
            throw Terminal.shared.told(error)
        }
    }

    /// What was found at an earlier revision of the plans; most of it is remembered from the plans as they are.
    func findings(on day: CivilDate, at revision: String, usesCache: Bool) async throws -> (
        commit: String, findings: [Diagnostic]
    ) {
        do throws(PlanFilesError) {
            let (folder, commit) = try await PlanFolder.read(plans, at: revision)
            // A folder that was not there yet had no findings.
            guard !folder.files.isEmpty else { return (commit, []) }
            let cache = usesCache ? CheckCache(for: folder.path) : nil
            return (commit, await reading(of: folder, on: day, cache).diagnostics)
        } catch {
            throw Terminal.shared.told(error)
        }
    }

    private func reading(of folder: PlanFolder, on day: CivilDate, _ cache: CheckCache?) async -> PlanReading
    {
        var memory: ReadingMemory?
        if let cache {
            memory = ReadingMemory(
                keys: await cache.fingerprints(of: folder.files), program: ProgramFile.identity,
                stored: cache.payload)
        }
        let line = ProgressLine(of: .checking, on: Terminal.shared)
        defer { line?.clear() }
        return await PlanReader.read(
            folder.files, in: folder.path, on: day, for: .findings, earlier: folder.diagnostics,
            memory: memory, progress: line?.count(of: folder.files.count))
    }
}
