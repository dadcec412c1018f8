/// The name by which a plan refers to one thing of a kind.
package struct Identifier<Owner>: Sendable, Hashable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }
}
