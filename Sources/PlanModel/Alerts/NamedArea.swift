/// A district as alert messages mean it: its code of GB/T 2260 and its name.
package struct NamedArea: Sendable, Equatable {
    /// Six digits.
    package let code: String
    package let name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}

extension District {
    package var area: NamedArea { NamedArea(code: code, name: name) }
}

extension NamedArea {
    /// How an area that a message names lies to this one.
    package enum Relation: Sendable {
        case itself
        /// The city or the province that contains it.
        case around
        case elsewhere
    }

    /// By the code alone.
    /// - Parameter other: Six digits, or twelve that end in six zeros; anything else lies elsewhere.
    package func relation(toCode other: String) -> Relation {
        let digits = Array(other.utf8)
        guard digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
            digits.count == 6 || digits.count == 12 && digits[6...].allSatisfy({ $0 == UInt8(ascii: "0") })
        else { return .elsewhere }
        let six = String(other.prefix(6))
        if six == code { return .itself }
        return [code.prefix(2) + "0000", code.prefix(4) + "00"].contains(six) ? .around : .elsewhere
    }

    /// By the name alone: 西城区, 北京市西城区, 北京市. A city's own name is known for the four municipalities only.
    package func relation(toName other: String) -> Relation {
        let other = other.filter { !$0.isWhitespace }
        if other == name { return .itself }
        guard let province = Self.provinces[String(code.prefix(2))] else {
            return other.hasSuffix("市" + name) ? .itself : .elsewhere
        }
        guard
            let rest = [province.name, province.short].first(where: other.hasPrefix).map({
                other.dropFirst($0.count)
            })
        else {
            // Within a province a city may stand before the district, but no other province.
            let isForeign = Self.provinces.values.contains { other.hasPrefix($0.short) }
            return !isForeign && !isOfMunicipality && other.hasSuffix("市" + name) ? .itself : .elsewhere
        }
        if rest == name || rest == "市辖区" + name { return .itself }
        if !isOfMunicipality, rest.hasSuffix("市" + name) { return .itself }
        return Self.wholes.contains(String(rest)) ? .around : .elsewhere
    }

    /// Whether a name may stand beside a code that is this area or lies around it.
    package func agrees(_ name: String, with relation: Relation) -> Bool {
        guard !name.isEmpty else { return true }
        switch (relation, self.relation(toName: name)) {
        case (.itself, let other): return other == .itself
        case (.around, .around): return true
        case (.around, let other):
            if ["全市", "全省", "全域", "全区"].contains(name) { return true }
            // A city of a province: its name is not known here, but it is no district's.
            return !isOfMunicipality && other == .elsewhere && name.hasSuffix("市")
        case (.elsewhere, _): return false
        }
    }

    private var isOfMunicipality: Bool { ["11", "12", "31", "50"].contains(code.prefix(2)) }

    /// What may follow a province's name and still mean all of it.
    private static let wholes: Set<String> = [
        "", "全市", "全省", "全区", "全域", "全境", "市辖区", "行政区域", "行政区域内", "辖区", "辖区内",
    ]

    /// GB/T 2260: the first two digits, the name, and the name without 市, 省, 自治区.
    private static let provinces: [String: (name: String, short: String)] = [
        "11": ("北京市", "北京"), "12": ("天津市", "天津"), "13": ("河北省", "河北"), "14": ("山西省", "山西"),
        "15": ("内蒙古自治区", "内蒙古"), "21": ("辽宁省", "辽宁"), "22": ("吉林省", "吉林"), "23": ("黑龙江省", "黑龙江"),
        "31": ("上海市", "上海"), "32": ("江苏省", "江苏"), "33": ("浙江省", "浙江"), "34": ("安徽省", "安徽"),
        "35": ("福建省", "福建"), "36": ("江西省", "江西"), "37": ("山东省", "山东"), "41": ("河南省", "河南"),
        "42": ("湖北省", "湖北"), "43": ("湖南省", "湖南"), "44": ("广东省", "广东"), "45": ("广西壮族自治区", "广西"),
        "46": ("海南省", "海南"), "50": ("重庆市", "重庆"), "51": ("四川省", "四川"), "52": ("贵州省", "贵州"),
        "53": ("云南省", "云南"), "54": ("西藏自治区", "西藏"), "61": ("陕西省", "陕西"), "62": ("甘肃省", "甘肃"),
        "63": ("青海省", "青海"), "64": ("宁夏回族自治区", "宁夏"), "65": ("新疆维吾尔自治区", "新疆"), "71": ("台湾省", "台湾"),
        "81": ("香港特别行政区", "香港"), "82": ("澳门特别行政区", "澳门"),
    ]
}
