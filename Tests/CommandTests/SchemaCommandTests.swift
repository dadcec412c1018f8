import Diagnostics
import Foundation
import TestSupport
import Testing

/// `emergency schema`, and the schemas that lie in the repository for editors.
struct SchemaCommandTests {
    private static let kinds = [
        "district", "measures", "patrol", "duty", "holidays", "sub-district", "people", "enterprise",
        "ratings",
        "targets", "grading", "aqi", "exemptions",
    ]
    /// How some of the sample plans say it.
    private static let chinese = ["一厂一策": "enterprise", "街道清单": "sub-district", "人员": "people"]
    private static let committed = repository.appending(path: "schemas")

    /// `emergency schema --output schemas/` brings them up to date.
    @Test func theSchemasOfTheRepositoryAreWhatTheProgramWrites() throws {
        let scratch = try TemporaryFolder()
        let folder = scratch.url.appending(path: "deep/schemas")
        let result = try run(program, ["schema", "--output", folder.path + "/"])
        #expect(result.status == 0, "\(result.errorText)")
        let written = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(written == (Self.kinds + ["plan"]).map { "\($0).json" }.sorted())
        #expect(written == names(in: Self.committed, endingWith: ""))
        for name in written {
            #expect(
                try Data(contentsOf: folder.appending(path: name))
                    == Data(contentsOf: Self.committed.appending(path: name)),
                "schemas/\(name) is not what 'emergency schema --output schemas/' writes")
        }
    }

    @Test func printsOneSchemaForAllOrOneForAKind() throws {
        #expect(
            try run(program, ["schema"]).output
                == Data(contentsOf: Self.committed.appending(path: "plan.json"))
        )
        for word in ["enterprise", "一厂一策"] {
            #expect(
                try run(program, ["schema", word]).output
                    == Data(contentsOf: Self.committed.appending(path: "enterprise.json")))
        }
        let wrong = try run(program, ["schema", "enterprises"])
        #expect(wrong.status == 64)
        #expect(wrong.errorText.contains("Did you mean 'enterprise'?"))
    }

    /// Other files in the folder stay, files of the same name are replaced, and nothing half-written is left.
    @Test func replacesItsOwnFilesOnly() throws {
        let scratch = try TemporaryFolder()
        try scratch.write(Data("old".utf8), to: "duty.json")
        try scratch.write(Data("mine".utf8), to: "notes.txt")
        let result = try run(program, ["schema", "duty", "--output", "."], in: scratch.url)
        #expect(result.status == 0)
        #expect(names(in: scratch.url, endingWith: "") == ["duty.json", "notes.txt"])
        #expect(
            try Data(contentsOf: scratch.url.appending(path: "duty.json"))
                == Data(contentsOf: Self.committed.appending(path: "duty.json")))
        let refused = try run(program, ["schema", "--output", "notes.txt"], in: scratch.url)
        #expect(refused.status == 2)
        #expect(refused.errorText.hasPrefix("emergency: cannot write"))
    }

    /// The tool that districts run in CI, over the sample plans, by one schema for all.
    @Test func theRealValidatorTakesTheSamplePlans() throws {
        let files = try planFiles(below: samplePlans).map { samplePlans.appending(path: $0.path).path }
        let plan = Self.committed.appending(path: "plan.json").path
        let result = try judge("check-jsonschema", ["--schemafile", plan] + files)
        #expect(result.status == 0, "\(result.text) \(result.errorText)")
        let schemas = names(in: Self.committed, endingWith: ".json").map {
            Self.committed.appending(path: $0).path
        }
        let meta = try judge("check-jsonschema", ["--check-metaschema"] + schemas)
        #expect(meta.status == 0, "\(meta.text) \(meta.errorText)")
    }

    /// Every sample plan names its schema for editors, by a path that leads there.
    @Test func everySamplePlanLeadsEditorsToItsSchema() throws {
        for file in try planFiles(below: samplePlans) {
            let lines = file.text.split(separator: "\n")
            let place = try #require(
                lines.first?.firstMatch(of: /^# yaml-language-server: \$schema=(\S+)$/), "\(file.path)")
            let word = try #require(file.text.firstMatch(of: /(?m)^(?:kind|类型): (\S+)/), "\(file.path)").1
            let kind = Self.chinese[String(word)] ?? String(word)
            let schema = samplePlans.appending(path: file.path).deletingLastPathComponent()
                .appending(path: String(place.1)).standardizedFileURL
            #expect(
                schema.path
                    == Self.committed.appending(path: "\(kind).json").standardizedFileURL.path,
                "\(file.path)")
        }
    }
}
