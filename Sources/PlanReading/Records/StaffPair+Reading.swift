import Diagnostics
import MarkedYAML
import PlanModel

extension StaffPair {
    private static let together = Field("together", "同班", twoPeople, optional: true)
    private static let apart = Field("apart", "不同班", twoPeople, optional: true)

    static let shape = Shape<StaffPair>.record(fields(together, apart)) { record in
        let (together, apart) = (record(together), record(apart))
        switch (record.has(Self.together), record.has(Self.apart)) {
        case (true, false): return together.map { StaffPair(.together, $0.0, $0.1) }
        case (false, true): return apart.map { StaffPair(.apart, $0.0, $0.1) }
        case (let isBoth, _):
            record.context.report(
                isBoth ? .contradictoryKeys : .missingKey,
                isBoth
                    ? Phrase(
                        zh: "together（同班）和 apart（不同班）只能写一个",
                        en: "a pair has either 'together' or 'apart', not both")
                    : Phrase(
                        zh: "要写 together（同班）或 apart（不同班）", en: "a pair needs either 'together' or 'apart'"),
                at: record.place)
            return nil
        }
    }

    /// A list of two different people.
    private static let twoPeople: Shape<(Located<Identifier<Person>>, Located<Identifier<Person>>)> = {
        let list = Person.reference.list()
        return Shape(list.form) { node, context in
            guard let people = list.read(node, context) else { return nil }
            guard people.count == 2 else {
                context.report(
                    .numberOutOfRange,
                    Phrase(
                        zh: "这里要写两个人，写了 \(people.count) 个",
                        en: "a pair is of two people, not of \(people.count)"),
                    at: node.span,
                    help: Phrase(
                        zh: "三个人写成几对，如 [yt-01, yt-02] 和 [yt-02, yt-03]",
                        en: "write three people as pairs, such as [yt-01, yt-02] and [yt-02, yt-03]"))
                return nil
            }
            guard people[0].value != people[1].value else {
                let name = people[1].value.text
                context.report(
                    .namesItself,
                    Phrase(zh: "“\(name)”不能和自己搭配", en: "'\(name)' cannot be paired with themselves"),
                    at: people[1].place, help: Phrase(zh: "写另一个人的编号", en: "write the id of somebody else"))
                return nil
            }
            return (people[0], people[1])
        }
    }()
}

extension [StaffPair] {
    /// Complains of two people who shall be both together and apart.
    /// - Returns: Whether there is nothing to complain of.
    func agree(_ context: ReadingContext) -> Bool {
        var first: [Set<Identifier<Person>>: StaffPair] = [:]
        var isRight = true
        for pair in self {
            let people: Set = [pair.first.value, pair.second.value]
            guard let earlier = first[people] else {
                first[people] = pair
                continue
            }
            guard earlier.kind != pair.kind else { continue }
            isRight = false
            context.report(
                Diagnostic(
                    .contradictoryKeys,
                    Phrase(
                        zh: "“\(pair.first.value.text)”和“\(pair.second.value.text)”既要同班又要不同班",
                        en:
                            "'\(pair.first.value.text)' and '\(pair.second.value.text)' cannot be both together and apart"
                    ), at: pair.first.place, help: Phrase(zh: "两处留一处", en: "keep one of the two"),
                    related: [
                        .init(Phrase(zh: "另一处在这里", en: "the other stands here"), at: earlier.first.place)
                    ]))
        }
        return isRight
    }
}
