import Diagnostics
import MarkedXML
import TestSupport
import Testing

/// XML as friends and foes write it.
struct XMLReaderTests {
    private static func read(_ bytes: some Sequence<UInt8>) -> (root: XMLElement?, told: String) {
        do throws(XMLFault) {
            return (try XMLReader.read(SourceFile(path: "a.xml", bytes: Array(bytes))), "")
        } catch {
            let place = error.diagnostic.place.start
            return (nil, "\(place.line):\(place.column) \(error.diagnostic.rule.rawValue)")
        }
    }

    private static func outline(_ element: XMLElement) -> String {
        let place = element.textPlace.start
        return "\(element.name)@\(place.line):\(place.column)=\(element.text)"
            + (element.children.isEmpty
                ? "" : "(" + element.children.map(outline).joined(separator: " ") + ")")
    }

    @Test(arguments: [
        ("<a/>", "a@1:1="), ("<a>x</a>", "a@1:4=x"), ("<a> x y </a>", "a@1:5=x y"),
        (
            "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<a>\r\n <b>西城</b>\r\n</a>",
            "a@2:1=(b@3:5=西城)"
        ),
        ("<a><b k='>'>1</b><b>2</b></a>", "a@1:1=(b@1:13=1 b@1:21=2)"),
        ("<a><!-- <b>0</b> --><b>1<!-- 2 -->3</b></a>", "a@1:1=(b@1:24=13)"),
        ("<a><![CDATA[<b>&x;]]></a>", "a@1:1=<b>&x;"), ("<a>&lt;&amp;&#x897F;&#22478;</a>", "a@1:4=<&西城"),
        ("<?go now?><a><?go on?>1</a><!-- end -->", "a@1:11=1"),
        ("<a>\n\n  区\n  1\n</a>", "a@3:3=区\n  1"),
    ])
    func elementsAndTheirPlaces(text: String, expected: String) {
        let (root, told) = Self.read(text.utf8)
        #expect(told == "")
        #expect(root.map(Self.outline) == expected)
    }

    @Test func prefixesAreNoNames() {
        let (root, _) = Self.read(
            "<c:a xmlns:c='one' xmlns='two'><c:b>1</c:b><b>2</b><b xmlns='one'>3</b><b xmlns=''>4</b></c:a>"
                .utf8)
        #expect(root?.namespace == "one")
        #expect(root?.children("b").map(\.text) == ["1", "3"])
        #expect(root?.children.map(\.namespace) == ["one", "two", "one", ""])
    }

    @Test(arguments: [
        ("", "1:1 empty-file"), ("\u{FEFF}", "1:1 empty-file"), ("  \n ", "2:2 xml-syntax"),
        ("x", "1:1 xml-syntax"), ("<a>", "1:4 xml-syntax"), ("<a", "1:3 xml-syntax"),
        ("<a></b>", "1:8 xml-syntax"), ("<a/><b/>", "1:5 xml-syntax"), ("<a>&x;</a>", "1:7 xml-syntax"),
        ("<a>\u{1}</a>", "1:5 xml-syntax"), ("<a>&#0;</a>", "1:8 xml-syntax"), ("<x:a/>", "1:5 xml-syntax"),
        ("<a b='1' b='2'/>", "1:15 xml-syntax"), ("<a b='<'/>", "1:7 xml-syntax"),
        ("<a>\u{0}</a>", "1:4 control-character"),
        ("<!DOCTYPE a><a/>", "1:1 document-type"),
        ("<?xml version='1.0'?>\n <!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "2:2 document-type"),
        ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "1:1 document-type"),
        (
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "1:1 document-type"
        ),
        ("<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://localhost:1/'> %x;]><a/>", "1:1 document-type"),
        ("<?xml version='1.0' encoding='GB18030'?><a/>", "1:31 bad-utf8"),
        ("<?xml version='1.0' encoding='UTF-16'?><a/>", "1:31 bad-utf8"),
        ("<?xml version='1.0' encoding='UTF-7'?><a/>", "1:31 bad-utf8"),
    ])
    func faultsAndTheirPlaces(text: String, expected: String) {
        #expect(Self.read(text.utf8).told == expected, "\(text)")
    }

    @Test func bytesThatAreNoUTF8() {
        #expect(
            Self.read(Array("<a>\n".utf8) + [0xCE, 0xF7, 0xB3, 0xC7] + Array("</a>".utf8)).told
                == "2:1 bad-utf8")
        #expect(Self.read([0xFF, 0xFE, 0x3C, 0x00]).told == "1:1 bad-utf8")
        #expect(Self.read([0xFE, 0xFF, 0x00, 0x3C]).told == "1:1 bad-utf8")
        #expect(Self.read([0x3C, 0x00, 0x61, 0x00]).told == "1:1 bad-utf8")
        #expect(Self.read(Array("<a>".utf8) + [0xE8, 0xA5]).told == "1:4 bad-utf8")
    }

    @Test func whatIsTooMuch() {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(Self.read(nested(XMLReader.deepest).utf8).told == "")
        #expect(Self.read(nested(XMLReader.deepest + 1).utf8).told == "1:97 too-deep")
        #expect(Self.read(nested(100_000).utf8).told == "1:97 too-deep")
        let many = "<a>" + String(repeating: "<b/>", count: XMLReader.mostElements) + "</a>"
        #expect(Self.read(many.utf8).told == "1:40000 file-too-large")
        let huge = [UInt8](repeating: 0x20, count: XMLReader.largestFile + 1)
        #expect(Self.read(huge).told == "1:1 file-too-large")
    }

    /// A billion laughs ends at the first word, whatever stands behind it.
    @Test func entitiesAreNeverExpanded() {
        let laughs = (1...30).map { "<!ENTITY l\($0) '&l\($0 - 1);&l\($0 - 1);'>" }.joined(separator: "\n")
        let text = "<?xml version='1.0'?>\n<!DOCTYPE a [\n<!ENTITY l0 'ha'>\n\(laughs)]>\n<a>&l30;</a>"
        #expect(Self.read(text.utf8).told == "2:1 document-type")
    }

    /// Whatever bytes come, there is an answer, and a place inside the file.
    @Test func spoiltTextsHaveAnAnswer() {
        let good = Array(
            "<?xml version='1.0' encoding='UTF-8'?><a xmlns='u'><b k='v'>西城区&amp;</b><![CDATA[x]]><!-- c --></a>"
                .utf8)
        let tokens = [
            "<", ">", "&", ";", "]]>", "<!", "<!DOCTYPE ", "<![CDATA[", "-->", "\0", "\u{FEFF}", "'",
            "xmlns:", "<?",
        ]
        for seed in UInt64(0)..<3000 {
            var seeded = Seeded(seed)
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &seeded) {
                let place = Int.random(in: 0..<bytes.count, using: &seeded)
                switch Int.random(in: 0..<3, using: &seeded) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &seeded)
                case 1: bytes.removeSubrange(place..<min(place + 5, bytes.count))
                default:
                    bytes.insert(contentsOf: (tokens.randomElement(using: &seeded) ?? "").utf8, at: place)
                }
                if bytes.isEmpty { bytes = good }
            }
            let (root, told) = Self.read(bytes)
            #expect((root == nil) != told.isEmpty, "seed \(seed)")
        }
    }
}
