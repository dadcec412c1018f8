import PlanModel

/// A short walk past places: from the nearest to the next nearest, then straightened where two legs cross.
///
/// It is no proven shortest walk; people choose their own way, and want a list that does not send them back and forth.
struct WalkingOrder {
    /// The places' numbers in the order in which they are passed; those without coordinates come behind, as they came.
    let order: [Int]

    /// Beyond so many places the order is left as it came: a list of that length is no walk.
    private static let most = 400
    /// From how many places the walk is tried to begin.
    private static let starts = 12

    init(_ places: [Coordinates?]) {
        let known = places.indices.filter { places[$0] != nil }
        let first = places.compactMap(\.self).first?.latitude ?? 0
        let points = places.compactMap { $0.map { Point($0, near: first) } }
        guard known.count > 2, known.count <= Self.most else {
            order = known + places.indices.filter { places[$0] == nil }
            return
        }
        var best: (length: Double, walk: [Int])?
        for start in 0..<min(points.count, Self.starts) {
            var walk = Self.nearest(points, from: start)
            Self.straighten(&walk, points)
            let length = Self.length(walk, points)
            // A walk that is shorter by less than a step is none.
            if best.map({ length < $0.length - 1e-9 }) ?? true { best = (length, walk) }
        }
        var walk = best?.walk ?? Array(points.indices)
        // Either end may come first: the place that came first says which.
        if let first = walk.first, let last = walk.last, last < first { walk.reverse() }
        order = walk.map { known[$0] } + places.indices.filter { places[$0] == nil }
    }

    /// On a plane, in equal units both ways. Only what IEEE 754 rounds the same everywhere is used.
    private struct Point {
        let east: Double
        let north: Double

        /// - Parameter latitude: One for all, or the plane would be sheared.
        init(_ place: Coordinates, near latitude: Int) {
            let radians =
                Double(latitude) / Double(Coordinates.unitsPerDegree) * 0.017_453_292_519_943_295
            let square = radians * radians
            let cosine = 1 - square / 2 + square * square / 24 - square * square * square / 720
            east = Double(place.longitude) * cosine
            north = Double(place.latitude)
        }

        func distance(to other: Point) -> Double {
            let (across, along) = (east - other.east, north - other.north)
            return (across * across + along * along).squareRoot()
        }
    }

    private static func nearest(_ points: [Point], from start: Int) -> [Int] {
        var left = Set(points.indices)
        var walk = [start]
        left.remove(start)
        while let here = walk.last,
            let next = left.min(by: {
                (points[here].distance(to: points[$0]), $0) < (points[here].distance(to: points[$1]), $1)
            })
        {
            walk.append(next)
            left.remove(next)
        }
        return walk
    }

    /// Turns parts of the walk round for as long as that makes it shorter.
    private static func straighten(_ walk: inout [Int], _ points: [Point]) {
        func leg(_ one: Int, _ other: Int) -> Double {
            guard walk.indices.contains(one), walk.indices.contains(other) else { return 0 }
            return points[walk[one]].distance(to: points[walk[other]])
        }
        var hasGained = true
        while hasGained {
            hasGained = false
            for first in 0..<(walk.count - 1) {
                for last in (first + 1)..<walk.count {
                    // An end of the walk has no leg beyond it.
                    let before = leg(first - 1, first) + leg(last, last + 1)
                    let after = leg(first - 1, last) + leg(first, last + 1)
                    if after < before - 1e-9 {
                        walk[first...last].reverse()
                        hasGained = true
                    }
                }
            }
        }
    }

    private static func length(_ walk: [Int], _ points: [Point]) -> Double {
        zip(walk, walk.dropFirst()).reduce(0) { $0 + points[$1.0].distance(to: points[$1.1]) }
    }
}
