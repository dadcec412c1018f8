/// The form of GB/T 4754-2017: a section's letter, a division of that section in two digits, then up to two more.
enum IndustryCode {
    static let sections: [(letter: Character, divisions: ClosedRange<Int>)] = [
        ("A", 1...5), ("B", 6...12), ("C", 13...43), ("D", 44...46), ("E", 47...50), ("F", 51...52),
        ("G", 53...60), ("H", 61...62), ("I", 63...65), ("J", 66...69), ("K", 70...70), ("L", 71...72),
        ("M", 73...75), ("N", 76...79), ("O", 80...82), ("P", 83...83), ("Q", 84...85), ("R", 86...90),
        ("S", 91...96), ("T", 97...97),
    ]

    private static let divisions = Dictionary(
        uniqueKeysWithValues: sections.compactMap { section in
            section.letter.asciiValue.map { ($0, section.divisions) }
        })

    /// - Parameter digits: How many digits may stand behind the letter.
    static func isOne(_ code: [UInt8], digits: ClosedRange<Int>) -> Bool {
        guard let letter = code.first, let divisions = divisions[letter], digits.contains(code.count - 1),
            code.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        guard code.count >= 3 else { return true }
        return divisions.contains(Int(code[1] - 0x30) * 10 + Int(code[2] - 0x30))
    }

    /// Every letter with its divisions, as a regular expression.
    static var pattern: String {
        let all = sections.map { section in
            "\(section.letter)" + Pattern.anyOf(section.divisions.map { $0 < 10 ? "0\($0)" : "\($0)" })
        }
        return "(\(all.joined(separator: "|")))"
    }
}
