import Diagnostics

// The same plans, but for something that is assumed or proposed.

extension PlanBook {
    /// With other enterprises in the place of these, in the same order.
    package func with(_ enterprises: [Enterprise]) -> PlanBook {
        var changed = self
        changed.enterprises = enterprises
        return changed
    }

    /// Without some measures of the catalogue.
    package func without(_ isLeftOut: (Measure) -> Bool) -> PlanBook {
        var changed = self
        changed.measures.removeAll(where: isLeftOut)
        return changed
    }

    /// With another baseline, the year and method left as they are.
    package func with(baseline emissions: Emissions) -> PlanBook {
        var changed = self
        changed.district.baseline.emissions = emissions
        return changed
    }

    /// With leave for some sources to go on with everything.
    package func exempting(_ isExempt: (EmissionSource) -> Bool) -> PlanBook {
        var changed = self
        func exempt(_ source: EmissionSource) -> EmissionSource {
            guard isExempt(source) else { return source }
            var changed = source
            changed.exemptions = measures.map {
                SourceExemption(
                    measure: $0.id, reason: "假设", approved: "假设", until: CivilDate(dayNumber: 1_000_000),
                    place: source.id.place)
            }
            return changed
        }
        changed.district.sources = district.sources.map(exempt)
        changed.subDistricts = subDistricts.map { list in
            var changed = list
            changed.sources = list.sources.map(exempt)
            return changed
        }
        return changed
    }
}
