import ArgumentParser

/// The ways in which a run ends other than well.
enum Failure: Int32 {
    /// The plans have errors, or a target is missed.
    case findings = 1
    /// Something outside could not be read or written.
    case outside = 2

    var code: ExitCode { ExitCode(rawValue) }
}
