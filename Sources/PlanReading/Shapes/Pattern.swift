/// Pieces of ECMA-262 regular expressions for the numbers that `DecimalText` reads.
enum Pattern {
    /// One of the words, as written.
    static func anyOf(_ words: [String]) -> String {
        "(" + words.map(literal).joined(separator: "|") + ")"
    }

    private static func literal(_ word: String) -> String {
        word.reduce(into: "") { out, character in
            if "\\^$.*+?()[]{}|".contains(character) { out += "\\" }
            out.append(character)
        }
    }

    /// A number from nothing to `most`, zeros before and behind it not counted.
    /// - Parameter decimals: The most digits behind the point; nil for any.
    static func decimal(upTo most: Int, decimals: Int?) -> String {
        let part =
            switch decimals {
            case nil: "(\\.[0-9]+)?"
            case 0?: "(\\.0+)?"
            case let places?: "(\\.[0-9]{1,\(places)}0*)?"
            }
        return "0*(\(whole(0...(most - 1)))\(part)|\(most)(\\.0+)?)"
    }

    /// A whole number within a range, without zeros before it.
    static func whole(_ range: ClosedRange<Int>) -> String {
        var parts: [String] = []
        var low = range.lowerBound
        if low == 0 {
            // Everything of few digits at once.
            var digits = 0
            var power = 1
            while power * 10 - 1 <= range.upperBound { (digits, power) = (digits + 1, power * 10) }
            if digits > 0 {
                parts.append("[0-9]" + (digits > 1 ? "{1,\(digits)}" : ""))
                low = power
            }
        }
        while low <= range.upperBound {
            // The widest block of numbers that begins here and differs in its last digits only.
            var size = 1
            while low % (size * 10) == 0, low + size * 10 - 1 <= range.upperBound { size *= 10 }
            let digit = low / size % 10
            let blocks = min(10 - digit, (range.upperBound - low + 1) / size)
            let before = low / size / 10
            let last = digit + blocks - 1
            let free = String(size).utf8.count - 1
            parts.append(
                (before > 0 ? String(before) : "") + (blocks > 1 ? "[\(digit)-\(last)]" : String(digit))
                    + (free > 1 ? "[0-9]{\(free)}" : free == 1 ? "[0-9]" : ""))
            low += blocks * size
        }
        return parts.count == 1 ? parts[0] : "(\(parts.joined(separator: "|")))"
    }
}
