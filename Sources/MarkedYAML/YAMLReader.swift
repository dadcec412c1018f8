internal import CLibYAML
package import Diagnostics

/// Why a text is no single, plain YAML document.
package struct YAMLFault: Error, Sendable {
    package let diagnostic: Diagnostic
}

/// Turns the text of a file into a tree: in one pass when it is written as plans are, else by way of libyaml's events.
package struct YAMLReader {
    /// Nesting beyond this is refused; plans need no more than eight.
    package static let deepest = 64
    /// What aliases may add to a document when written out: a tenfold of it plus this many nodes.
    package static let aliasAllowance: UInt64 = 10_000
    /// How many bytes of text count like one node more: a long text can be repeated as well as many short ones.
    private static let bytesOfANode = 64

    let file: SourceFile
    let scan: TextScan
    private var records: [YAMLRecord] = []
    private var arena: [UInt8] = []
    private var open: [Int] = []
    private var anchors: [String: Int] = [:]
    /// Every alias by its record, and the record that it stands for; in the order of records.
    private var aliases: [(index: Int, target: Int)] = []

    private init(file: SourceFile, scan: TextScan) {
        self.file = file
        self.scan = scan
        records.reserveCapacity(file.bytes.count / 12 + 16)
        arena.reserveCapacity(file.bytes.count + 1)
        // Never empty, so that there is always an address to point to.
        arena.append(0)
    }

    /// Reads one document.
    /// - Throws: The first thing that makes the text unreadable, with its place.
    package static func read(_ file: SourceFile) throws(YAMLFault) -> YAMLTree {
        let scan = file.bytes.withUnsafeBufferPointer(TextScan.init)
        if let tree = PlainScanner.read(file, scan) { return tree }
        return try readByLibYAML(file, scan)
    }

    /// The long way, which knows all of YAML and every fault.
    static func readByLibYAML(_ file: SourceFile, _ scan: TextScan) throws(YAMLFault) -> YAMLTree {
        var reader = YAMLReader(file: file, scan: scan)
        try reader.run()
        try reader.checkAliasBudget()
        return YAMLTree(file: file, records: reader.records, arena: reader.arena, scan: reader.scan)
    }

    private mutating func run() throws(YAMLFault) {
        try refuseInvisibleBreaks()
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            preconditionFailure("libyaml has no memory for a parser")
        }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)

        // libyaml keeps the pointer, so the whole run happens while the bytes are pinned;
        // typed throws do not pass through the closure, hence the carried fault.
        let fault: YAMLFault? = file.bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[file.markLength...])
            yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
            do throws(YAMLFault) {
                try consumeEvents(&parser)
                return nil
            } catch {
                return error
            }
        }
        if let fault { throw fault }
    }

    private mutating func consumeEvents(_ parser: inout yaml_parser_t) throws(YAMLFault) {
        var event = yaml_event_t()
        var documents = 0
        while true {
            guard yaml_parser_parse(&parser, &event) == 1 else { throw syntaxFault(parser) }
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_DOCUMENT_START_EVENT:
                documents += 1
                if documents > 1 {
                    throw fault(
                        .secondDocument, span(event),
                        Phrase(zh: "文件里有第二个 YAML 文档", en: "a second YAML document starts here"),
                        help: Phrase(
                            zh: "一个文件只放一个文档：删去“---”，或把后面的内容移到另一个文件",
                            en:
                                "keep one document a file: delete '---' or move what follows to a file of its own"
                        ))
                }
            case YAML_SCALAR_EVENT:
                try addScalar(event)
            case YAML_SEQUENCE_START_EVENT:
                let data = event.data.sequence_start
                try startContainer(.sequence, tag: data.tag, anchor: data.anchor, event)
            case YAML_MAPPING_START_EVENT:
                let data = event.data.mapping_start
                try startContainer(.mapping, tag: data.tag, anchor: data.anchor, event)
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                endContainer(event)
            case YAML_ALIAS_EVENT:
                try addAlias(event)
            case YAML_STREAM_END_EVENT:
                return
            default:
                break
            }
        }
    }

    private mutating func addScalar(_ event: yaml_event_t) throws(YAMLFault) {
        let data = event.data.scalar
        try checkTag(data.tag, event)
        remember(data.anchor)
        let length = Int(data.length)
        let offset = arena.count
        arena.append(contentsOf: UnsafeBufferPointer(start: data.value, count: length))
        records.append(
            record(
                .scalar, event, isPlain: data.style == YAML_PLAIN_SCALAR_STYLE && data.tag == nil,
                text: offset, length: length))
    }

    private mutating func startContainer(
        _ kind: YAMLRecord.Kind, tag: UnsafeMutablePointer<yaml_char_t>?,
        anchor: UnsafeMutablePointer<yaml_char_t>?, _ event: yaml_event_t
    ) throws(YAMLFault) {
        try checkTag(tag, event)
        guard open.count < Self.deepest else {
            throw fault(
                .tooDeep, span(event),
                Phrase(
                    zh: "嵌套超过 \(Self.deepest) 层",
                    en: "nested more than \(Self.deepest) deep"))
        }
        remember(anchor)
        open.append(records.count)
        records.append(record(kind, event))
    }

    private mutating func endContainer(_ event: yaml_event_t) {
        guard let container = open.popLast() else { return }
        records[container].next = UInt32(records.count)
        // A block's end event stands at the next token, lines below; its last child ends where people see it end.
        let isFlow = event.start_mark.index != event.end_mark.index
        let last = isFlow ? nil : lastChild(of: container)
        records[container].endLine = last.map { records[$0].endLine } ?? UInt32(event.end_mark.line)
        records[container].endColumn = last.map { records[$0].endColumn } ?? UInt32(event.end_mark.column)
    }

    /// The record whose end is a block container's end: the last node of all inside it.
    private func lastChild(of container: Int) -> Int? {
        var index = container + 1
        var last: Int?
        while index < records.count {
            last = index
            index = Int(records[index].next)
        }
        return last
    }

    private mutating func addAlias(_ event: yaml_event_t) throws(YAMLFault) {
        let name = String(cString: event.data.alias.anchor)
        guard let target = anchors[name] else {
            throw fault(
                .undefinedAlias, span(event),
                Phrase(zh: "没有名为“&\(name)”的锚点", en: "no anchor '&\(name)' stands before this alias"))
        }
        guard !open.contains(target) else {
            throw fault(
                .aliasCycle, span(event),
                Phrase(zh: "别名“*\(name)”包含它自己", en: "alias '*\(name)' contains itself"))
        }
        aliases.append((records.count, target))
        records.append(record(.alias, event, text: target))
    }

    private mutating func remember(_ anchor: UnsafeMutablePointer<yaml_char_t>?) {
        guard let anchor else { return }
        anchors[String(cString: anchor)] = records.count
    }

    private func checkTag(
        _ tag: UnsafeMutablePointer<yaml_char_t>?, _ event: yaml_event_t
    ) throws(YAMLFault) {
        guard let tag else { return }
        let name = String(cString: tag)
        guard name != "tag:yaml.org,2002:str", name != "!" else { return }
        throw fault(
            .foreignTag, span(event),
            Phrase(zh: "不接受标签“\(name)”", en: "the tag '\(name)' is not accepted"),
            help: Phrase(zh: "删去标签，值的类型由键决定", en: "delete the tag; the key decides how its value is read"))
    }

    /// Refuses documents that grow without measure when their aliases are written out.
    private func checkAliasBudget() throws(YAMLFault) {
        guard let last = aliases.last else { return }
        // What stands before each record, counted in nodes.
        var before: [UInt64] = [0]
        before.reserveCapacity(records.count + 1)
        var nodes: UInt64 = 0
        for record in records {
            nodes += 1 + UInt64(record.length) / UInt64(Self.bytesOfANode)
            before.append(nodes)
        }
        let most = nodes * 10 + Self.aliasAllowance
        var added = [UInt64](repeating: 0, count: aliases.count)
        var total = nodes
        for (position, alias) in aliases.enumerated() {
            // What an alias adds: its target's own records, and what the aliases inside that target add.
            let end = Int(records[alias.target].next)
            var size = before[end] - before[alias.target]
            var earlier = firstAlias(at: alias.target)
            while earlier < position, aliases[earlier].index < end, size <= most {
                size = size.addingReportingOverflow(added[earlier]).partialValue
                earlier += 1
            }
            added[position] = min(size, most + 1)
            total = min(total + added[position], most + 1)
            if total > most { break }
        }
        if total > most {
            throw fault(
                .aliasBudget,
                records[last.index].span(in: file),
                Phrase(
                    zh: "别名展开后超过 \(most) 个节点",
                    en: "aliases would grow this file beyond \(most) nodes"))
        }
    }

    private func firstAlias(at index: Int) -> Int {
        var low = 0
        var high = aliases.count
        while low < high {
            let middle = (low + high) / 2
            if aliases[middle].index < index { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func record(
        _ kind: YAMLRecord.Kind, _ event: yaml_event_t, isPlain: Bool = false, text: Int = 0, length: Int = 0
    ) -> YAMLRecord {
        YAMLRecord(
            kind: kind, isPlain: isPlain, next: UInt32(records.count + 1), text: UInt32(text),
            length: UInt32(length), startLine: UInt32(event.start_mark.line),
            startColumn: UInt32(event.start_mark.column), endLine: UInt32(event.end_mark.line),
            endColumn: UInt32(event.end_mark.column))
    }

    private func span(_ event: yaml_event_t) -> SourceSpan {
        SourceSpan(file: file, start: position(event.start_mark), end: position(event.end_mark))
    }

    func position(_ mark: yaml_mark_t) -> SourcePosition {
        SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    func fault(_ rule: RuleID, _ place: SourceSpan, _ message: Phrase, help: Phrase? = nil)
        -> YAMLFault
    {
        YAMLFault(diagnostic: Diagnostic(rule, message, at: place, help: help))
    }
}
