package import Diagnostics

/// A heavy-pollution alert level, from the mildest to the gravest. The city issues it; a district responds.
package enum AlertLevel: String, Sendable, CaseIterable, Comparable {
    case yellow, orange, red

    /// 黄色, 橙色, 红色.
    package var title: Phrase {
        switch self {
        case .yellow: Phrase(zh: "黄色", en: "yellow")
        case .orange: Phrase(zh: "橙色", en: "orange")
        case .red: Phrase(zh: "红色", en: "red")
        }
    }

    /// 黄色预警, `YELLOW alert`.
    package var alertTitle: Phrase {
        Phrase(zh: "\(title.chinese)预警", en: "\(title.english.uppercased()) alert")
    }

    package static func < (left: AlertLevel, right: AlertLevel) -> Bool {
        left.weight < right.weight
    }

    private var weight: Int {
        switch self {
        case .yellow: 1
        case .orange: 2
        case .red: 3
        }
    }
}

/// One value a level, each written out: nothing is inherited from a lower level.
package struct PerLevel<Value: Sendable>: Sendable {
    package var yellow: Value
    package var orange: Value
    package var red: Value

    package init(yellow: Value, orange: Value, red: Value) {
        self.yellow = yellow
        self.orange = orange
        self.red = red
    }

    package init(_ value: (AlertLevel) -> Value) {
        self.init(yellow: value(.yellow), orange: value(.orange), red: value(.red))
    }

    package init(repeating value: Value) {
        self.init(yellow: value, orange: value, red: value)
    }

    package subscript(level: AlertLevel) -> Value {
        get {
            switch level {
            case .yellow: yellow
            case .orange: orange
            case .red: red
            }
        }
        set {
            switch level {
            case .yellow: yellow = newValue
            case .orange: orange = newValue
            case .red: red = newValue
            }
        }
    }
}
