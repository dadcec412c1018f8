package import MarkedYAML
package import PlanModel

extension EnterpriseMeasure {
    /// What an entry of a level's list says, taken by itself; nil when it has a fault of any kind.
    package init?(entry node: YAMLNode) {
        let context = ReadingContext()
        guard let measure = Self.shape.read(node, context), context.diagnostics.isEmpty else { return nil }
        self = measure
    }

    /// What a reserve option would do, taken by itself; nil when it has a fault of any kind.
    package init?(option node: YAMLNode) {
        let context = ReadingContext()
        guard let option = ReserveOption.shape.read(node, context), context.diagnostics.isEmpty else {
            return nil
        }
        self = option.measure
    }
}
