import Diagnostics
import MarkedYAML
import PlanModel

/// What one plan file says, by its kind. Indirect, because an enterprise is large and this is passed around.
indirect enum PlanFileContent: Sendable {
    case district(StatedDistrict)
    case measures([Measure])
    case patrol(PatrolRules)
    case duty(DutyRules)
    case holidays(HolidayYear)
    case subDistrict(SubDistrict)
    case people(Staff)
    case enterprise(Enterprise)
    case ratings(RatingTable)
    case targets(TargetSet)
    case grading(GradingSet)
    case airQuality(AirQualityScale)
    case exemptions(ExemptionSet)
}

/// The kinds of plan file, by the word behind `kind:`.
package enum PlanFileKind: String, CaseIterable, Sendable {
    case district
    case measures
    case patrol
    case duty
    case holidays
    case subDistrict = "sub-district"
    case people
    case enterprise
    case ratings
    case targets
    case grading
    case airQuality = "aqi"
    case exemptions

    package var title: String {
        switch self {
        case .district: "区"
        case .measures: "措施目录"
        case .patrol: "巡查要点"
        case .duty: "值守规则"
        case .holidays: "节假日"
        case .subDistrict: "街道清单"
        case .people: "人员"
        case .enterprise: "一厂一策"
        case .ratings: "绩效要求"
        case .targets: "减排目标"
        case .grading: "预警分级"
        case .airQuality: "空气质量指数"
        case .exemptions: "豁免类别"
        }
    }

    /// What a file that cannot be read was most likely meant to be, by where it lies.
    init(path: String) {
        let name = path.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? ""
        let known: [Substring: PlanFileKind] = [
            "district": .district, "patrol": .patrol, "duty": .duty, "list": .subDistrict, "people": .people,
        ]
        let folders: [PlanFileKind] = [
            .measures, .holidays, .ratings, .targets, .grading, .airQuality, .exemptions,
        ]
        self = known[name] ?? folders.first { path.contains("\($0.rawValue)/") } ?? .enterprise
    }

    /// Every key that such a file may have, in canonical order.
    package var form: Form {
        switch self {
        case .district: StatedDistrict.shape.form
        case .measures: MeasureCatalogue.shape.form
        case .patrol: PatrolRules.shape.form
        case .duty: DutyRules.shape.form
        case .holidays: HolidayYear.shape.form
        case .subDistrict: SubDistrict.shape.form
        case .people: Staff.shape.form
        case .enterprise: Enterprise.shape.form
        case .ratings: RatingTable.shape.form
        case .targets: TargetSet.shape.form
        case .grading: GradingSet.shape.form
        case .airQuality: AirQualityScale.shape.form
        case .exemptions: ExemptionSet.shape.form
        }
    }

    func read(_ node: YAMLNode, _ context: ReadingContext) -> PlanFileContent? {
        switch self {
        case .district: StatedDistrict.shape.read(node, context).map(PlanFileContent.district)
        case .measures: MeasureCatalogue.shape.read(node, context).map(PlanFileContent.measures)
        case .patrol: PatrolRules.shape.read(node, context).map(PlanFileContent.patrol)
        case .duty: DutyRules.shape.read(node, context).map(PlanFileContent.duty)
        case .holidays: HolidayYear.shape.read(node, context).map(PlanFileContent.holidays)
        case .subDistrict: SubDistrict.shape.read(node, context).map(PlanFileContent.subDistrict)
        case .people: Staff.shape.read(node, context).map(PlanFileContent.people)
        case .enterprise: Enterprise.shape.read(node, context).map(PlanFileContent.enterprise)
        case .ratings: RatingTable.shape.read(node, context).map(PlanFileContent.ratings)
        case .targets: TargetSet.shape.read(node, context).map(PlanFileContent.targets)
        case .grading: GradingSet.shape.read(node, context).map(PlanFileContent.grading)
        case .airQuality: AirQualityScale.shape.read(node, context).map(PlanFileContent.airQuality)
        case .exemptions: ExemptionSet.shape.read(node, context).map(PlanFileContent.exemptions)
        }
    }
}
