extension EnterpriseMeasure.Target {
    /// Whether a measure on this target takes the place of one on another, when it is adopted from the reserve: of
    /// those on the same line or on transport; one on all lines also of those on single lines.
    package func replaces(_ other: Self) -> Bool {
        if self == other { return true }
        if self == .allLines, case .line = other { return true }
        return false
    }
}

extension [EnterpriseMeasure] {
    /// A level's list with a measure adopted: it stands where the first of those stood whose place it takes, at the
    /// end where there was none.
    package func adopting(_ measure: EnterpriseMeasure) -> [EnterpriseMeasure] {
        guard let place = firstIndex(where: { measure.target.replaces($0.target) }) else {
            return self + [measure]
        }
        var list = self[..<place] + [measure]
        list += self[place...].filter { !measure.target.replaces($0.target) }
        return Array(list)
    }
}

extension Enterprise {
    /// This enterprise with another list of measures at a level.
    package func with(_ list: [EnterpriseMeasure], at level: AlertLevel) -> Enterprise {
        var changed = self
        changed.measures = PerLevel { $0 == level ? list : measures[$0] }
        return changed
    }

    /// This enterprise with other options held back at a level.
    package func with(reserve: [ReserveOption], at level: AlertLevel) -> Enterprise {
        var changed = self
        changed.reserve = PerLevel { $0 == level ? reserve : self.reserve[$0] }
        return changed
    }
}
