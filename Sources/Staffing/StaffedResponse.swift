package import Activating
package import Diagnostics
package import PlanModel

/// A whole response: the activation, and for every sub-district its roster and its patrols.
package struct StaffedResponse: Sendable {
    package let book: PlanBook
    package let provenance: Provenance
    package let activation: Activation
    /// In the district's order.
    package let subDistricts: [Part]

    package struct Part: Sendable {
        package let name: Identifier<SubDistrict>
        /// The place in the district's order, from 1.
        package let number: Int
        package let roster: DutyRoster
        package let checklist: PatrolChecklist
    }

    /// Staffs the sub-districts, or some of them, on all cores; the result depends on nothing but the plans and the order.
    package init(
        _ book: PlanBook, order: AlertOrder, provenance: Provenance, basis: RosterBasis = RosterBasis(),
        only wanted: Set<Identifier<SubDistrict>>? = nil, progress: ProgressCount? = nil
    ) async {
        let activation = Activation(book, order: order)
        self.book = book
        self.provenance = provenance
        self.activation = activation
        let circle = LendingCircle(book, basis)
        let names = Array(book.district.subDistricts.map(\.value).enumerated()).filter { name in
            wanted.map { $0.contains { circle.touches(name.element, $0) } } ?? true
        }
        let homes = await names.mapOnAllCores { _, name in
            let home = RosterHome(for: name, book, activation, basis)
            if !home.hasOpenSeats, wanted?.contains(name) ?? true { progress?.advance(by: 1) }
            return home
        }
        let lending = Lending(homes, book, basis)
        subDistricts = await zip(names, lending.homes).filter { wanted?.contains($0.0.element) ?? true }
            .mapOnAllCores { place, home in
                let roster = DutyRoster(home, lending[home.name], book, basis)
                if home.hasOpenSeats { progress?.advance(by: 1) }
                return Part(
                    name: home.name, number: place.offset + 1, roster: roster,
                    checklist: PatrolChecklist(for: home.name, book, activation, roster: roster))
            }
    }

    /// The crews of all sub-districts that lack people.
    package var openShifts: [(name: Identifier<SubDistrict>, open: OpenShift)] {
        subDistricts.flatMap { part in part.roster.open.map { (part.name, $0) } }
    }

    /// The years of the rosters that no file of holidays tells about: days of rest go by weekends there.
    package var missingHolidayYears: [Int] {
        let shifts = subDistricts.first?.roster.occurrences ?? []
        guard let first = shifts.first?.date, let last = shifts.last?.date else { return [] }
        return book.holidays.missingYears(from: first, to: last)
    }

    package var openSeats: Int { subDistricts.reduce(0) { $0 + $1.roster.openSeats } }
}
