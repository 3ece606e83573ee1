// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ConstantContactKit",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
  products: [
    .library(name: "ConstantContactKit", targets: ["ConstantContactKit"]),
    .library(name: "ConstantContactAuth", targets: ["ConstantContactAuth"]),
    .library(name: "ConstantContactTesting", targets: ["ConstantContactTesting"]),
  ],
  dependencies: [
    // Reached only by the examples and the tests: a package that depends on a library product resolves neither.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .target(name: "ConstantContactTransport"),
    .target(name: "ConstantContactAuth", dependencies: ["ConstantContactTransport"]),
    .target(name: "ConstantContactCore", dependencies: ["ConstantContactTransport", "ConstantContactAuth"]),
    .target(
      name: "ConstantContactResources",
      dependencies: ["ConstantContactTransport", "ConstantContactAuth", "ConstantContactCore"]
    ),
    .target(name: "ConstantContactURLSession", dependencies: ["ConstantContactTransport"]),
    .target(
      name: "ConstantContactKit",
      dependencies: [
        "ConstantContactTransport", "ConstantContactAuth", "ConstantContactCore", "ConstantContactResources",
        "ConstantContactURLSession",
      ]
    ),
    .target(
      name: "ConstantContactTesting",
      dependencies: ["ConstantContactTransport", "ConstantContactAuth", "ConstantContactCore", "ConstantContactKit"]
    ),

    .target(
      name: "ExampleSupport",
      dependencies: [
        "ConstantContactKit", "ConstantContactTesting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples",
      exclude: [
        "README.md", "LoopbackServer", "SandboxServer", "connect", "constant-contact-sandbox", "push-contacts",
      ],
      sources: ["Support"],
      resources: [.copy("Data/leads.csv")]
    ),
    .target(
      name: "LoopbackServer",
      dependencies: [
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      path: "Examples/LoopbackServer"
    ),
    .target(
      name: "SandboxServer",
      dependencies: [
        "ConstantContactTransport", "ConstantContactTesting", "LoopbackServer",
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      path: "Examples/SandboxServer"
    ),
    .executableTarget(
      name: "push-contacts",
      dependencies: [
        "ConstantContactKit", "ConstantContactTesting", "ExampleSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/push-contacts"
    ),
    .executableTarget(
      name: "connect",
      dependencies: [
        "ConstantContactKit", "ExampleSupport", "LoopbackServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/connect"
    ),
    .executableTarget(
      name: "constant-contact-sandbox",
      dependencies: [
        "ConstantContactTesting", "ExampleSupport", "SandboxServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/constant-contact-sandbox"
    ),

    .executableTarget(
      name: "benchmarks",
      dependencies: ["ConstantContactKit", "ConstantContactTesting", "SandboxServer"],
      path: "Tests/Benchmarks"
    ),
    .testTarget(name: "ConstantContactTransportTests", dependencies: ["ConstantContactTransport"]),
    .testTarget(
      name: "ConstantContactAuthTests",
      dependencies: ["ConstantContactAuth", "ConstantContactTransport", "ConstantContactTesting"]
    ),
    .testTarget(
      name: "ConstantContactCoreTests",
      dependencies: ["ConstantContactKit", "ConstantContactCore", "ConstantContactTransport", "ConstantContactTesting"]
    ),
    .testTarget(
      name: "ConstantContactResourcesTests",
      dependencies: ["ConstantContactKit", "ConstantContactTesting"],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "ConstantContactURLSessionTests",
      dependencies: [
        "ConstantContactURLSession", "ConstantContactTransport", "ConstantContactTesting",
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .testTarget(
      name: "ConstantContactTestingTests",
      dependencies: ["ConstantContactTesting", "ConstantContactTransport"]
    ),
    .testTarget(
      name: "ConstantContactKitTests",
      dependencies: ["ConstantContactKit", "ConstantContactTesting", "Soak"]
    ),
    .target(
      name: "Soak",
      dependencies: ["ConstantContactKit", "ConstantContactTesting"],
      path: "Tests/Soak"
    ),
    .executableTarget(
      name: "token-crowd",
      dependencies: ["ConstantContactKit", "ConstantContactTesting", "SandboxServer"],
      path: "Tests/TokenCrowd",
      exclude: ["run"]
    ),
    .testTarget(
      name: "ExampleSupportTests",
      dependencies: [
        "ExampleSupport", "ConstantContactKit", "ConstantContactTesting", "LoopbackServer", "SandboxServer",
        .product(name: "FlyingFox", package: "FlyingFox"),
      ]
    ),
  ]
)

for target in package.targets {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
  ]
}
