/// What is warned of: its code in the national classification, and its name.
package struct AlertEvent: Sendable, Equatable {
    /// Such as `11B29`; nil where none was sent.
    package let code: String?
    package let name: String

    package init(code: String?, name: String) {
        self.code = code
        self.name = name
    }

    /// Heavy pollution, as this program sends it.
    package static let heavyPollution = AlertEvent(code: heavyPollutionCode, name: "空气重污染")

    /// 重污染天气 in the event types of the national system (12379). Not read in the standard itself, which is not
    /// public: taken from tables in public programs that read its messages.
    package static let heavyPollutionCode = "11B29"
    package static let codeCertainty = Certainty.assumption

    /// How heavy pollution is called, by whatever city.
    package static let heavyPollutionNames = [
        "空气重污染", "重污染天气", "大气重污染", "空气污染", "大气污染", "heavy air pollution", "heavy pollution", "air pollution",
    ]

    /// Other event types of the same tables, by which a message is told to be about something else.
    package static let otherNames: KeyValuePairs<String, String> = [
        "11A52": "干旱", "11B01": "台风", "11B03": "暴雨", "11B04": "暴雪", "11B05": "寒潮", "11B06": "大风",
        "11B07": "沙尘暴", "11B09": "高温", "11B14": "雷电", "11B15": "冰雹", "11B16": "霜冻", "11B17": "大雾",
        "11B19": "霾", "11B20": "雷雨大风", "11B21": "道路结冰", "11B22": "干旱", "11B23": "海上大风", "11D00": "地质灾害",
    ]

    /// The event that a code stands for; nil for codes that nobody told us.
    package static func name(of code: String) -> String? {
        code == heavyPollutionCode ? "重污染天气" : otherNames.first { $0.key == code }?.value
    }

    /// Whether a text names heavy pollution, `nil` when it names no event that is known.
    package static func isHeavyPollution(_ text: String) -> Bool? {
        let lower = text.lowercased()
        if heavyPollutionNames.contains(where: lower.contains) { return true }
        return otherNames.contains { lower.contains($0.value) } ? false : nil
    }
}
