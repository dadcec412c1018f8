package import Diagnostics
package import PlanModel

/// What a line, the transport of an enterprise, or a source under one measure is told otherwise.
package struct ItemChange: Sendable {
    package let kind: Kind
    package let item: Item

    /// In the order in which people act: what is released needs no more work.
    package enum Kind: Int, Sendable, CaseIterable, Comparable {
        /// Ordered before, not any more.
        case released
        /// Less is asked than before.
        case eased
        /// Otherwise, and neither more nor less of every pollutant.
        case altered
        /// More is asked than before.
        case tightened
        /// Not ordered before.
        case new

        /// 解除, 减轻, 调整, 加严, 新增.
        package var title: Phrase {
            switch self {
            case .released: Phrase(zh: "解除", en: "released")
            case .eased: Phrase(zh: "减轻", en: "eased")
            case .altered: Phrase(zh: "调整", en: "altered")
            case .tightened: Phrase(zh: "加严", en: "tightened")
            case .new: Phrase(zh: "新增", en: "new")
            }
        }

        package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    package enum Item: Sendable {
        case line(before: LineOrder?, after: LineOrder?)
        case transport(before: TransportOrder?, after: TransportOrder?)
        case measure(before: SourceActivation.InForce?, after: SourceActivation.InForce?)
    }

    /// A line with all that decides what it is told.
    package struct LineOrder: Sendable {
        package let line: EnterpriseActivation.LineActivation
        package let exemption: EnterpriseExemption?
    }

    package struct TransportOrder: Sendable {
        package let transport: EnterpriseActivation.TransportActivation
        package let exemption: EnterpriseExemption?
    }

    /// One for each line and transport, nil where it is told the same. Lines that ran neither before nor after are none.
    static func all(_ before: EnterpriseActivation?, _ after: EnterpriseActivation?) -> [ItemChange?] {
        func lines(_ item: EnterpriseActivation?) -> [LineOrder] {
            item?.lines.map { LineOrder(line: $0, exemption: item?.exemption) } ?? []
        }
        func transport(_ item: EnterpriseActivation?) -> TransportOrder? {
            item?.transport.map { TransportOrder(transport: $0, exemption: item?.exemption) }
        }
        let (old, new) = (lines(before), lines(after))
        let ids =
            new.map(\.line.line.id)
            + old.map(\.line.line.id).filter { id in !new.contains { $0.line.line.id == id } }
        let both = ids.map { id in
            (old.first { $0.line.line.id == id }, new.first { $0.line.line.id == id })
        }
        var all = both.filter { $0.told != .idle || $1.told != .idle }.map { was, now -> ItemChange? in
            Kind(from: was.told, to: now.told).map {
                ItemChange(kind: $0, item: .line(before: was, after: now))
            }
        }
        let (was, now) = (transport(before), transport(after))
        if was != nil || now != nil {
            all.append(
                Kind(from: was.told, to: now.told).map {
                    ItemChange(kind: $0, item: .transport(before: was, after: now))
                })
        }
        return all
    }

    /// One for each mandatory measure, which alone are orders; nil where the source is told the same.
    static func all(_ before: SourceActivation?, _ after: SourceActivation?) -> [ItemChange?] {
        func orders(_ item: SourceActivation?) -> [SourceActivation.InForce] {
            item?.measures.filter { $0.measure.group == .mandatory } ?? []
        }
        let (old, new) = (orders(before), orders(after))
        func same(_ some: [SourceActivation.InForce], _ one: SourceActivation.InForce)
            -> SourceActivation.InForce?
        {
            some.first { $0.measure.id.value == one.measure.id.value && $0.part == one.part }
        }
        let all = old + new.filter { same(old, $0) == nil }
        return all.map { one in
            let (was, now) = (same(old, one), same(new, one))
            return Kind(from: was.told, to: now.told).map {
                ItemChange(kind: $0, item: .measure(before: was, after: now))
            }
        }
    }
}

/// What is asked of somebody, as far as two of them can be compared.
private enum Told: Equatable {
    /// Nothing, or not there.
    case free
    /// Not running: to stay so.
    case idle
    /// Exempt under conditions of its own.
    case exempt(String)
    /// The part of each pollutant that may go on after each other, and the words, which may differ where parts do not.
    case ordered([PerPollutant<Share>], words: String)

    var isOrdered: Bool {
        switch self {
        case .ordered: true
        case .free, .idle, .exempt: false
        }
    }
}

extension ItemChange.Kind {
    /// nil where nothing changes.
    fileprivate init?(from before: Told, to after: Told) {
        guard before != after else { return nil }
        switch (before.isOrdered, after.isOrdered) {
        case (true, false): self = .released
        case (false, true): self = .new
        case (false, false): self = .altered
        case (true, true): self = Self.tendency(before, after)
        }
    }

    private static func tendency(_ before: Told, _ after: Told) -> Self {
        guard case .ordered(let old, _) = before, case .ordered(let new, _) = after else { return .altered }
        let parts = Pollutant.allCases.map { pollutant in
            (left(old.map { $0[pollutant] }), left(new.map { $0[pollutant] }))
        }
        let isLess = parts.contains { $0.1 < $0.0 }
        let isMore = parts.contains { $0.0 < $0.1 }
        return isLess == isMore ? .altered : isLess ? .tightened : .eased
    }

    /// What goes on of a thousand tonnes: enough to tell which of two is more.
    private static func left(_ shares: [Share]) -> MassRate {
        shares.reduce(MassRate(gramsPerDay: 1_000_000_000)) { $0.remaining($1) }
    }
}

extension ItemChange.LineOrder? {
    fileprivate var told: Told {
        guard let self else { return .free }
        if self.line.line.status != .running { return .idle }
        if let exemption = self.exemption { return exemption.told }
        return Told(self.line.measures)
    }
}

extension ItemChange.TransportOrder? {
    fileprivate var told: Told {
        guard let self else { return .free }
        if let exemption = self.exemption { return exemption.told }
        return Told(self.transport.measures)
    }
}

extension SourceActivation.InForce? {
    fileprivate var told: Told {
        guard let self else { return .free }
        if let exemption = self.exemption {
            return .exempt("\(exemption.approved) \(exemption.until.isoText)")
        }
        let measure = self.measure
        return .ordered(
            [PerPollutant { measure.cuts[$0]?.complement ?? .all }],
            words: "\(measure.title) " + measure.checks.joined(separator: "；"))
    }
}

extension EnterpriseExemption {
    fileprivate var told: Told {
        .exempt("\(kind) \(approved) \(until.isoText) \(maxLoad?.percentText ?? "")")
    }
}

extension Told {
    fileprivate init(_ measures: [EnterpriseMeasure]) {
        self =
            measures.isEmpty
            ? .free
            : .ordered(measures.map(\.remaining), words: measures.map(\.orderText).joined(separator: "；"))
    }
}
