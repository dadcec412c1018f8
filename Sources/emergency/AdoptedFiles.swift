import Activating
import Diagnostics
import Editing
import PlanFiles
import PlanModel
import PlanReading
import Printing

/// The plan files with a proposal's choice written into them.
struct AdoptedFiles {
    private let proposal: Proposal
    /// The chosen options of each file, in the order of the proposal.
    private let options: [(file: SourceFile, places: [SourceSpan])]

    init(_ choice: Proposal.Choice, _ proposal: Proposal) {
        self.proposal = proposal
        var options: [(file: SourceFile, places: [SourceSpan])] = []
        for option in choice.options {
            let place = option.option.measure.place
            if options.last?.file.path == place.file.path {
                options[options.count - 1].places.append(place)
            } else {
                options.append((place.file, [place]))
            }
        }
        self.options = options
    }

    /// Writes all files, once it is proven that the plans will then cut to the gram what was proposed.
    /// - Throws: An exit code after one sentence; unless that says otherwise, nothing has been written.
    func write(_ plans: PlanOptions) async throws {
        let terminal = Terminal.shared
        var changed: [(file: SourceFile, bytes: [UInt8])] = []
        for (file, places) in options {
            do throws(Refusal) {
                let bytes = try AdoptedMeasures.adopting(places, at: proposal.before.order.level, in: file)
                changed.append((file, bytes))
            } catch {
                terminal.complain(error.message, help: error.help)
                throw Failure.findings.code
            }
        }
        let news = try await proven(changed, plans)
        for (index, change) in changed.enumerated() {
            do throws(PlanFilesError) {
                try PlanFileWriter.replace(change.file, with: change.bytes)
            } catch {
                takeBack(changed[..<index])
                throw terminal.told(error)
            }
        }
        let names = changed.map { "  \(harmless($0.file.path))\n" }.joined()
        terminal.note(
            terminal.say(
                "已写入 \(changed.count) 个计划文件：\n\(names)用 git diff 看改动。\n",
                "Wrote \(changed.count) plan file\(changed.count == 1 ? "" : "s"):\n\(names)See the change with git diff.\n"
            ))
        guard !news.isEmpty else { return }
        terminal.note(
            terminal.say("改后 check 会多出：\n\n", "A check now finds besides:\n\n")
                + news.map { $0.text(in: terminal.errorStyle) }.joined(separator: "\n"))
    }

    /// Puts files that were written already back to what they said: a choice is in the plans whole or not at all.
    private func takeBack(_ written: ArraySlice<(file: SourceFile, bytes: [UInt8])>) {
        for (file, bytes) in written {
            do throws(PlanFilesError) {
                try PlanFileWriter.replace(SourceFile(path: file.path, bytes: bytes), with: file.bytes)
            } catch {
                Terminal.shared.complain(
                    Phrase(
                        zh: "\(file.path) 已经写了，退不回去", en: "\(file.path) was written and could not be put back"
                    ),
                    help: Phrase(zh: "用 git checkout 退回", en: "put it back with git checkout"))
            }
        }
    }

    /// Reads all plans as they will be and activates them.
    /// - Returns: What a check will find then that it does not find now.
    private func proven(_ changed: [(file: SourceFile, bytes: [UInt8])], _ plans: PlanOptions) async throws
        -> [Diagnostic]
    {
        let order = proposal.before.order
        let (folder, earlier) = try await plans.read(on: order.effective.date)
        let bytes = Dictionary(uniqueKeysWithValues: changed.map { ($0.file.path, $0.bytes) })
        let files = folder.files.map { file in
            bytes[file.path].map { SourceFile(path: file.path, bytes: $0) } ?? file
        }
        let reading = await PlanReader.read(files, in: folder.path, on: order.effective.date)
        let (promised, found) = (
            proposal.after.balance, reading.book.map { Activation($0, order: order).balance }
        )
        let holds = found.map { found in
            Pollutant.allCases.allSatisfy {
                found.figures[$0].cut == promised.figures[$0].cut
                    && found.figures[$0].base == promised.figures[$0].base
            }
        }
        guard holds ?? false else {
            Terminal.shared.complain(
                Phrase(
                    zh: "写入后的计划与所选措施的削减不符，什么都没有写",
                    en: "the plans as they would be written do not cut what was proposed; nothing was written"
                ),
                help: Phrase(
                    zh: "计划可能刚被改过：再运行一次",
                    en: "somebody may have changed the plans just now: run the command again"))
            throw Failure.findings.code
        }
        return reading.diagnostics.brought(
            since: earlier.diagnostics, having: Set(folder.files.map(\.path)))
    }
}
