import Diagnostics
import PlanModel

extension Shape {
    /// Notes that the value is a new name of this kind.
    func defining<Owner>(_ kind: NameKind) -> Shape where Value == Located<Identifier<Owner>> {
        noting { value, context in context.names.define(kind, value.value.text, at: value.place) }
    }

    /// Notes that the value must be a name of this kind.
    func referring<Owner>(to kind: NameKind) -> Shape where Value == Located<Identifier<Owner>> {
        noting { value, context in context.names.refer(to: kind, value.value.text, at: value.place) }
    }

    func noting(_ note: @escaping @Sendable (Value, ReadingContext) -> Void) -> Shape {
        Shape(form) { node, context in
            let value = self.read(node, context)
            if let value { note(value, context) }
            return value
        }
    }
}

extension Shape where Value == Located<String> {
    /// A community on its sub-district's list.
    static let newCommunity = Shape<String>.words(Phrase(zh: "社区名", en: "a community"), example: "三里河社区")
        .located().noting { $1.names.define(.community, $0.value, at: $0.place) }

    /// A community that must stand on the list of the file's sub-district.
    static let community = Shape<String>.text.located().noting {
        $1.names.refer(to: .community, $0.value, at: $0.place)
    }

    /// A community of the file's sub-district, or what is guarded there.
    static let dutyPlace = Shape<String>.words(
        Phrase(zh: "社区或点位编号", en: "a community or the id of a place"), example: "三里河社区"
    )
    .located().noting { $1.names.refer(to: .dutyPlace, $0.value, at: $0.place) }
}
