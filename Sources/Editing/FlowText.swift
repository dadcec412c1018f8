import MarkedYAML
import PlanReading

/// Rewrites a value in brackets that stands in one line.
struct FlowText {
    let text: PlanText
    let order: KeyOrder

    /// - Returns: nil when the brackets hold something unusual and had better stay as they are.
    func canonical(_ node: YAMLNode, _ form: Form?) -> String? {
        guard node.first.line == node.last.line else { return nil }
        if node.isAlias || node.kind == .scalar {
            return node.isUnwritten || text.isBlockScalar(node) ? nil : text.text(of: node)
        }
        let start = text.bodyStart(node)
        var properties = text.text(start.line, from: node.first.column, to: start.column)
        if !properties.isEmpty { properties += " " }
        let opening = text.lines[start.line][start.column]
        guard opening == (node.kind == .mapping ? "{" : "[") else { return nil }
        let inside = Spot(line: start.line, column: start.column + 1)
        if node.kind == .mapping {
            return mapping(node, form, from: inside).map { properties + "{" + $0 + "}" }
        }
        return sequence(node, form, from: inside).map { properties + "[" + $0 + "]" }
    }

    private func sequence(_ node: YAMLNode, _ form: Form?, from start: Spot) -> String? {
        var spot = start
        var parts: [String] = []
        for item in node.items {
            guard text.gap(spot, item.first) == (parts.isEmpty ? "" : ","),
                let part = canonical(item, form.item)
            else { return nil }
            parts.append(part)
            spot = item.last
        }
        return ends(node, spot) ? parts.joined(separator: ", ") : nil
    }

    private func mapping(_ node: YAMLNode, _ form: Form?, from start: Spot) -> String? {
        var spot = start
        var keys: [YAMLNode] = []
        var parts: [String] = []
        for (key, value) in node.pairs {
            guard text.gap(spot, key.first) == (parts.isEmpty ? "" : ","), !key.isAlias, key.kind == .scalar,
                let name = canonical(key, nil), text.gap(key.last, value.first) == ":",
                let part = canonical(value, form.value(of: key))
            else { return nil }
            keys.append(key)
            parts.append(name + ": " + part)
            spot = value.last
        }
        guard ends(node, spot) else { return nil }
        return order.order(of: keys, in: node, form).map { parts[$0] }.joined(separator: ", ")
    }

    /// Whether nothing but a comma stands between the last item and the closing bracket.
    private func ends(_ node: YAMLNode, _ spot: Spot) -> Bool {
        let gap = text.gap(spot, Spot(line: node.last.line, column: node.last.column - 1))
        return gap == "" || gap == ","
    }
}
