import Diagnostics
import MarkedYAML
import PlanReading
import TestSupport
import Testing

/// What differs between plans, held by changing one value at a time.
struct PlanChangesTests {
    private static let rounds = 12

    @Test func theSamePlansSayTheSame() async throws {
        let files = try planFiles(below: samplePlans)
        let again = try planFiles(below: samplePlans)
        let changes = await PlanChanges(from: files, to: again)
        #expect(changes.isEmpty && changes.changes.isEmpty && changes.sameMeaning.isEmpty)
    }

    /// Keys in the other language, other line ends, comments, other paths: none of it is a change.
    @Test func whatIsOnlyWrittenOtherwiseIsNoChange() async throws {
        let files = try planFiles(below: samplePlans)
        var renamed = 0
        let other = try files.map { file in
            var text = file.text
            for (span, name) in try Self.keys(of: file).reversed() {
                text.replaceSubrange(text.range(of: span), with: name)
                renamed += 1
            }
            text = "# 别的注释\n" + text.replacing("\n", with: "\r\n")
            return SourceFile(
                path: file.path.replacing("示例", with: "改名"), bytes: Array(text.utf8))
        }
        #expect(renamed > 5000)
        let changes = await PlanChanges(
            from: files, to: other.sorted { $0.path.precedesInBytes($1.path) })
        #expect(changes.changes.isEmpty, "\(changes.changes.first.map { "\($0)" } ?? "")")
        #expect(changes.notCompared.isEmpty)
        #expect(changes.sameMeaning.count == files.count)
    }

    @Test func amountsAreComparedByWhatTheyMean() async throws {
        for (key, old, new, isSame) in [
            ("emissions: {PM: ", "690 g/d}", "0.69 kg/d}", true),
            ("emissions: {PM: ", "690 g/d}", "691 g/d}", false),
            ("emissions: {PM: ", "3 t/a}", "3000 kg/a}", true),
            ("emissions: {PM: ", "365 kg/a}", "1 kg/d}", false), ("stopNeeds: ", "2 h", "120 min", true),
            ("throughput: ", "12 t/d", "12.0 t/d", true), ("throughput: ", "12 t/d", "12 kg/d", false),
            ("status: ", "idle", "长期停产", true), ("status: ", "idle", "standby", false),
        ] {
            let text = "kind: enterprise\nid: A\nlines: [{id: L1, \(key)\(old)}]\n"
            let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
            let changes = await PlanChanges(
                from: [file], to: [file.with(text.replacing(old, with: new))])
            #expect(changes.isEmpty == isSame, "\(old) \(new)")
        }
    }

    @Test func thingsAreKnownByTheirIdsAndPairedByThem() async throws {
        let before = SourceFile(
            path: "people.yaml",
            bytes: Array("kind: people\nsubDistrict: 甲\npeople: [{id: a, posts: [x]}, {id: b}]\n".utf8))
        let after = [
            SourceFile(
                path: "new.yaml",
                bytes: Array("kind: people\nsubDistrict: 乙\npeople: [{id: a, posts: [x, y]}]\n".utf8)
            ),
            SourceFile(
                path: "people.yaml",
                bytes: Array("kind: people\nsubDistrict: 甲\npeople: [{id: c}]\n".utf8)),
        ]
        let changes = await PlanChanges(from: [before], to: after).inOrder(of: ["乙", "甲"]).changes
        #expect(
            changes.map { "\($0.subDistrict ?? "") \($0.kind) \($0.id) \($0.nature)" } == [
                "乙 staff 乙 added", "乙 person a changed", "甲 person c added", "甲 person b removed",
            ])
        #expect(changes[1].fields.count == 2, "the sub-district and the posts")
    }

    @Test func whatCannotBeReadIsNotCalledRemoved() async throws {
        let file = SourceFile(path: "a.yaml", bytes: Array("kind: enterprise\nid: A\n".utf8))
        for text in ["kind: [\n", "kind: other\n", "", "- a\n", "kind: enterprise\nid: A\n\tx: y\n"] {
            for (one, other) in [(file, file.with(text)), (file.with(text), file)] {
                let changes = await PlanChanges(from: [one], to: [other])
                #expect(changes.notCompared == ["a.yaml"] && changes.changes.isEmpty, "\(text)")
                #expect(!changes.isEmpty)
            }
        }
    }

    /// One value of one file changed: exactly it is reported, under its record and its key.
    @Test func everyValueThatChangesIsReportedWhereItStands() async throws {
        let files = try planFiles(below: samplePlans) + ShippedRules.files
        var tried = 0
        var keys: Set<String> = []
        for (index, file) in files.enumerated() {
            let leaves = try Self.leaves(of: file)
            for round in 0..<Self.rounds {
                var seeded = Seeded(UInt64(index * 100 + round))
                guard let leaf = leaves.randomElement(using: &seeded) else { continue }
                var text = file.text
                text.replaceSubrange(text.range(of: leaf.place), with: "\"改 \(round)\"")
                let changes = await PlanChanges(from: [file], to: [file.with(text)])
                let what = "\(file.path) \(leaf.keys.joined(separator: ".")) \(leaf.place.location)"
                try Self.expect(leaf, in: changes, what)
                tried += 1
                keys.insert(leaf.keys.joined(separator: "."))
            }
        }
        #expect(tried > 1200 && keys.count > 100, "\(tried) \(keys.count)")
    }

    private static func expect(_ leaf: Leaf, in changes: PlanChanges, _ what: String) throws {
        #expect(!changes.isEmpty, "\(what) is not reported")
        // Of what is not known any more by its name nothing but coming and going can be said.
        guard !leaf.isIdentity else { return }
        #expect(changes.changes.count == 1, "\(what): \(changes.changes.count) things")
        let change = try #require(changes.changes.first, "\(what)")
        #expect(change.nature == .changed && change.id == leaf.id, "\(what): \(change.id)")
        #expect(change.fields.count == 1, "\(what): \(change.fields.count) values")
        let field = try #require(change.fields.first)
        let place = try #require(field.after?.place)
        #expect(
            place.start <= leaf.place.start && leaf.place.start <= place.end, "\(what): \(place.location)")
        let path = field.path.compactMap { step in
            if case .key(let name) = step { name.english } else { nil }
        }
        #expect(leaf.keys.starts(with: path) && !path.isEmpty, "\(what): \(path)")
        // Orders are said whole; everything else by its own key.
        #expect(path == leaf.keys || path.first == "measures" || path.first == "reserve", "\(what): \(path)")
    }

    // MARK: - What stands in a file

    /// A value at the end of a path of keys.
    private struct Leaf {
        /// English, from the thing down.
        let keys: [String]
        /// The thing's.
        let id: String
        let place: SourceSpan
        /// Whether it names the thing, or the entry of a list that it stands in.
        let isIdentity: Bool
    }

    private static func leaves(of file: SourceFile) throws -> [Leaf] {
        try YAMLReader.read(file).withRoot { root in
            guard let root, let kind = kind(of: root) else { return [] }
            var found: [Leaf] = []
            collect(root, kind.form, [], id: ownID(of: root, kind, in: file), false, into: &found)
            // Without its kind a file is not compared at all; a source has a kind too.
            return found.filter { $0.place.start != value("kind", in: root)?.span.start }
        }
    }

    /// Lists whose entries are things by themselves.
    private static let listsOfThings: Set<String> = ["sources", "people"]

    private static func collect(
        _ node: YAMLNode, _ form: Form?, _ keys: [String], id: String, _ isIdentity: Bool,
        into found: inout [Leaf]
    ) {
        switch node.kind {
        case .scalar:
            found.append(Leaf(keys: keys, id: id, place: node.span, isIdentity: isIdentity))
        case .sequence:
            let item: Form? = if case .list(let item) = form { item } else { nil }
            for node in node.items {
                // Entries that are mappings are known by their id, or by what they say first.
                let isThing =
                    keys.count == 1 && (listsOfThings.contains(keys[0]) || id == "" && keys == ["measures"])
                let thing = isThing ? value("id", in: node)?.text ?? id : id
                collect(node, item, isThing ? [] : keys, id: thing, isIdentity, into: &found)
            }
        case .mapping:
            guard case .record(_, let fields) = form else { return }
            let names = node.pairs.map { pair in
                fields.first { [$0.english, $0.chinese].contains(pair.key.text) }?.english ?? pair.key.text
            }
            let ranked = fields.map(\.english).filter(names.contains)
            let subject = ranked.contains("id") ? "id" : ranked.first
            let isFile = keys.isEmpty && names.contains("kind") && fields.first?.english == "kind"
            for (name, pair) in zip(names, node.pairs) {
                let field = fields.first { $0.english == name }
                let names =
                    isFile
                    ? ["id", "name", "year", "subDistrict", "sector"].contains(name)
                        && !(name == "name" && ranked.contains("id"))
                        && !(name == "subDistrict" && ranked.contains("id"))
                    : name == subject && !isSingle(keys)
                collect(
                    pair.value, field?.form, keys + [name], id: id, isIdentity || names, into: &found)
            }
        }
    }

    /// A record under a key of its own has no name to be known by.
    private static func isSingle(_ keys: [String]) -> Bool {
        guard let last = keys.last else { return false }
        return [
            "location", "industry", "permit", "rating", "responsible", "deputy", "emissions", "limits",
            "meter",
            "transport", "exemption", "retrofit", "machines", "wishes", "baseline", "targets", "standards",
            "rules", "ban", "bounds", "deadlines", "enterprise", "cuts", "appliesTo", "need", "rounds",
            "weights",
            "lift", "least", "yellow", "orange", "red",
        ].contains(last) && !(["measures", "reserve"].contains(keys.dropLast().last ?? ""))
    }

    private static func kind(of root: YAMLNode) -> PlanFileKind? {
        value("kind", in: root).flatMap { PlanFileKind(rawValue: $0.text) }
    }

    private static func ownID(of root: YAMLNode, _ kind: PlanFileKind, in file: SourceFile) -> String {
        switch kind {
        case .district, .patrol, .duty, .measures: ""
        case .holidays: value("year", in: root)?.text ?? ""
        case .subDistrict: value("name", in: root)?.text ?? ""
        case .people: value("subDistrict", in: root)?.text ?? ""
        case .enterprise, .ratings, .targets, .grading, .airQuality, .exemptions:
            value("id", in: root)?.text ?? file.path
        }
    }

    private static func value(_ key: String, in node: YAMLNode) -> YAMLNode? {
        node.pairs.first { $0.key.text == key }?.value
    }

    /// Every key of a file with its name in the other language.
    private static func keys(of file: SourceFile) throws -> [(SourceSpan, String)] {
        try YAMLReader.read(file).withRoot { root in
            guard let root, let kind = kind(of: root) else { return [] }
            var found: [(SourceSpan, String)] = []
            func collect(_ node: YAMLNode, _ form: Form) {
                if case .list(let item) = form { for node in node.items { collect(node, item) } }
                guard case .record(_, let fields) = form else { return }
                for (key, value) in node.pairs {
                    guard let field = fields.first(where: { $0.english == key.text }) else { continue }
                    found.append((key.span, field.chinese))
                    collect(value, field.form)
                }
            }
            collect(root, kind.form)
            return found
        }
    }
}

extension String {
    /// A place in this text, whose lines end in line feeds.
    fileprivate func range(of span: SourceSpan) -> Range<String.Index> {
        index(of: span.start)..<index(of: span.end)
    }

    private func index(of position: SourcePosition) -> String.Index {
        var start = unicodeScalars.startIndex
        for _ in 1..<position.line {
            guard let end = unicodeScalars[start...].firstIndex(of: "\n") else { break }
            start = unicodeScalars.index(after: end)
        }
        return unicodeScalars.index(start, offsetBy: position.column - 1)
    }
}
