import ArgumentParser
import Diagnostics
import Editing
import PlanFiles
import Printing

struct FormatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: Terminal.shared.say(
            "把计划文件改成统一的写法，注释一条不丢。", "Put plan files into canonical form without losing a comment."),
        discussion: Terminal.shared.say(
            """
            键按 docs/plan-format.md 的顺序排，每层缩进两格，括号和冒号后的空格统一，
            多余的空行和行尾空格去掉。值、引号、锚点、注释一字不改：改完再读一遍，
            说的不一样就不写。有语法错误的文件不动，并写明错在哪里。
            例：
              emergency fmt                        Plans/ 下的全部文件
              emergency fmt Plans/district.yaml    只改一个文件
              emergency fmt --check                不写，只列出要改的；可用在提交前
            退出码：0 都已统一；1 有文件没有动，或 --check 时有文件要改；
            2 读不了或写不了。
            """,
            """
            Keys go into the order of docs/plan-format.md, blocks are indented by two,
            brackets and colons are spaced one way, spare empty lines and spaces at line
            ends go. Values, quotes, anchors and comments stay to the letter: the result
            is read again, and not written if it says anything else. Files that are no
            YAML are left alone, with the fault and its place.
            Examples:
              emergency fmt                        all files below Plans/
              emergency fmt Plans/district.yaml    one file
              emergency fmt --check                write nothing, name what would change
            Exit codes: 0 all in form; 1 a file was left alone, or would change with
            --check; 2 could not read or write.
            """))

    @Argument(
        help: ArgumentHelp(
            Terminal.shared.say("文件或文件夹；省略即整个计划文件夹。", "Files or folders; all plans when left out."),
            valueName: "path"),
        completion: .file(extensions: ["yaml", "yml"]))
    var paths: [String] = []

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say("不写，只列出要改的文件。", "Write nothing; name the files that would change.")))
    var check = false

    @OptionGroup var options: PlanOptions

    func run() async throws {
        let terminal = Terminal.shared
        let folders = try await read()
        var seen: Set<String> = []
        let files = folders.flatMap(\.files).filter { seen.insert($0.path).inserted }
        let outcomes = await files.mapOnAllCores { PlanFormatting.format($0) }
        var findings = folders.flatMap(\.diagnostics)
        var rewritten = 0
        for (file, outcome) in zip(files, outcomes) {
            switch outcome {
            case .canonical: break
            case .leftAlone(let finding): findings.append(finding)
            case .rewritten(let bytes):
                if !check { try write(file, bytes) }
                try terminal.put(harmless(file.path) + "\n")
                rewritten += 1
            }
        }
        for finding in findings.inReadingOrder() {
            terminal.note(finding.text(in: terminal.errorStyle) + "\n")
        }
        let left = findings.count(of: .error)
        try terminal.put(tally(files.count, rewritten: rewritten, left: left))
        if left > 0 || check && rewritten > 0 { throw Failure.findings.code }
    }

    private func read() async throws -> [PlanFolder] {
        do throws(PlanFilesError) {
            return paths.isEmpty
                ? [try await PlanFolder.read(options.plans)] : try await PlanFolder.read(each: paths)
        } catch {
            throw Terminal.shared.told(error)
        }
    }

    private func write(_ file: SourceFile, _ bytes: [UInt8]) throws {
        do throws(PlanFilesError) {
            try PlanFileWriter.replace(file, with: bytes)
        } catch {
            throw Terminal.shared.told(error)
        }
    }

    private func tally(_ files: Int, rewritten: Int, left: Int) -> String {
        let style = Terminal.shared.outputStyle
        let seen = style.say("\(files) 个文件：", "\(files) file\(files == 1 ? "" : "s"): ")
        let done: String
        if rewritten == 0, left == 0 {
            done = style.say("都已是统一的写法", "all in canonical form")
        } else if check {
            done = style.say("\(rewritten) 个要改", "\(rewritten) would change")
        } else {
            done = style.say("\(rewritten) 个已改", "\(rewritten) rewritten")
        }
        let kept = style.say("，\(left) 个没有动", ", \(left) left alone")
        let tone: TextStyle.Tone = left > 0 || check && rewritten > 0 ? .bad : .good
        return seen + style.paint(done + (left > 0 ? kept : ""), tone) + "\n"
    }
}
