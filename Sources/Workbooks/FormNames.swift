/// The names by which a form's answers are known, in its data and to whoever evaluates them: XML names of ASCII
/// letters, digits and `_`, made of the plans' own ids, so that they are the same in every round and every form.
struct FormNames {
    private var taken: Set<String> = []

    /// The name, or with a number behind it where another question has it already, also but for capitals.
    /// - Parameter name: An XML name.
    mutating func free(_ name: String) -> String {
        var (free, number) = (name, 1)
        while !taken.insert(free.lowercased()).inserted {
            number += 1
            free = "\(name)_\(number)"
        }
        return free
    }

    /// Letters and digits as they are, `_` for every other ASCII character, and the number of every other one: `u6708`.
    /// What is longer than 60 characters ends in a hash of the whole.
    static func safe(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "A"..."Z", "a"..."z": safe.unicodeScalars.append(scalar)
            case _ where scalar.isASCII: safe += "_"
            default: safe += "u" + String(scalar.value, radix: 16)
            }
        }
        guard safe.utf8.count > 60 else { return safe }
        return safe.prefix(43) + "_" + hash(of: [text])
    }

    /// FNV-1a of 64 bits, in 16 hexadecimal digits.
    static func hash(of texts: [String]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in texts {
            // No text holds this byte, so that none runs into the next.
            for byte in Array(text.utf8) + [0xFF] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
