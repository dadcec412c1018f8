import PlanModel
@testable import Staffing
import TestSupport
import Testing

/// The order in which a patrol walks, held against all orders there are.
struct WalkingOrderTests {
    private func length(_ walk: [Int], _ places: [Coordinates]) -> Double {
        zip(walk, walk.dropFirst()).reduce(0) { sum, leg in
            let (one, other) = (places[leg.0], places[leg.1])
            let across = Double(one.longitude - other.longitude) * 0.7666
            let along = Double(one.latitude - other.latitude)
            return sum + (across * across + along * along).squareRoot()
        }
    }

    private func places(_ count: Int, _ seed: UInt64) -> [Coordinates] {
        var seeded = Seeded(seed)
        return (0..<count).map { _ in
            Coordinates(
                longitude: Int.random(in: 116_310_000...116_410_000, using: &seeded),
                latitude: Int.random(in: 39_860_000...39_980_000, using: &seeded))
        }
    }

    private func shortest(_ places: [Coordinates]) -> Double {
        func walks(_ left: [Int], _ walk: [Int], _ best: inout Double) {
            let length = length(walk, places)
            guard length < best else { return }
            if left.isEmpty { best = length }
            for next in left { walks(left.filter { $0 != next }, walk + [next], &best) }
        }
        var best = Double.infinity
        walks(Array(places.indices), [], &best)
        return best
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func isHardlyLongerThanTheShortest(seed: UInt64) {
        let places = places(Int(2 + seed % 6), seed)
        let order = WalkingOrder(places).order
        #expect(order.sorted() == Array(places.indices))
        #expect(length(order, places) <= shortest(places) * 1.02)
    }

    @Test func manyPlacesAreMuchShorterThanAsTheyCome() {
        let places = places(200, 7)
        let order = WalkingOrder(places).order
        #expect(order.sorted() == Array(places.indices))
        #expect(length(order, places) * 4 < length(Array(places.indices), places))
        #expect(order == WalkingOrder(places).order)
    }

    @Test func whatIsOnNoMapComesLastAsItCame() {
        let known = places(4, 1)
        let some: [Coordinates?] = [nil, known[0], known[1], nil, known[2], known[3], nil]
        #expect(WalkingOrder(some).order.suffix(3) == [0, 3, 6])
        #expect(WalkingOrder(some).order.prefix(4).sorted() == [1, 2, 4, 5])
        #expect(WalkingOrder([nil, nil]).order == [0, 1])
        #expect(WalkingOrder([]).order == [])
        #expect(WalkingOrder(Array(repeating: known[0], count: 5)).order.sorted() == [0, 1, 2, 3, 4])
    }

    /// Lists of a length that nobody walks take no time.
    @Test func endlessListsAreLeftAsTheyCame() {
        #expect(WalkingOrder(places(5000, 3)).order == Array(0..<5000))
    }
}
