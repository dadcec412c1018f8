package import Diagnostics

/// Why nothing can be written; the plans are as they were.
package struct Refusal: Error, Sendable {
    package let message: Phrase
    package let help: Phrase?
}
