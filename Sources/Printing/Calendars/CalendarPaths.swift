import PlanModel

/// Where the calendars of one folder lie: names from plans made safe, and each file one of its own.
struct CalendarPaths {
    private let folder: String
    private var taken: Set<String> = []

    /// - Parameter folder: Safe already.
    init(folder: String) {
        self.folder = folder
    }

    /// - Parameter stem: The file's name without its ending, safe already.
    mutating func path(_ stem: String) -> String {
        "\(folder)/\(Self.free(stem, in: &taken)).ics"
    }

    /// A name that nobody has yet, also where capitals make no difference.
    static func free(_ name: String, in taken: inout Set<String>) -> String {
        var (free, number) = (name, 1)
        while !taken.insert(free.lowercased()).inserted {
            number += 1
            free = "\(name)-\(number)"
        }
        return free
    }

    /// - Parameter most: Octets that may stay.
    static func safe(_ text: String, most: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isForbidden = forbidden.contains(scalar) || CalendarText.isTakenOut(scalar)
            // Neither hidden, nor a way out of the folder.
            let isHiding = scalar == "." && scalars.isEmpty
            scalars.append(isForbidden || isHiding ? "_" : scalar)
        }
        var safe = ""
        var room = most
        for character in String(scalars) {
            room -= character.utf8.count
            guard room >= 0 else { break }
            safe.append(character)
        }
        // Windows drops dots and spaces at an end.
        while let last = safe.last, last == "." || last == " " { safe.removeLast() }
        return safe.isEmpty ? "_" : safe
    }

    /// A slash leads elsewhere; the others cannot be in a name on Windows.
    private static let forbidden: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
}
