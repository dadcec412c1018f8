package import Diagnostics

/// One element of an XML text and where it stands; attributes, comments and instructions are not kept.
package struct XMLElement: Sendable {
    /// Without its prefix.
    package let name: String
    /// The namespace that its prefix stands for; empty where there is none.
    package let namespace: String
    package fileprivate(set) var children: [XMLElement] = []
    /// Its own characters, CDATA included, without blanks around them.
    package fileprivate(set) var text = ""
    /// The `<` and the name of its start tag.
    package let place: SourceSpan
    /// Its first characters; the start tag where there are none.
    package let textPlace: SourceSpan

    package init(name: String, namespace: String, place: SourceSpan, textPlace: SourceSpan) {
        self.name = name
        self.namespace = namespace
        self.place = place
        self.textPlace = textPlace
    }

    /// The children of a name in the same namespace as their parent; others only look like them.
    package func children(_ names: String...) -> [XMLElement] {
        children.filter { names.contains($0.name) && $0.namespace == namespace }
    }
}

/// Elements in the making, the innermost open one last.
struct OpenElements {
    private var open: [(element: XMLElement, text: [UInt8])] = []
    private(set) var root: XMLElement?
    private(set) var count = 0

    var depth: Int { open.count }

    mutating func start(_ element: XMLElement) {
        count += 1
        open.append((element, []))
    }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text.append(contentsOf: text)
    }

    mutating func end() {
        guard let last = open.popLast() else { return }
        var element = last.element
        element.text = Self.trimmed(last.text)
        guard !open.isEmpty else {
            root = element
            return
        }
        open[open.count - 1].element.children.append(element)
    }

    private static func trimmed(_ bytes: [UInt8]) -> String {
        let blank: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
        let start = bytes.firstIndex { !blank.contains($0) } ?? bytes.count
        let end = bytes.lastIndex { !blank.contains($0) }.map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
