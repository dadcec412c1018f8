import Diagnostics
import PlanModel

/// The colours that a headline names: one, or the one to which others change.
struct ColorMentions {
    /// In the order of the text, each stretch of equal ones once.
    private let colors: [AlertColor]
    /// Those behind the last 为, 至 or 到: 由黄色升级为橙色.
    private let results: Set<AlertColor>

    /// More of a headline is none.
    private static let longest = 400

    init(_ text: String) {
        let text = String(text.prefix(Self.longest))
        let found = Self.found(in: text)
        colors = found.map(\.color)
        let turn = text.lastIndex { "为至到".contains($0) }
        results = turn.map { turn in Set(found.filter { $0.place > turn }.map(\.color)) } ?? []
    }

    /// nil where there is none, or several and none to which the others change.
    var meant: AlertColor? {
        let all = Set(colors)
        if all.count == 1 { return all.first }
        return results.count == 1 ? results.first : nil
    }

    /// Whether nothing in the text speaks against a colour.
    func agree(with color: AlertColor) -> Bool {
        colors.isEmpty || (meant.map { $0 == color } ?? colors.contains(color))
    }

    /// Longer ones first: II级 stands within III级.
    private static let words: [(text: String, color: AlertColor)] = [
        ("红色", .red), ("橙色", .orange), ("黄色", .yellow), ("蓝色", .blue),
        ("Ⅰ级", .red), ("Ⅱ级", .orange), ("Ⅲ级", .yellow), ("Ⅳ级", .blue),
        ("III级", .yellow), ("II级", .orange), ("IV级", .blue), ("I级", .red),
        ("一级", .red), ("二级", .orange), ("三级", .yellow), ("四级", .blue),
    ]
    private static let english: [String: AlertColor] = [
        "red": .red, "orange": .orange, "yellow": .yellow, "blue": .blue,
    ]

    private static func found(in text: String) -> [(place: String.Index, color: AlertColor)] {
        var found: [(String.Index, AlertColor)] = []
        var index = text.startIndex
        while index < text.endIndex {
            let rest = text[index...]
            if let word = words.first(where: { rest.hasPrefix($0.text) }) {
                found.append((index, word.color))
                index = text.index(index, offsetBy: word.text.count)
                continue
            }
            let letters = rest.prefix { $0.isASCII && $0.isLetter }
            if let color = english[letters.lowercased()] { found.append((index, color)) }
            // A word of letters that are followed by 级 is a numeral, which was looked for above.
            index =
                letters.count > 1 && !letters.hasSuffix("I") && !letters.hasSuffix("V")
                ? letters.endIndex : text.index(after: index)
        }
        return found
    }
}

extension AlertColor {
    /// Reads a code of a level: a colour in either language, or a severity of CAP. Digits are not read: some systems
    /// count from blue and some from red.
    init?(code: String) {
        let word = code.lowercased()
        let known = AlertColor.allCases.first { color in
            [color.rawValue, color.title.chinese, color.severity.lowercased()].contains(word)
        }
        guard let known else { return nil }
        self = known
    }
}
