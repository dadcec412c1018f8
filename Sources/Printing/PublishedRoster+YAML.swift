package import PlanModel

extension PublishedRoster {
    /// The edition as the program keeps it in `Responses/`.
    package var yaml: String {
        var text = "# 第 \(edition) 版值班表，由 emergency 写入：以后的公平和改班都从这里算起，不要改动\nkind: roster\n"
        text += "response: \(JSONValue.quoted(response))\nedition: \(edition)\nlevel: \(level.rawValue)\n"
        text += "start: \(JSONValue.quoted(start.isoText))\nend: \(JSONValue.quoted(end.isoText))\n"
        text += "drawnUp: \(JSONValue.quoted(drawnUp.isoText))\n"
        if isDrill { text += "drill: true\n" }
        text += "subDistricts:"
        text += parts.isEmpty ? " []\n" : "\n"
        for part in parts {
            let people = part.people.map { JSONValue.quoted($0.text) }.joined(separator: ", ")
            text += "  - subDistrict: \(JSONValue.quoted(part.subDistrict.text))\n    people: [\(people)]\n"
            text += "    duties:" + (part.duties.isEmpty ? " []\n" : "\n")
            for duty in part.duties { text += "      - \(duty.yaml)\n" }
        }
        return text
    }
}

extension PublishedRoster.Duty {
    fileprivate var yaml: String {
        var fields = [
            "person: \(JSONValue.quoted(person.text))", "name: \(JSONValue.quoted(name))",
            "date: \(date.isoText)", "shift: \(JSONValue.quoted(shift.text))",
            "title: \(JSONValue.quoted(title))", "start: \(JSONValue.quoted(start.isoText))",
            "end: \(JSONValue.quoted(end.isoText))", "post: \(JSONValue.quoted(post.text))",
            "postTitle: \(JSONValue.quoted(postTitle))",
        ]
        if let at { fields.append("at: \(JSONValue.quoted(at))") }
        if isNight { fields.append("night: true") }
        if isStandby { fields.append("standby: true") }
        if isRestDay { fields.append("restDay: true") }
        if isHoliday { fields.append("holiday: true") }
        if let lender { fields.append("lentBy: \(JSONValue.quoted(lender.text))") }
        fields.append("minutes: \(time.minutes)")
        return "{" + fields.joined(separator: ", ") + "}"
    }
}
