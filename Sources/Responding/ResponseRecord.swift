package import Diagnostics
package import PlanModel

/// The life of one response: its events, and how it stands after them.
package struct ResponseRecord: Sendable {
    /// The name of its folder.
    package let name: String
    /// Never empty.
    package let events: [ResponseEvent]
    package let state: ResponseState
    /// How it stood before each order that can still be taken back, the last one last.
    private let earlier: [ResponseState?]

    /// The days that a response lasts at most.
    package static let mostDays = 31

    /// What the names of drills end in.
    package static let drillSuffix = "-drill"

    /// The events whose orders have not been taken back, in order; a revocation would take back the last of them.
    package var standingOrders: [ResponseEvent] {
        var orders: [ResponseEvent] = []
        for event in events {
            switch event.kind {
            case .activate, .raise, .lower, .extend, .lift: orders.append(event)
            case .revoke: if event.isWhole { orders = [] } else { _ = orders.popLast() }
            case .roster: break
            }
        }
        return orders
    }

    /// The last event with orders for enterprises and sources: what they were told last.
    package var lastOrdering: ResponseEvent {
        let kinds: [ResponseEvent.Kind] = [.activate, .raise, .lower, .revoke]
        return events.last { kinds.contains($0.kind) } ?? events[0]
    }

    package var isDrill: Bool { events[0].isDrill }
    package var last: ResponseEvent { events[events.count - 1] }

    /// A record whose events follow from each other.
    /// - Throws: What the first event that does not follow from those before makes no sense by, with its number.
    package init(_ name: String, _ events: [ResponseEvent]) throws(BrokenRecord) {
        var step = Step(state: nil, earlier: [])
        for (index, event) in events.enumerated() {
            do throws(OrderRefusal) {
                guard event.number == index + 1, event.isDrill == events[0].isDrill else {
                    throw OrderRefusal(
                        Phrase(zh: "序号或演练标记前后不一", en: "its number or its mark as a drill does not follow"))
                }
                step = try step.after(event.order)
                let stated = (event.level, event.until)
                guard let state = step.state, stated == (state.last.level, state.until) else {
                    throw OrderRefusal(
                        Phrase(zh: "级别或结束时间与经过不符", en: "its level or end is not what follows"))
                }
            } catch {
                throw BrokenRecord(event: index + 1, place: event.place, message: error.message)
            }
        }
        guard let state = step.state else {
            throw BrokenRecord(
                event: 0, place: nil, message: Phrase(zh: "没有事件", en: "it holds no event"))
        }
        self.name = name
        self.events = events
        self.state = state
        earlier = step.earlier
    }

    /// How the response would stand after an order.
    /// - Throws: Why the order makes no sense as things stand.
    package func after(_ order: ResponseOrder) throws(OrderRefusal) -> ResponseState {
        let step = try Step(state: state, earlier: earlier).after(order)
        guard let state = step.state else { preconditionFailure("an order leaves a state") }
        return state
    }

    /// How a response would stand that an order begins.
    /// - Throws: Why it cannot begin one.
    package static func beginning(_ order: ResponseOrder) throws(OrderRefusal) -> ResponseState {
        guard let state = try Step(state: nil, earlier: []).after(order).state else {
            preconditionFailure("an order leaves a state")
        }
        return state
    }
}

/// Where a record stops making sense.
package struct BrokenRecord: Error, Sendable {
    /// From 1; 0 where there is none.
    package let event: Int
    package let place: SourceSpan?
    package let message: Phrase
}

extension ResponseEvent {
    /// What the event followed.
    fileprivate var order: ResponseOrder {
        let setsEnd: Bool =
            switch kind {
            case .activate, .raise, .lower, .extend: true
            case .lift, .revoke, .roster: false
            }
        return ResponseOrder(
            kind, level: level, number: orderNumber, issued: issued, effective: effective,
            until: setsEnd ? until : nil, opensEnd: setsEnd && until == nil, isWhole: isWhole)
    }
}

/// A response's state between two events.
private struct Step {
    let state: ResponseState?
    let earlier: [ResponseState?]

    func after(_ order: ResponseOrder) throws(OrderRefusal) -> Step {
        guard let state else { return Step(state: try Self.begun(by: order), earlier: [nil]) }
        try requireGoingOn(state, order)
        switch order.kind {
        case .activate:
            throw OrderRefusal(
                Phrase(zh: "这次响应已经启动", en: "this response has been activated already"))
        case .raise, .lower: return push(try changed(state, order))
        case .extend: return push(try extended(state, order))
        case .lift: return push(try lifted(state, order))
        case .revoke: return try revoked(state, order)
        case .roster: return Step(state: state.told(at: order.issued), earlier: earlier)
        }
    }

    private func push(_ next: ResponseState) -> Step {
        Step(state: next, earlier: earlier + [state])
    }

    private static func begun(by order: ResponseOrder) throws(OrderRefusal) -> ResponseState {
        guard order.kind == .activate, let level = order.level else {
            throw OrderRefusal(
                Phrase(zh: "没有进行中的响应", en: "no response is active"),
                help: Phrase(
                    zh: "先启动：emergency activate --level …", en: "begin one: emergency activate --level …"))
        }
        try requireForward(order)
        try requireEnd(order.until, after: order.effective, began: order.effective)
        return ResponseState(
            ResponseState.LevelChange(
                level: level, order: order.number, issued: order.issued, effective: order.effective),
            until: order.until)
    }

    /// An order finds a response that has not ended, and comes after the last.
    private func requireGoingOn(_ state: ResponseState, _ order: ResponseOrder) throws(OrderRefusal) {
        let begin = Phrase(
            zh: "新的预警用 emergency activate 另起一次响应",
            en: "a new alert begins a response of its own: emergency activate")
        if state.ending == .revoked {
            throw OrderRefusal(
                Phrase(zh: "这次响应生效前已经撤回", en: "this response was revoked before it took effect"), help: begin)
        }
        if order.issued < state.issued {
            throw .backInTime(
                Phrase(zh: "命令的发布时间 ", en: "the order's time"), order.issued,
                before: Phrase(zh: "上一道命令的", en: "that of the last order"), at: state.issued)
        }
        guard order.kind != .revoke, let end = state.until else { return }
        // A lift that is yet to come may be put off.
        if state.ending == .lifted, order.kind != .extend || end <= order.issued {
            throw OrderRefusal(
                Phrase(
                    zh: "这次响应已令自 \(end.isoText) 起解除", en: "this response is lifted from \(end.isoText)"),
                help: order.issued < end
                    ? Phrase(
                        zh: "解除令还没生效，撤回它：emergency revoke",
                        en: "that is yet to come; to take it back: emergency revoke") : begin)
        }
        // The formal order to lift may come when the end that was known has passed.
        if order.kind != .lift, end <= order.issued {
            throw OrderRefusal(
                Phrase(zh: "这次响应已于 \(end.isoText) 结束", en: "this response ended at \(end.isoText)"),
                help: begin)
        }
    }

    private func changed(_ state: ResponseState, _ order: ResponseOrder) throws(OrderRefusal)
        -> ResponseState
    {
        guard let level = order.level else { preconditionFailure("a change of level names one") }
        try Self.requireForward(order)
        let last = state.last
        let isRaise = order.kind == .raise
        guard isRaise ? last.level < level : level < last.level else {
            throw .notRising(level, last.level, isRaise: isRaise)
        }
        guard last.effective <= order.effective else {
            let what = last.level.title
            throw OrderRefusal.backInTime(
                Phrase(zh: "生效时间 ", en: "the effective time"), order.effective,
                before: Phrase(
                    zh: "\(what.chinese)生效的", en: "that of \(what.english)"), at: last.effective)
        }
        if let end = state.until, order.until == nil, !order.opensEnd, end <= order.effective {
            throw OrderRefusal(
                Phrase(
                    zh: "响应 \(end.isoText) 就结束，变更要在那之前生效",
                    en: "the response ends at \(end.isoText); a change takes effect before"),
                help: Phrase(
                    zh: "同时延长：加 --until \"…\"", en: "to move the end with it add --until \"…\""))
        }
        try Self.requireEnd(order.effective + Span(minutes: 1), after: order.effective, began: state.began)
        let until = order.opensEnd ? nil : order.until ?? state.until
        try Self.requireEnd(until, after: order.effective, began: state.began)
        return state.changed(
            ResponseState.LevelChange(
                level: level, order: order.number, issued: order.issued, effective: order.effective),
            until: until)
    }

    private func extended(_ state: ResponseState, _ order: ResponseOrder) throws(OrderRefusal)
        -> ResponseState
    {
        guard let until = order.until else {
            guard state.until != nil else {
                throw OrderRefusal(
                    Phrase(zh: "解除时间本来就待定", en: "the end is open as it is"))
            }
            return state.ending(nil, as: nil, issued: order.issued)
        }
        if let end = state.until, until <= end {
            throw OrderRefusal(
                Phrase(
                    zh: "结束时间本来就是 \(end.isoText)，\(until.isoText) 不是延长",
                    en: "the end is \(end.isoText) as it is; \(until.isoText) is no extension"),
                help: Phrase(
                    zh: "提前结束用 emergency lift --effective \"\(until.isoText)\"",
                    en: "to end it sooner use emergency lift --effective \"\(until.isoText)\""))
        }
        try Self.requireEnd(until, after: max(order.issued, state.last.effective), began: state.began)
        return state.ending(until, as: nil, issued: order.issued)
    }

    private func lifted(_ state: ResponseState, _ order: ResponseOrder) throws(OrderRefusal)
        -> ResponseState
    {
        // What would have come later is off with it.
        let (standing, end) = (state.without(changesFrom: order.effective), order.effective)
        guard let standing else {
            let last = state.changes[0]
            let level = last.level.title
            throw OrderRefusal(
                Phrase(
                    zh: "\(level.chinese)响应 \(last.effective.isoText) 才生效，不能在 \(end.isoText) 解除",
                    en:
                        "the \(level.english) response takes effect at \(last.effective.isoText); it cannot be lifted at \(end.isoText)"
                ),
                help: order.issued < last.effective
                    ? Phrase(
                        zh: "市里收回了还没生效的命令，用 emergency revoke",
                        en: "where the city takes back what is yet to come use emergency revoke") : nil)
        }
        if let known = state.until, known < end {
            throw OrderRefusal(
                Phrase(
                    zh: "响应 \(known.isoText) 已到期，不能晚到 \(end.isoText) 才解除",
                    en: "the response ends at \(known.isoText); it cannot be lifted later, at \(end.isoText)"),
                help: order.issued < known
                    ? Phrase(
                        zh: "延长用 emergency extend --until \"\(end.isoText)\"",
                        en: "to extend it use emergency extend --until \"\(end.isoText)\"")
                    : Phrase(
                        zh: "补记解除令：emergency lift --effective \"\(known.isoText)\"",
                        en: "to record the order to lift: emergency lift --effective \"\(known.isoText)\""))
        }
        try Self.requireForward(order)
        try Self.requireEnd(end, after: standing.last.effective, began: state.began)
        return standing.ending(end, as: .lifted, issued: order.issued)
    }

    private func revoked(_ state: ResponseState, _ order: ResponseOrder) throws(OrderRefusal) -> Step {
        guard !order.isWhole else {
            guard order.issued < state.began else {
                throw OrderRefusal(
                    Phrase(
                        zh: "响应 \(state.began.isoText) 已经生效，不能整个撤回",
                        en:
                            "the response took effect at \(state.began.isoText) and cannot be taken back as a whole"
                    ),
                    help: Phrase(zh: "解除用 emergency lift", en: "to lift it use emergency lift"))
            }
            return Step(state: state.revoked(order.issued), earlier: [])
        }
        guard let former = earlier.last else {
            throw OrderRefusal(Phrase(zh: "没有可撤回的命令", en: "there is no order to take back"))
        }
        let before = former
        // When what the order before this one changed begins to count.
        let effect: CivilTime?
        if let before {
            let levels = before.changes.count < state.changes.count ? [state.last.effective] : []
            let ends = before.until == state.until ? [] : [before.until, state.until].compactMap(\.self)
            effect = (levels + ends).min()
        } else {
            effect = state.began
        }
        guard let effect, order.issued < effect else {
            throw OrderRefusal(
                Phrase(
                    zh: "上一道命令\(effect.map { " \($0.isoText) " } ?? "")已经生效，不能撤回",
                    en:
                        "the last order took effect\(effect.map { " at \($0.isoText)" } ?? "") and cannot be taken back"
                ),
                help: Phrase(
                    zh: "用 raise、lower、extend 或 lift 另行变更", en: "change it by raise, lower, extend or lift"))
        }
        return Step(
            state: before.map { $0.told(at: order.issued) } ?? state.revoked(order.issued),
            earlier: before == nil ? [] : Array(earlier.dropLast()))
    }

    private static func requireForward(_ order: ResponseOrder) throws(OrderRefusal) {
        guard (order.effective - order.issued).minutes <= ResponseRecord.mostDays * 1440 else {
            throw OrderRefusal(
                Phrase(
                    zh:
                        "生效时间 \(order.effective.isoText) 比发布时间 \(order.issued.isoText) 晚了 \(ResponseRecord.mostDays) 天以上",
                    en:
                        "the effective time \(order.effective.isoText) lies more than \(ResponseRecord.mostDays) days after the time of issue, \(order.issued.isoText)"
                ), help: Phrase(zh: "核对年月日", en: "look at year, month and day again"))
        }
        guard order.effective < order.issued else { return }
        throw .backInTime(
            Phrase(zh: "生效时间 ", en: "the effective time"), order.effective,
            before: Phrase(zh: "发布时间", en: "the time of issue"), at: order.issued)
    }

    private static func requireEnd(_ end: CivilTime?, after start: CivilTime, began: CivilTime)
        throws(OrderRefusal)
    {
        guard let end else { return }
        guard start < end else {
            throw OrderRefusal(
                Phrase(
                    zh: "结束时间 \(end.isoText) 不在 \(start.isoText) 之后",
                    en: "the end, \(end.isoText), does not lie after \(start.isoText)"))
        }
        guard (end - began).minutes <= ResponseRecord.mostDays * 1440 else {
            throw OrderRefusal(
                Phrase(
                    zh: "一次应急最长 \(ResponseRecord.mostDays) 天，从 \(began.isoText) 算起",
                    en: "a response lasts at most \(ResponseRecord.mostDays) days from \(began.isoText)"))
        }
    }
}
