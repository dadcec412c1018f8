import Printing
import RosterCases
import Solving
import Staffing

// roster-bench SIZE SEED [SECONDS|rotation]: makes up a roster problem, solves it, and prints problem, answer and time as JSON.
// The time is that of solving alone, as it is taken of the peers.

let arguments = CommandLine.arguments
guard arguments.count > 2, let size = RosterCase.Size.all.first(where: { $0.name == arguments[1] }),
    let seed = UInt64(arguments[2])
else {
    preconditionFailure("usage: roster-bench small|week|middle|large SEED [SECONDS|rotation]")
}
let isPlain = arguments.last == "rotation"
let seconds = arguments.count > 3 ? Double(arguments[3]) ?? 60 : 60
let one = RosterCase(size, seed: seed)
let clock = ContinuousClock()
let start = clock.now
let search =
    isPlain
    ? RosterSearch(rotationOf: one.problem)
    : RosterSearch(one.problem, within: Program.Limits(seconds: seconds))
print(one.json(with: search, seconds: (clock.now - start) / .seconds(1)).text, terminator: "")
