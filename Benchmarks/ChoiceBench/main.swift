import Glibc
import Solving

// choice-bench INSTANCE [GAP]: reads an instance as Benchmarks/choices.py writes it, solves it, and prints one line
// of JSON. The time is that of solving alone, as it is taken of the peers.

/// The whole numbers of a file.
struct Numbers {
    private let bytes: [UInt8]
    private var place = 0

    init(_ path: String) {
        guard let file = fopen(path, "r") else {
            preconditionFailure("cannot read \(path)")
        }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
    }

    mutating func next() -> Int64 {
        while place < bytes.count, bytes[place] < 0x30 { place += 1 }
        var number: Int64 = 0
        while place < bytes.count, bytes[place] >= 0x30 {
            number = number * 10 + Int64(bytes[place] - 0x30)
            place += 1
        }
        return number
    }
}

guard CommandLine.arguments.count > 1 else {
    preconditionFailure("usage: choice-bench INSTANCE [GAP]")
}
var numbers = Numbers(CommandLine.arguments[1])
let aim = CommandLine.arguments.count > 2 ? Double(CommandLine.arguments[2]) ?? 1e-4 : 1e-4
let (groups, options, pollutants) = (numbers.next(), numbers.next(), numbers.next())
var problem = CoveringProblem(required: (0..<pollutants).map { _ in Int128(numbers.next()) })
for _ in 0..<groups {
    problem.add(parts: [
        (0..<options).map { _ in
            let cost = numbers.next()
            return CoveringProblem.Option(
                cost: cost,
                (0..<Int(pollutants)).map { CoveringProblem.Amount(row: $0, Int128(numbers.next())) })
        }
    ])
}
let clock = ContinuousClock()
let start = clock.now
let choice = problem.leastCostChoice(ChoiceAim(gap: aim))
let seconds = (clock.now - start) / .seconds(1)
guard let choice else {
    print("{\"cost\":null,\"seconds\":\(seconds)}")
    exit(1)
}
let chosen = choice.options.map { "[\($0 / Int(options)),\($0 % Int(options))]" }.joined(separator: ",")
print(
    "{\"cost\":\(choice.cost),\"bound\":\(choice.bound),\"gap\":\(choice.gap),\"seconds\":\(seconds),"
        + "\"proof\":\"\(choice.proof)\",\"pricings\":\(choice.effort.pricings),\"open\":\(choice.effort.open),"
        + "\"core\":\(choice.effort.core),\"rows\":\(choice.reached.count),\"chosen\":[\(chosen)]}")
