package import Diagnostics
package import PlanModel

/// Reserve options put into the list of a level, in the place of what they replace.
///
/// Only the lines of that list change. A comment on a line of its own stays even where the entry below it goes:
/// nobody can tell whether it speaks of that entry alone. A comment behind an entry stays with what takes the
/// entry's place, and goes with an entry whose place nothing takes.
package enum AdoptedMeasures {
    /// - Parameters:
    ///   - places: Of the chosen options (`option.measure.place`), as the file was read; adopted in this order.
    ///   - level: Whose list they are put into.
    /// - Returns: The file's text with the options in it, each without what it costs.
    package static func adopting(_ places: [SourceSpan], at level: AlertLevel, in file: SourceFile)
        throws(Refusal) -> [UInt8]
    {
        let options = try EnterpriseText.open(file) { (text) throws(Refusal) in
            var options: [EnterpriseText.OptionPlace] = []
            for place in places { options.append(try text.optionPlace(place)) }
            return options
        }
        var current = file
        for option in options { current = try adopting(option, at: level, in: current) }
        return current.bytes
    }

    /// One change at a time, each read again before the next: places move, and what is not valid shows at once.
    private static func adopting(
        _ option: EnterpriseText.OptionPlace, at level: AlertLevel, in file: SourceFile
    ) throws(Refusal) -> SourceFile {
        var new = file
        var isDone = false
        var isFirst = true
        while !isDone {
            let bytes = try EnterpriseText.open(new) { (text) throws(Refusal) -> [UInt8]? in
                let change = try ListChange(text, option, at: level)
                return isFirst ? try change.adopted() : try change.withoutLastRepetition()
            }
            if let bytes { new = SourceFile(path: file.path, bytes: bytes) }
            isDone = bytes == nil
            isFirst = false
        }
        let result = new
        let holds = try EnterpriseText.open(file) { (old) throws(Refusal) in
            try EnterpriseText.open(result) { (new) throws(Refusal) in
                try AdoptionProof(old: old, new: new, option: option, level: level).holds
            }
        }
        guard holds else { throw .unproved(level, file) }
        return result
    }
}
