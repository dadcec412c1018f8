import Diagnostics
import MarkedYAML
import PlanModel

extension Enterprise {
    private static let kind = Field("kind", "类型", .text)
    private static let id = Field(
        "id", "编号", Shape.identifier(Enterprise.self, example: "XC-YT-003").defining(.enterprise))
    private static let name = Field("name", "名称", .text)
    private static let creditCode = Field("creditCode", "统一社会信用代码", .creditCode)
    private static let subDistrict = Field(
        "subDistrict", "街道", Shape.identifier(SubDistrict.self, example: "月坛").referring(to: .subDistrict))
    private static let community = Field("community", "社区", .community)
    private static let address = Field("address", "地址", .text)
    private static let location = Field("location", "坐标", Coordinates.shape.located(), optional: true)
    private static let industry = Field("industry", "行业", Industry.shape)
    private static let permit = Field("permit", "排污许可", Permit.shape, optional: true)
    private static let rating = Field("rating", "绩效", Rating.shape)
    private static let reviewed = Field("reviewed", "复核日期", Shape<CivilDate>.date.located())
    private static let responsible = Field("responsible", "责任人", ResponsiblePerson.shape)
    private static let lead = Field(
        "lead", "牵头单位", Shape.identifier(MemberUnit.self, example: "ee").referring(to: .member))
    private static let operatingDays = Field(
        "operatingDays", "年运行天数", .integer(1...366, example: "300"), optional: true)
    private static let lines = Field("lines", "生产线", ProductionLine.shape.list())
    private static let transport = Field("transport", "运输", Transport.shape, optional: true)
    private static let measures = Field("measures", "措施", .perLevel(EnterpriseMeasure.shape.list().located()))
    private static let reserve = Field(
        "reserve", "备用措施", .perLevel(ReserveOption.shape.list(), missing: []), optional: true)
    private static let exemption = Field("exemption", "豁免", EnterpriseExemption.shape, optional: true)
    private static let retrofit = Field("retrofit", "治理任务", Retrofit.shape, optional: true)
    private static let guarded = Field("guard", "盯守", .levels, optional: true)

    static let shape = Shape<Enterprise>.record(
        fields(
            kind, id, name, creditCode, subDistrict, community, address, location, industry, permit, rating,
            reviewed,
            responsible, lead, operatingDays, lines, transport, measures, reserve, exemption, retrofit,
            guarded)
    ) { record in
        // The operating days come first: they turn the lines' t/a into daily rates.
        record.context.operatingDays = record(operatingDays)
        record.context.operatingDaysAreFaulty =
            record.has(operatingDays) && record.context.operatingDays == nil
        let (id, name, creditCode) = (record(id), record(name), record(creditCode))
        let (subDistrict, community, address) = (record(subDistrict), record(community), record(address))
        let (location, industry, rating) = (record(location), record(industry), record(rating))
        let permit = record(permit)
        let (reviewed, responsible, lead) = (record(reviewed), record(responsible), record(lead))
        let (lines, transport) = (record(lines), record(transport))
        let measures = record(measures)
        let reserve = record(reserve) ?? PerLevel(repeating: [])
        let (exemption, retrofit) = (record(exemption), record(retrofit))
        let guarded = record(guarded) ?? []
        if !record.has(Self.transport) {
            for place in record.context.transportMentions {
                record.context.report(
                    .undefinedLine,
                    Phrase(zh: "本企业没有写 transport（运输）", en: "this enterprise has no 'transport'"),
                    at: place)
            }
        }
        // What no check asks for may be missing here: the complaint about it keeps the file out of every book,
        // and the checks of its meaning are made in the same run.
        guard let id, let subDistrict, let industry, let rating, let reviewed, let lines, let measures
        else { return nil }
        let nobody = ResponsiblePerson(name: "", phone: "", post: nil, deputy: nil)
        return Enterprise(
            id: id, name: name ?? id.value.text, creditCode: creditCode ?? "", subDistrict: subDistrict,
            community: community ?? Located("", at: record.place), address: address ?? "", location: location,
            industry: industry, permit: permit, rating: rating, reviewed: reviewed,
            responsible: responsible ?? nobody, lead: lead ?? Located(Identifier(""), at: record.place),
            lines: lines, transport: transport, measures: PerLevel { measures[$0].value },
            measuresPlaces: PerLevel { measures[$0].place },
            reserve: reserve, exemption: exemption, retrofit: retrofit, guarded: guarded)
    }
}

extension Enterprise.Industry {
    private static let code = Field("code", "代码", .industryCode)
    private static let category = Field("category", "类别", .text)
    private static let restricted = Field("restricted", "限制类", .flag, optional: true)

    static let shape = Shape<Self>.record(fields(code, category, restricted)) { record in
        let code = record(code)
        let category = record(category)
        let restricted = record(restricted)
        guard let code, let category else { return nil }
        return Self(code: code, category: category, isRestricted: restricted ?? false)
    }
}

extension Enterprise.Permit {
    private static let number = Field("number", "编号", .text)
    private static let limits = Field(
        "limits", "许可排放量", Shape<[Pollutant: MassRate]>.byPollutant(.massRate), optional: true)

    static let shape = Shape<Self>.record(fields(number, limits)) { record in
        let number = record(number)
        let limits = record(limits) ?? [:]
        guard let number else { return nil }
        return Self(number: number, limits: limits, place: record.place)
    }
}

extension Rating {
    private static let grade = Field("grade", "等级", .choice(Grade.self) { $0.rawValue })
    private static let scope = Field("scope", "范围", .text, optional: true)
    private static let since = Field("since", "起", .date, optional: true)

    static let shape = Shape<Rating>.record(fields(grade, scope, since)) { record in
        let grade = record(grade)
        let scope = record(scope)
        let since = record(since)
        guard let grade else { return nil }
        return Rating(grade: grade, scope: scope, since: since)
    }
}

extension ProductionLine {
    private static let id = Field(
        "id", "编号", Shape.identifier(ProductionLine.self, example: "L1").defining(.line))
    private static let name = Field("name", "名称", .text)
    private static let process = Field("process", "工序", .text)
    private static let status = Field("status", "状态", .status)
    private static let throughput = Field("throughput", "正常产量", .quantity, optional: true)
    private static let emissions = Field("emissions", "排放量", .emissions)
    private static let meter = Field("meter", "电表", Meter.shape, optional: true)
    private static let stopNeeds = Field("stopNeeds", "停机用时", .span, optional: true)

    static let shape = Shape<ProductionLine>.record(
        fields(id, name, process, status, throughput, emissions, meter, stopNeeds)
    ) { record in
        let (id, name, process) = (record(id), record(name), record(process))
        let (status, throughput) = (record(status), record(throughput))
        let (emissions, meter, stopNeeds) = (record(emissions), record(meter), record(stopNeeds))
        guard let id, let name, let process, let status, let emissions else { return nil }
        return ProductionLine(
            id: id.value, name: name, process: process, status: status, throughput: throughput,
            stated: emissions, meter: meter, stopNeeds: stopNeeds, place: id.place)
    }
}

extension ProductionLine.Meter {
    private static let number = Field("number", "表号", .text)
    private static let normal = Field("normal", "正常用电", .quantity, optional: true)

    static let shape = Shape<Self>.record(fields(number, normal)) { record in
        let number = record(number)
        let normal = record(normal)
        guard let number else { return nil }
        return Self(number: number, normal: normal)
    }
}

extension Transport {
    private static let lorries = Field("lorries", "货车", .quantity)
    private static let emissions = Field("emissions", "排放量", .emissions)
    private static let gate = Field("gate", "门禁", .flag, optional: true)

    static let shape = Shape<Transport>.record(fields(lorries, emissions, gate)) { record in
        let lorries = record(lorries)
        let emissions = record(emissions)
        let gate = record(gate)
        guard let lorries, let emissions else { return nil }
        return Transport(lorries: lorries, stated: emissions, hasGate: gate ?? false, place: record.place)
    }
}

extension EnterpriseExemption {
    private static let kind = Field("kind", "类别", Shape<String>.text.located())
    private static let maxLoad = Field("maxLoad", "最大负荷", .percent, optional: true)
    private static let approved = Field("approved", "批准文号", .text)
    private static let until = Field("until", "截止", .date)

    static let shape = Shape<EnterpriseExemption>.record(fields(kind, maxLoad, approved, until)) { record in
        let kind = record(kind)
        let maxLoad = record(maxLoad)
        let approved = record(approved)
        let until = record(until)
        guard let kind, let approved, let until else { return nil }
        return EnterpriseExemption(
            kind: kind, maxLoad: maxLoad, approved: approved, until: until, place: record.place)
    }
}

extension Retrofit {
    private static let item = Field("item", "内容", .text)
    private static let due = Field("due", "期限", .date)
    private static let done = Field("done", "完成", .date, optional: true)

    static let shape = Shape<Retrofit>.record(fields(item, due, done)) { record in
        let item = record(item)
        let due = record(due)
        let done = record(done)
        guard let item, let due else { return nil }
        return Retrofit(item: item, due: due, done: done, place: record.place)
    }
}
