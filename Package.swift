// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ConstantContactKit",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
  products: [
    .library(name: "ConstantContactKit", targets: ["ConstantContactKit"]),
    .library(name: "ConstantContactAuth", targets: ["ConstantContactAuth", "ConstantContactSystemTransport"]),
    .library(name: "ConstantContactTesting", targets: ["ConstantContactTesting"]),
    .library(name: "ConstantContactAsyncHTTPClient", targets: ["ConstantContactAsyncHTTPClient"]),
    .library(name: "ConstantContactObservability", targets: ["ConstantContactObservability"]),
  ],
  traits: [
    .trait(
      name: "AsyncHTTPClient",
      description: "A transport on AsyncHTTPClient, for servers: the product ConstantContactAsyncHTTPClient."
    ),
    .trait(
      name: "Observability",
      description: "Logs, metrics and traces of each attempt: the product ConstantContactObservability."
    ),
  ],
  dependencies: [
    // Reached only by the examples and the tests: a package that depends on a library product resolves neither.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    // Reached only with a trait: without it none of them is fetched.
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
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
    // Loads libcurl at run time, so that building needs neither its headers nor a link flag. Empty except on Linux.
    .target(name: "CConstantContactCurl"),
    .target(name: "ConstantContactCurl", dependencies: ["CConstantContactCurl", "ConstantContactTransport"]),
    .target(
      name: "ConstantContactSystemTransport",
      dependencies: [
        "ConstantContactTransport", "ConstantContactURLSession",
        .target(name: "ConstantContactCurl", condition: .when(platforms: [.linux])),
      ]
    ),
    .target(
      name: "ConstantContactKit",
      dependencies: [
        "ConstantContactTransport", "ConstantContactAuth", "ConstantContactCore", "ConstantContactResources",
        "ConstantContactSystemTransport",
      ]
    ),
    .target(
      name: "ConstantContactTesting",
      dependencies: ["ConstantContactTransport", "ConstantContactAuth", "ConstantContactCore", "ConstantContactKit"]
    ),
    .target(
      name: "ConstantContactAsyncHTTPClient",
      dependencies: [
        "ConstantContactTransport",
        .product(
          name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
      ]
    ),
    .target(
      name: "ConstantContactObservability",
      dependencies: [
        "ConstantContactTransport", "ConstantContactCore",
        .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Observability"])),
        .product(name: "CoreMetrics", package: "swift-metrics", condition: .when(traits: ["Observability"])),
        .product(name: "Metrics", package: "swift-metrics", condition: .when(traits: ["Observability"])),
        .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Observability"])),
      ]
    ),

    .target(
      name: "ExampleSupport",
      dependencies: [
        "ConstantContactKit", "ConstantContactTesting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples",
      exclude: [
        "README.md", "LeadWebhook", "LoopbackServer", "SandboxServer", "connect", "constant-contact-sandbox",
        "export-contacts", "import-contacts", "lead-webhook", "push-contacts",
      ],
      sources: ["Support"],
      resources: [.copy("Data/leads.csv")],
      packageAccess: false
    ),
    .target(
      name: "LoopbackServer",
      dependencies: [
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      path: "Examples/LoopbackServer",
      packageAccess: false
    ),
    .target(
      name: "LeadWebhook",
      dependencies: [
        "ConstantContactKit", "ExampleSupport", .product(name: "FlyingFox", package: "FlyingFox"),
      ],
      path: "Examples/LeadWebhook",
      packageAccess: false
    ),
    .target(
      name: "SandboxServer",
      dependencies: [
        "ConstantContactTransport", "ConstantContactTesting", "LoopbackServer",
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      path: "Examples/SandboxServer",
      packageAccess: false
    ),
    .executableTarget(
      name: "push-contacts",
      dependencies: [
        "ConstantContactKit", "ConstantContactTesting", "ExampleSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/push-contacts",
      packageAccess: false
    ),
    .executableTarget(
      name: "export-contacts",
      dependencies: [
        "ConstantContactKit", "ExampleSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/export-contacts",
      packageAccess: false
    ),
    .executableTarget(
      name: "import-contacts",
      dependencies: [
        "ConstantContactKit", "ConstantContactTesting", "ExampleSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/import-contacts",
      packageAccess: false
    ),
    .executableTarget(
      name: "connect",
      dependencies: [
        "ConstantContactKit", "ExampleSupport", "LoopbackServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/connect",
      packageAccess: false
    ),
    .executableTarget(
      name: "lead-webhook",
      dependencies: [
        "ConstantContactKit", "ExampleSupport", "LeadWebhook", "LoopbackServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/lead-webhook",
      packageAccess: false
    ),
    .executableTarget(
      name: "constant-contact-sandbox",
      dependencies: [
        "ConstantContactTesting", "ExampleSupport", "SandboxServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/constant-contact-sandbox",
      packageAccess: false
    ),

    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "ConstantContactKit", "ConstantContactAsyncHTTPClient", "ConstantContactTesting", "ConstantContactTransport",
        "SandboxServer", "ScriptedServer",
      ],
      path: "Tests/Benchmarks"
    ),
    // Not a test of `swift test`: it feeds damaged input to every parser for as long as it is told to.
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "ConstantContactKit", "ConstantContactAuth", "ConstantContactCore", "ConstantContactResources",
        "ConstantContactTransport", "ConstantContactTesting", "ExampleSupport", "LeadWebhook",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Fuzz"
    ),
    // Not a test of `swift test`: it starts processes and kills them. See .ci/webhook.
    .executableTarget(
      name: "webhook-crowd",
      dependencies: [
        "ConstantContactTesting", "ExampleSupport", "LeadWebhook", "SandboxServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/WebhookCrowd"
    ),

    .testTarget(
      name: "ConstantContactTransportTests", dependencies: ["ConstantContactTransport", "ConstantContactTesting"]
    ),
    .testTarget(
      name: "ConstantContactAuthTests",
      dependencies: [
        "ConstantContactAuth", "ConstantContactTransport", "ConstantContactTesting", "ConstantContactSystemTransport",
      ]
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
        "ConstantContactURLSession", "ConstantContactAuth", "ConstantContactTransport", "ConstantContactTesting",
        "ScriptedServer",
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .testTarget(
      name: "ConstantContactCurlTests",
      dependencies: [
        "ConstantContactCurl", "ConstantContactSystemTransport", "ConstantContactAuth", "ConstantContactTransport",
        "ConstantContactTesting", "ScriptedServer",
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .target(
      name: "ScriptedServer",
      dependencies: [
        "ConstantContactTransport", "ConstantContactTesting", .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      path: "Tests/ScriptedServer"
    ),
    .testTarget(
      name: "ConstantContactAsyncHTTPClientTests",
      dependencies: [
        "ConstantContactAsyncHTTPClient", "ConstantContactTransport", "ConstantContactTesting", "ScriptedServer",
        "Soak",
        .product(
          name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
      ]
    ),
    .testTarget(
      name: "ConstantContactObservabilityTests",
      dependencies: [
        "ConstantContactObservability", "ConstantContactKit", "ConstantContactCore", "ConstantContactTransport",
        "ConstantContactTesting",
        .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Observability"])),
        .product(name: "InMemoryLogging", package: "swift-log", condition: .when(traits: ["Observability"])),
        .product(name: "CoreMetrics", package: "swift-metrics", condition: .when(traits: ["Observability"])),
        .product(name: "MetricsTestKit", package: "swift-metrics", condition: .when(traits: ["Observability"])),
        .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Observability"])),
        .product(
          name: "InMemoryTracing", package: "swift-distributed-tracing",
          condition: .when(traits: ["Observability"])),
      ]
    ),
    // Empty without the traits: the modules it imports beside the kit are theirs.
    .testTarget(
      name: "NameCollisionTests",
      dependencies: [
        "ConstantContactKit", "ConstantContactTesting",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "HTTPTypes", package: "swift-http-types", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Observability"])),
        .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
      ]
    ),
    .testTarget(
      name: "ConstantContactTestingTests",
      dependencies: ["ConstantContactKit", "ConstantContactTesting", "ConstantContactTransport"]
    ),
    .testTarget(
      name: "ConstantContactKitTests",
      dependencies: ["ConstantContactKit", "ConstantContactTesting", "Soak"]
    ),
    .target(
      name: "Soak",
      dependencies: ["ConstantContactKit", "ConstantContactTesting", "SandboxServer"],
      path: "Tests/Soak"
    ),
    // Not a test of `swift test`: it imports 250,000 contacts, killed again and again. `swift run -c release import-crowd`.
    .executableTarget(
      name: "import-crowd", dependencies: ["ConstantContactKit", "Soak"], path: "Tests/ImportCrowd"
    ),
    .executableTarget(
      name: "token-crowd",
      dependencies: ["ConstantContactKit", "ConstantContactTesting", "SandboxServer"],
      path: "Tests/TokenCrowd",
      exclude: ["run"]
    ),
    .testTarget(
      name: "LeadWebhookTests",
      dependencies: [
        "ConstantContactKit", "ConstantContactTesting", "ExampleSupport", "LeadWebhook", "LoopbackServer",
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .testTarget(
      name: "ExampleSupportTests",
      dependencies: [
        "ExampleSupport", "ConstantContactKit", "ConstantContactTesting", "LoopbackServer", "SandboxServer", "Soak",
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
