/// An amount with its unit as the plan says it: 12 t/d, 14 /d, 310 kWh/d, 21000 元/d.
package struct Quantity: Sendable, Hashable {
    /// In millionths of the unit, never negative, at most `most`.
    package let millionths: Int64
    package let unit: Unit

    /// The most that one value in a plan may say, in millionths: a thousand million.
    package static let most: Int64 = 1_000_000_000_000_000

    package init(millionths: Int64, unit: Unit) {
        self.millionths = millionths
        self.unit = unit
    }

    /// What a throughput, a lorry count, a meter or a cost is counted in.
    package struct Unit: Sendable, Hashable {
        /// The one way in which it is printed.
        package let text: String

        /// Takes the common units in any of their spellings, and whatever a trade counts in Chinese a day:
        /// `12 枚/日` as much as `12 t/d`. Other Latin letters are more likely a slip than a unit.
        package init?(_ written: some StringProtocol) {
            let written = String(written)
            if let known = Self.printed[written] {
                text = known
                return
            }
            guard let slash = written.lastIndex(of: "/"),
                Self.dayWords.contains(String(written[written.index(after: slash)...]))
            else { return nil }
            let counted = written[..<slash]
            guard Self.countedLength.contains(counted.count),
                counted.unicodeScalars.allSatisfy({ Self.counted.contains($0.value) })
            else { return nil }
            text = counted + "/d"
        }

        /// Each unit's spellings, the printed one first.
        package static let spellings = [
            ["t/d", "吨/日", "吨/天"], ["kg/d", "公斤/日", "千克/日", "公斤/天"],
            ["m3/d", "m³/d", "立方米/日", "方/日"], ["/d", "次/日"], ["h/d", "小时/日", "小时/天"],
            ["kWh/d", "千瓦时/日", "度/日"], ["元/d", "元/日", "元/天"], ["台"], ["辆"],
        ]

        private static let printed = Dictionary(
            uniqueKeysWithValues: spellings.flatMap { names in names.map { ($0, names[0]) } })

        /// What may stand behind the slash of whatever else a trade counts.
        package static let dayWords = ["d", "日", "天"]
        /// The code points of the words before it, and how many of them.
        package static let counted: ClosedRange<UInt32> = 0x4E00...0x9FFF
        package static let countedLength = 1...6

        /// The printed units, to show what may be written.
        package static let known = spellings.map { $0[0] }

        package var isMoney: Bool { text == "元/d" }
    }
}

/// A length of time in whole minutes.
package struct Span: Sendable, Hashable, Comparable {
    package let minutes: Int

    package init(minutes: Int) {
        self.minutes = minutes
    }

    package static func < (left: Span, right: Span) -> Bool { left.minutes < right.minutes }
}
