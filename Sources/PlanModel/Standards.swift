/// What a district asks of every plan, with the document that says so; what it does not state is not checked.
package struct Standards: Sendable {
    package let source: String
    package let certainty: Certainty
    /// A plan is reviewed anew within this many months, 1…120.
    package let reviewMonths: Int?
    /// From this many lorries a day an enterprise needs a measure for its transport at orange and red.
    package let lorries: Int?
    /// What an enterprise with so many lorries keeps out.
    package let ban: Ban?
    package let bounds: Bounds?

    /// Lorries that may not come in during an alert.
    package struct Ban: Sendable {
        /// Words of which a plan's ban has to say one.
        package let vehicles: [String]
        package let levels: Set<AlertLevel>

        package init(vehicles: [String], levels: Set<AlertLevel>) {
            self.vehicles = vehicles
            self.levels = levels
        }
    }

    /// The box around the district, in millionths of a degree, edges included.
    package struct Bounds: Sendable {
        package let west: Int
        package let east: Int
        package let south: Int
        package let north: Int

        package init(west: Int, east: Int, south: Int, north: Int) {
            self.west = west
            self.east = east
            self.south = south
            self.north = north
        }

        package func contains(_ point: Coordinates) -> Bool {
            west <= point.longitude && point.longitude <= east && south <= point.latitude
                && point.latitude <= north
        }
    }

    package init(
        source: String, certainty: Certainty, reviewMonths: Int?, lorries: Int?, ban: Ban?, bounds: Bounds?
    ) {
        self.source = source
        self.certainty = certainty
        self.reviewMonths = reviewMonths
        self.lorries = lorries
        self.ban = ban
        self.bounds = bounds
    }
}
