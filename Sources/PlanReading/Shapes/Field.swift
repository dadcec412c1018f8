package import Diagnostics
import MarkedYAML

/// One key of a record: declared once, read in both languages, shown to editors.
struct Field<Value>: Sendable {
    let declaration: FieldDeclaration
    let shape: Shape<Value>

    init(_ english: StaticString, _ chinese: StaticString, _ shape: Shape<Value>, optional: Bool = false) {
        self.shape = shape
        declaration = FieldDeclaration(
            english: "\(english)", chinese: "\(chinese)", isRequired: !optional, form: shape.form)
    }
}

/// The declarations of fields whose values are of different types.
func fields<each Value>(_ field: repeat Field<each Value>) -> [FieldDeclaration] {
    var declarations: [FieldDeclaration] = []
    for one in repeat each field { declarations.append(one.declaration) }
    return declarations
}

/// What is known of a key without knowing the type of its value. A class, so that a record finds its
/// fields by identity.
package final class FieldDeclaration: Sendable {
    package let english: String
    package let chinese: String
    package let isRequired: Bool
    package let form: Form

    init(english: String, chinese: String, isRequired: Bool, form: Form) {
        self.english = english
        self.chinese = chinese
        self.isRequired = isRequired
        self.form = form
    }

    /// As messages show a key: 统一社会信用代码（creditCode）.
    package var bothNames: Phrase {
        Phrase(zh: "\(chinese)（\(english)）", en: english)
    }
}

/// The keys of a record, laid out for finding them fast: comparing bytes costs half of comparing Chinese strings.
/// A class, so that handing it to each record counts one reference and not three.
final class FieldTable: Sendable {
    let declarations: [FieldDeclaration]
    private let identities: [ObjectIdentifier]
    private let names: [(english: [UInt8], chinese: [UInt8])]

    /// What a record can have; more would not fit on a page of the format either.
    static let most = 32

    init(_ declarations: [FieldDeclaration]) {
        precondition(declarations.count <= Self.most, "a record has at most \(Self.most) fields")
        self.declarations = declarations
        identities = declarations.map { ObjectIdentifier($0) }
        names = declarations.map { (Array($0.english.utf8), Array($0.chinese.utf8)) }
    }

    func index(of declaration: FieldDeclaration) -> Int {
        guard let index = identities.firstIndex(of: ObjectIdentifier(declaration)) else {
            preconditionFailure("a record reads only the fields that it declares")
        }
        return index
    }

    /// The field of a name; keys mostly stand in declared order, so the search starts behind the last one found.
    func index(named text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let count = names.count
        for step in 0..<count {
            let index = start + step < count ? start + step : start + step - count
            if Self.isEqual(names[index].english, text) || Self.isEqual(names[index].chinese, text) {
                return index
            }
        }
        return nil
    }

    private static func isEqual(_ name: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard name.count == text.count else { return false }
        for index in 0..<name.count where name[index] != text[index] { return false }
        return true
    }
}
