import TestSupport

/// Spoils the text of a plan, the same way for the same seed; most of what comes out is still YAML.
struct PlanMutator {
    private var seeded: Seeded
    /// Texts of other plans, from which parts are taken.
    private let others: [[UInt8]]

    init(seeded: Seeded, others: [[UInt8]]) {
        self.seeded = seeded
        self.others = others
    }

    /// Up to four changes, one upon the other.
    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<pick([1, 1, 1, 2, 2, 3, 4]) where bytes.count < 400_000 { bytes = once(bytes) }
        return bytes
    }

    private mutating func once(_ bytes: [UInt8]) -> [UInt8] {
        let tokens = PlanTokens(bytes)
        switch number(below: 20) {
        case 0...5: return replaceValue(bytes, tokens)
        case 6...7: return replaceKey(bytes, tokens)
        case 8...10: return moveEntry(bytes, tokens)
        case 11...12: return replaceGroup(bytes, tokens)
        case 13: return growNumber(bytes, tokens)
        case 14: return referTo(bytes, tokens)
        case 15: return indentLines(bytes, tokens)
        case 16: return endLinesOtherwise(bytes)
        case 17: return splice(bytes)
        default: return spoilBytes(bytes)
        }
    }

    // MARK: - Changes that know what a plan looks like

    private mutating func replaceValue(_ bytes: [UInt8], _ tokens: PlanTokens) -> [UInt8] {
        guard let place = choice(tokens.values) else { return spoilBytes(bytes) }
        if chance(3) {
            let other = pick(others)
            guard let taken = choice(PlanTokens(other).values) else { return bytes }
            return replacing(place, in: bytes, with: other[taken])
        }
        return replacing(place, in: bytes, with: Array(pick(NastyValues.scalars).utf8))
    }

    private mutating func replaceKey(_ bytes: [UInt8], _ tokens: PlanTokens) -> [UInt8] {
        guard let place = choice(tokens.keys) else { return spoilBytes(bytes) }
        if chance(2) {
            let other = pick(others)
            guard let taken = choice(PlanTokens(other).keys) else { return bytes }
            return replacing(place, in: bytes, with: other[taken])
        }
        return replacing(place, in: bytes, with: Array(pick(NastyValues.keys).utf8))
    }

    /// Takes an entry out, says it again, says it elsewhere, or puts one of another plan in its place.
    private mutating func moveEntry(_ bytes: [UInt8], _ tokens: PlanTokens) -> [UInt8] {
        guard tokens.lineCount > 0 else { return bytes }
        let entry = tokens.entry(atLine: number(below: tokens.lineCount))
        let text = bytes[entry]
        switch number(below: 5) {
        case 0: return replacing(entry, in: bytes, with: [])
        case 1:
            let times = pick([1, 1, 1, 2, 5, 300])
            let limit = max(1, 60_000 / max(1, text.count))
            let copies = (0..<min(times, limit)).flatMap { _ in text }
            return replacing(entry.upperBound..<entry.upperBound, in: bytes, with: copies)
        case 2:
            let place = tokens.lineStarts[number(below: tokens.lineCount)]
            return replacing(place..<place, in: bytes, with: text)
        case 3:
            let other = pick(others)
            let otherTokens = PlanTokens(other)
            guard otherTokens.lineCount > 0 else { return bytes }
            return replacing(
                entry, in: bytes, with: other[otherTokens.entry(atLine: number(below: otherTokens.lineCount))]
            )
        default:
            let second = tokens.entry(atLine: number(below: tokens.lineCount))
            guard !entry.overlaps(second) else { return bytes }
            let (first, last) = entry.lowerBound < second.lowerBound ? (entry, second) : (second, entry)
            return Array(bytes[..<first.lowerBound]) + bytes[last]
                + bytes[first.upperBound..<last.lowerBound] + bytes[first] + bytes[last.upperBound...]
        }
    }

    /// Puts one bracketed value in the place of another, or a value into brackets, or takes its brackets away.
    private mutating func replaceGroup(_ bytes: [UInt8], _ tokens: PlanTokens) -> [UInt8] {
        guard let group = choice(tokens.groups) else { return replaceValue(bytes, tokens) }
        switch number(below: 4) {
        case 0:
            let depth = pick([1, 2, 30, 60, 64, 65, 500])
            let (open, close) = chance(2) ? ("[", "]") : ("{键: ", "}")
            return replacing(
                group, in: bytes,
                with: Array(String(repeating: open, count: depth).utf8) + bytes[group]
                    + Array(String(repeating: close, count: depth).utf8))
        case 1: return replacing(group, in: bytes, with: bytes[group].dropFirst().dropLast())
        case 2:
            // The same items over and over.
            let inside = bytes[group].dropFirst().dropLast()
            let times = min(pick([1, 2, 50, 2000]), max(1, 60_000 / max(1, inside.count)))
            let items = (0..<times).flatMap { _ in inside + Array(", ".utf8) }
            return replacing(
                group, in: bytes, with: [bytes[group.lowerBound]] + items + bytes[group].dropFirst())
        default:
            let other = pick(others)
            guard let taken = choice(PlanTokens(other).groups) else { return bytes }
            return replacing(group, in: bytes, with: other[taken])
        }
    }

    private mutating func growNumber(_ bytes: [UInt8], _ tokens: PlanTokens) -> [UInt8] {
        let digits = tokens.values.filter { range in bytes[range].contains { (0x30...0x39).contains($0) } }
        guard let place = choice(digits),
            let start = bytes[place].firstIndex(where: { (0x30...0x39).contains($0) })
        else { return replaceValue(bytes, tokens) }
        var end = start
        while end < place.upperBound, (0x30...0x39).contains(bytes[end]) || bytes[end] == 0x2E { end += 1 }
        let text = pick([
            "0", "-1", "00", "9", "99", "100", "999999999", "9223372036854775807", "9223372036854775808",
            "92233720368547758", "0.000001", "1.5", "33.3333", "99999999.999999", "1e9", "1_0", "٣", "3.",
            ".5",
        ])
        return replacing(start..<end, in: bytes, with: Array(text.utf8))
    }

    /// Names one value with an anchor and lets others stand for it: as value, as key, merged in, or inside itself.
    private mutating func referTo(_ bytes: [UInt8], _ tokens: PlanTokens) -> [UInt8] {
        let places = tokens.values + tokens.groups + (chance(3) ? tokens.keys : [])
        guard let named = choice(places) else { return bytes }
        var result = bytes
        // From the back to the front, so that places stay right.
        let later = (tokens.values + tokens.groups + (chance(3) ? tokens.keys : [])).filter {
            $0.lowerBound >= named.upperBound
        }
        let most = pick([1, 1, 3, 40])
        var end = bytes.count
        for place in later.shuffled(using: &seeded).prefix(most).sorted(by: { $0.lowerBound > $1.lowerBound })
        where place.upperBound <= end {
            let text = chance(8) ? "{<<: *a, b: c}" : "*a "
            result.replaceSubrange(place, with: Array(text.utf8))
            end = place.lowerBound
        }
        if chance(10), bytes[named].count > 1 {
            result.replaceSubrange(named.lowerBound + 1..<named.lowerBound + 1, with: Array("*a, ".utf8))
        }
        result.replaceSubrange(named.lowerBound..<named.lowerBound, with: Array("&a ".utf8))
        return result
    }

    // MARK: - Changes that know lines and bytes only

    private mutating func indentLines(_ bytes: [UInt8], _ tokens: PlanTokens) -> [UInt8] {
        guard tokens.lineCount > 0 else { return bytes }
        let first = number(below: tokens.lineCount)
        let last = min(tokens.lineCount - 1, first + number(below: 4))
        var result = bytes
        for line in (first...last).reversed() {
            let start = tokens.lineStarts[line]
            let depth = tokens.indent(ofLine: line)
            let pad = pick([depth + 1, depth + 2, max(0, depth - 1), max(0, depth - 2), 0, 200])
            let text = chance(8) ? Array("\t".utf8) : [UInt8](repeating: 0x20, count: pad)
            result.replaceSubrange(start..<start + depth, with: text)
        }
        return result
    }

    private mutating func endLinesOtherwise(_ bytes: [UInt8]) -> [UInt8] {
        let ends: [[UInt8]] = pick([
            [[0x0D, 0x0A]], [[0x0D]], [[0x0A], [0x0D, 0x0A], [0x0D]], [[0x0A], [0x0A, 0x0A]],
            [[0x0A], [0xE2, 0x80, 0xA8]], [[0x20]],
        ])
        var result: [UInt8] = chance(4) ? [0xEF, 0xBB, 0xBF] : []
        for byte in bytes {
            if byte == 0x0A { result += pick(ends) } else { result.append(byte) }
        }
        return result
    }

    /// The beginning of one plan and the end of another.
    private mutating func splice(_ bytes: [UInt8]) -> [UInt8] {
        let other = pick(others)
        return Array(bytes[..<number(below: bytes.count + 1)]) + other[number(below: other.count + 1)...]
    }

    private mutating func spoilBytes(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for _ in 0..<pick([1, 1, 2, 5]) {
            let place = number(below: result.count + 1)
            let end = min(result.count, place + pick([0, 0, 1, 1, 3, 20]))
            switch number(below: 4) {
            case 0: result.replaceSubrange(place..<end, with: [])
            case 1 where place < result.count: result[place] = UInt8.random(in: 0...255, using: &seeded)
            case 2 where chance(4): result = Array(result[..<place])
            default: result.replaceSubrange(place..<end, with: pick(NastyValues.bytes))
            }
        }
        return result
    }

    // MARK: - Chance

    private func replacing(_ range: Range<Int>, in bytes: [UInt8], with new: some Collection<UInt8>)
        -> [UInt8]
    {
        var result = bytes
        result.replaceSubrange(range, with: new)
        return result
    }

    private mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &seeded) }

    private mutating func chance(_ one: Int) -> Bool { number(below: one) == 0 }

    private mutating func choice<Element>(_ list: [Element]) -> Element? {
        list.isEmpty ? nil : list[number(below: list.count)]
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[number(below: list.count)] }
}
