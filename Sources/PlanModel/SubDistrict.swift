package import Diagnostics

/// A sub-district (街道) and its emission-reduction list.
package struct SubDistrict: Sendable {
    package typealias Community = String

    package let name: Located<Identifier<SubDistrict>>
    package let responsible: ResponsiblePerson
    /// In the list's order, which is the order of patrols.
    package let communities: [Community]
    package internal(set) var sources: [EmissionSource]

    package init(
        name: Located<Identifier<SubDistrict>>, responsible: ResponsiblePerson, communities: [Community],
        sources: [EmissionSource]
    ) {
        self.name = name
        self.responsible = responsible
        self.communities = communities
        self.sources = sources
    }
}

/// The person who answers for a thing, and who stands in.
package struct ResponsiblePerson: Sendable {
    package let name: String
    package let phone: String
    package let post: String?
    package let deputy: Deputy?

    package struct Deputy: Sendable {
        package let name: String
        package let phone: String

        package init(name: String, phone: String) {
            self.name = name
            self.phone = phone
        }
    }

    package init(name: String, phone: String, post: String?, deputy: Deputy?) {
        self.name = name
        self.phone = phone
        self.post = post
        self.deputy = deputy
    }
}

/// A point on the map in millionths of a degree, WGS 84.
package struct Coordinates: Sendable, Hashable {
    package static let unitsPerDegree = 1_000_000
    package let longitude: Int
    package let latitude: Int

    package init(longitude: Int, latitude: Int) {
        self.longitude = longitude
        self.latitude = latitude
    }
}
