/// The sums of an event's files, as `sha256sum -c` reads them: `Responses/<name>/sums/<event>.sha256`.
package struct FileSums: Sendable {
    package let text: String

    /// - Parameter files: By their paths below the response's folder.
    package init(_ files: [ResponseFile]) {
        text = files.map { "\(ContentHash(of: $0.bytes).text.dropFirst(7))  \($0.path)\n" }.joined()
    }

    package static func path(of event: Int) -> String { "sums/\(event).sha256" }

    /// What vouches for the list itself.
    package var hash: String { ContentHash(of: text.utf8).text }
}
