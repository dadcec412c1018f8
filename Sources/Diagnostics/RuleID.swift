/// The name of a fault, as printed in brackets behind every finding.
package enum RuleID: String, Sendable, CaseIterable {
    // Text: what stands in the file before it means anything.
    case badUTF8 = "bad-utf8"
    case controlCharacter = "control-character"
    case yamlSyntax = "yaml-syntax"
    case tooDeep = "too-deep"
    case foreignTag = "foreign-tag"
    case secondDocument = "second-document"
    case undefinedAlias = "undefined-alias"
    case aliasCycle = "alias-cycle"
    case aliasBudget = "alias-budget"
    case fileTooLarge = "file-too-large"
    case notAFile = "not-a-file"
    case emptyFile = "empty-file"
    case notAPlan = "not-a-plan"
    case duplicateKey = "duplicate-key"
    case tooManyFaults = "too-many-faults"
    case notRewritten = "not-rewritten"

    // Form: whether every value is of the kind its key asks for.
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case missingValue = "missing-value"
    case unknownValue = "unknown-value"
    case unknownUnit = "unknown-unit"
    case numberOutOfRange = "number-out-of-range"
    case tooPrecise = "too-precise"
    case impossibleDate = "impossible-date"
    case wrongCreditCode = "wrong-credit-code"
    case wrongPhone = "wrong-phone"
    case wrongCode = "wrong-code"
    case contradictoryKeys = "contradictory-keys"

    // Reference: whether what is named is there.
    case undefinedSubDistrict = "undefined-sub-district"
    case undefinedCommunity = "undefined-community"
    case undefinedLine = "undefined-line"
    case undefinedSource = "undefined-source"
    case undefinedSourceKind = "undefined-source-kind"
    case undefinedMeasure = "undefined-measure"
    case undefinedMember = "undefined-member"
    case undefinedShift = "undefined-shift"
    case undefinedPost = "undefined-post"
    case duplicateID = "duplicate-id"
    case duplicateFile = "duplicate-file"
    case missingFile = "missing-file"

    // Meaning: whether the plan as a whole can be true.
    case listedExceedsBaseline = "listed-exceeds-baseline"

    // The day: what an activation points out.
    case overdueRetrofit = "overdue-retrofit"
    case exemptionExpired = "exemption-expired"
    case cutNotCounted = "cut-not-counted"
    case measureReachesNothing = "measure-reaches-nothing"
}
