import Diagnostics
import PlanModel

/// Which sub-districts hang together by lending: what one of them is given depends on all of them.
struct LendingCircle {
    private var circles: [Set<Identifier<SubDistrict>>] = []

    init(_ book: PlanBook, _ basis: RosterBasis) {
        if basis.lends {
            for name in book.district.subDistricts.map(\.value) {
                for lender in book.staff(of: name)?.borrowsFrom ?? [] { join(name, lender.value) }
            }
        }
        for part in basis.change?.published.parts ?? [] {
            for lender in part.duties.compactMap(\.lender) { join(part.subDistrict, lender) }
        }
    }

    private mutating func join(_ one: Identifier<SubDistrict>, _ other: Identifier<SubDistrict>) {
        let merged = circles.filter { $0.contains(one) || $0.contains(other) }
        circles.removeAll { $0.contains(one) || $0.contains(other) }
        circles.append(merged.reduce([one, other]) { $0.union($1) })
    }

    func touches(_ one: Identifier<SubDistrict>, _ other: Identifier<SubDistrict>) -> Bool {
        one == other || circles.contains { $0.contains(one) && $0.contains(other) }
    }
}
