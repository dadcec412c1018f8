import Activating
import Diagnostics
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Whatever is traced adds up, and to what the balance says.
struct TraceTests {
    /// The sample plans (seed 0), and others at other scales.
    private static func book(_ seed: UInt64) async throws -> PlanBook {
        let sample = try planFiles(below: samplePlans)
        let files = seed == 0 ? sample : scaledPlans(sample, seed: seed)
        return try #require(await PlanReader.read(files, in: "Plans", on: sampleDay).book)
    }

    private static func activation(_ book: PlanBook, _ level: AlertLevel) -> Activation {
        let time = CivilTime(sampleDay, minuteOfDay: 18 * 60)
        return Activation(
            book, order: AlertOrder(level: level, issued: time, effective: time, end: nil, number: nil))
    }

    @Test(arguments: 0..<31 as Range<UInt64>)
    func pollutantsCloseFromLinesToSociety(seed: UInt64) async throws {
        let book = try await Self.book(seed)
        for level in AlertLevel.allCases {
            let activation = Self.activation(book, level)
            for pollutant in Pollutant.allCases {
                Self.holds(PollutantTrace(pollutant, in: activation), against: activation.balance)
            }
        }
    }

    private static func holds(_ trace: PollutantTrace, against balance: ReductionBalance) {
        let pollutant = trace.pollutant
        for (sector, row) in zip(trace.sectors, balance.sectors) {
            #expect(sector.sector == row.name)
            #expect(sector.amount.base == row.account.base[pollutant])
            #expect(sector.amount.cut == row.account.cut[pollutant])
            #expect(sector.places.reduce(.init()) { $0 + $1.amount } == sector.amount)
            for place in sector.places {
                #expect(place.owners.reduce(.init()) { $0 + $1.amount } == place.amount)
                #expect(Set(place.owners.map(\.id)).count == place.owners.count, "an owner stands there once")
                for owner in place.owners {
                    let bases = owner.lines.map { $0.entry.base[pollutant] }
                    let cuts = owner.lines.map { $0.entry.cut[pollutant] }
                    #expect(bases.reduce(.zero, +) == owner.amount.base)
                    #expect(cuts.reduce(.zero, +) == owner.amount.cut)
                    #expect(owner.lines.allSatisfy { $0.entry.emitter.owner == owner.id })
                }
            }
        }
        for (place, row) in zip(trace.places, balance.subDistricts) {
            #expect(place.subDistrict == row.name)
            #expect(place.amount.base == row.account.base[pollutant])
            #expect(place.amount.cut == row.account.cut[pollutant])
        }
        #expect(trace.places.last?.amount.cut == balance.districtWide.cut[pollutant])
        #expect(trace.listed.cut == trace.figure.cut)
        #expect(trace.listed.base + trace.unlisted == trace.figure.base)
        let uncounted = balance.notCounted.reduce(MassRate.zero) { $0 + $1.account.base[pollutant] }
        #expect(trace.countable.base + uncounted == trace.listed.base)
    }

    @Test(arguments: 0..<31 as Range<UInt64>)
    func ownersCloseFromStepsToTheDistrict(seed: UInt64) async throws {
        let book = try await Self.book(seed)
        let activation = Self.activation(book, AlertLevel.allCases[Int(seed) % 3])
        var (base, cut) = (Emissions.zero, Emissions.zero)
        for owner in book.owners {
            let trace = OwnerTrace(owner, in: activation, of: book)
            base += trace.total.base
            cut += trace.total.cut
            let bases = trace.lines.map(\.entry.base).reduce(.zero, +)
            let cuts = trace.lines.map(\.entry.cut).reduce(.zero, +)
            #expect(bases == trace.total.base && cuts == trace.total.cut)
            for line in trace.lines { Self.holds(line) }
        }
        #expect(cut == activation.balance.figures.map { _, figure in figure.cut })
        #expect(
            base + activation.balance.unlisted == activation.balance.figures.map { _, figure in figure.base })
    }

    /// A step begins with what the one before has left, and leaves the least whole grams that are its share.
    private static func holds(_ line: LineTrace) {
        var left = line.entry.base
        for step in line.steps.map(\.step) {
            #expect(step.before == left)
            for pollutant in Pollutant.allCases {
                let (share, after) = (step.remaining[pollutant], Int128(step.after[pollutant].gramsPerDay))
                let exact = Int128(left[pollutant].gramsPerDay) * Int128(share.numerator)
                let denominator = Int128(share.denominator)
                #expect(after * denominator >= exact && (after - 1) * denominator < exact)
            }
            left = step.after
        }
        #expect(line.entry.cut == line.entry.base - left)
        #expect(line.entry.notCounted == nil || line.steps.isEmpty && line.entry.cut.isZero)
    }

    /// What the plan says by the year is kept as it says it, and no day has more than its part.
    @Test func yearsBecomeDays() async throws {
        let book = try await Self.book(0)
        let annual = book.enterprises.flatMap { enterprise in
            enterprise.lines.flatMap { line in line.stated.annual.map { (line, $0) } }
        }
        #expect(annual.count > 20)
        for (line, amount) in annual {
            #expect(amount.daily == line.emissions[amount.pollutant])
            let words = line.stated.place(in: line.place.file).words(lines: 4, scalars: 200).joined()
            #expect(words.contains("/a"), "\(words)")
        }
        #expect(book.enterprises.contains { $0.lines.allSatisfy { $0.stated.annual.isEmpty } })
    }

    /// The trace and `check` agree on who keeps what their rating asks.
    @Test func ratingsAreHeldAsTheCheckHoldsThem() async throws {
        let text = "grades: [C, 非引领性], least: {yellow: 5 %, orange: 30 %, red: 50 %}"
        let files = try planFiles(below: samplePlans).map { file in
            file.with(file.text.replacing(text, with: text.replacing("30 %", with: "49.5 %")))
        }
        let reading = await PlanReader.read(files, in: "Plans", on: sampleDay)
        let book = try #require(reading.book)
        let activation = Self.activation(book, .orange)
        let short = book.owners.flatMap { OwnerTrace($0, in: activation, of: book).demands }.count {
            !$0.isKept
        }
        let found = reading.diagnostics.count {
            [.ratingTooLittle, .restrictedTooLittle].contains($0.rule)
                && $0.message.english.contains("orange")
        }
        #expect(short > 0 && short == found)
    }
}
