import PlanModel

/// The name by which calendars know a duty again in every edition and every file.
enum DutyUID {
    /// ASCII without anything that RFC 5545 escapes, at most 255 octets.
    static func of(
        _ duty: PublishedRoster.Duty, in subDistrict: Identifier<SubDistrict>, response: String
    ) -> String {
        let parts = [
            response, subDistrict.text, duty.date.isoText, duty.shift.text, duty.post.text, duty.at,
            duty.person.text,
        ]
        // No text encodes to the bare tilde: it stands for the sub-district itself.
        let name = parts.map { $0.map(encoded) ?? "~" }.joined(separator: "/")
        guard name.utf8.count + domain.utf8.count > 255 else { return name + domain }
        let tail = "~" + hash(name) + domain
        return name.prefix(255 - tail.utf8.count) + tail
    }

    private static let domain = "@emergency"

    /// Letters, digits, `-`, `_` and `.` as they are, every other byte as `=E6`.
    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    /// FNV-1a of 128 bits, in 32 hexadecimal digits.
    private static func hash(_ text: String) -> String {
        let prime = UInt128(1) << 88 | 0x13B
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
