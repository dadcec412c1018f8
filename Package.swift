// swift-tools-version: 6.2
import PackageDescription

// The rooms and the way text flows through them are drawn in docs/architecture.md;
// RoomsTests holds every `import` to the same table.

let walls: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        // CI says so: a newer compiler's new warning must not keep a user from building.
    ] + (Context.environment["EMERGENCY_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

func room(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: walls)
}

func tests(of name: String, with dependencies: [Target.Dependency], exclude excluded: [String] = []) -> Target
{
    .testTarget(
        name: name + "Tests", dependencies: dependencies + ["TestSupport"], exclude: excluded,
        swiftSettings: walls)
}

let package = Package(
    name: "emergency",
    products: [.executable(name: "emergency", targets: ["emergency"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),

        .systemLibrary(name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(
            name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(
            name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),

        room("Diagnostics", uses: []),
        // The pages of docs/checks.md, embedded by the C compiler: a Swift literal of that size takes half a minute.
        .target(name: "CCheckPages"),
        room("Explaining", uses: ["Diagnostics", "CCheckPages"]),
        room(
            "PlanFiles",
            uses: [
                "Diagnostics", "CLibMD", "CLinux", "CXXHash",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        room("MarkedYAML", uses: ["Diagnostics", "CLibYAML"]),
        room("MarkedXML", uses: ["Diagnostics", "CLibXML2"]),
        room("PlanModel", uses: ["Diagnostics"]),
        room("Responding", uses: ["Diagnostics", "PlanModel"]),
        // The rule sets of rules/, embedded in the same way.
        .target(name: "CShippedRules"),
        room("PlanReading", uses: ["Diagnostics", "MarkedYAML", "MarkedXML", "PlanModel", "CShippedRules"]),
        room("Editing", uses: ["Diagnostics", "MarkedYAML", "PlanReading", "PlanModel"]),
        // CBC in this process or in a child of it, where after fork() only C may run.
        .target(name: "CApart", dependencies: ["CCbc"]),
        room("Solving", uses: ["CApart"]),
        room("Activating", uses: ["Diagnostics", "PlanModel", "Solving"]),
        room("Staffing", uses: ["Diagnostics", "PlanModel", "Activating", "Solving"]),
        room(
            "Printing",
            uses: [
                "Diagnostics", "PlanModel", "PlanReading", "Activating", "Staffing", "Responding",
                "Explaining",
            ]),
        room(
            "Workbooks",
            uses: ["Diagnostics", "PlanModel", "Activating", "Staffing", "Printing", "CXLSXWriter"]),
        room("Papers", uses: ["Diagnostics", "PlanModel", "Activating", "Staffing", "Printing"]),
        room("Typesetting", uses: ["Diagnostics", "PlanModel", "Papers", "CPangoCairo", "CQREncode"]),
        room(
            "Sheets",
            uses: [
                "Diagnostics", "PlanModel", "Activating", "Staffing", "Responding", "Printing", "Papers",
            ]),

        .executableTarget(
            name: "emergency",
            dependencies: [
                "Diagnostics", "PlanFiles", "PlanModel", "PlanReading", "Activating", "Solving", "Staffing",
                "Responding", "Printing", "Papers", "Typesetting", "Sheets", "Workbooks", "Explaining",
                "Editing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: walls),

        // Times the trees alone; built for the benchmark, never installed.
        .executableTarget(
            name: "tree-bench", dependencies: ["Diagnostics", "MarkedYAML", "PlanFiles"],
            path: "Benchmarks/TreeBench", swiftSettings: walls),

        // Times the least-cost choice alone; built for the benchmark, never installed.
        .executableTarget(
            name: "choice-bench", dependencies: ["Solving"], path: "Benchmarks/ChoiceBench",
            swiftSettings: walls),

        // Made-up rosters for tests and benchmarks, and a program that times them; never installed.
        .target(
            name: "RosterCases", dependencies: ["Diagnostics", "PlanModel", "Staffing", "Printing"],
            path: "Benchmarks/RosterCases", swiftSettings: walls),
        .executableTarget(
            name: "roster-bench", dependencies: ["Staffing", "Solving", "Printing", "RosterCases"],
            path: "Benchmarks/RosterBench", swiftSettings: walls),

        .target(
            name: "TestSupport", dependencies: ["Diagnostics", "PlanModel"], path: "Tests/TestSupport",
            swiftSettings: walls),
        tests(of: "Rooms", with: []),
        tests(
            of: "Command", with: ["Diagnostics", "Printing", "emergency"],
            exclude: ["Sessions", "Pages", "Kill"]),
        tests(of: "Diagnostics", with: ["Diagnostics"]),
        tests(of: "Solving", with: ["Solving"]),
        tests(of: "PlanFiles", with: ["Diagnostics", "PlanFiles", "emergency"]),
        tests(of: "Sheets", with: ["Diagnostics", "emergency"]),
        tests(of: "PlanModel", with: ["PlanModel"]),
        tests(of: "MarkedXML", with: ["Diagnostics", "MarkedXML"]),
        tests(of: "MarkedYAML", with: ["Diagnostics", "MarkedYAML"]),
        tests(
            of: "PlanReading", with: ["Diagnostics", "MarkedYAML", "PlanModel", "PlanReading"],
            exclude: ["Fixtures", "Alerts"]),
        tests(
            of: "Hostile",
            with: [
                "Diagnostics", "PlanModel", "PlanReading", "Editing", "Activating", "Solving", "Staffing",
                "Printing", "Papers", "Sheets", "emergency",
            ]),
        tests(of: "Editing", with: ["Diagnostics", "MarkedYAML", "PlanReading", "PlanModel", "Editing"]),
        tests(of: "Activating", with: ["Diagnostics", "PlanModel", "PlanReading", "Activating"]),
        tests(
            of: "Staffing",
            with: [
                "Diagnostics", "PlanModel", "PlanReading", "Activating", "Staffing", "Solving", "Printing",
                "RosterCases",
            ]),
        tests(
            of: "Responding",
            with: ["Diagnostics", "PlanModel", "Responding", "PlanReading", "PlanFiles", "Printing"]),
        tests(of: "Typesetting", with: ["PlanModel", "Papers", "Typesetting"]),
        tests(of: "Explaining", with: ["Diagnostics", "PlanReading", "Printing", "Explaining"]),
        tests(of: "Printing", with: ["Diagnostics", "PlanModel", "PlanReading", "Printing"]),
    ]
)
