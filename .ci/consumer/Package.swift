// swift-tools-version: 6.2
import PackageDescription

// A package as a user would write it. `.ci/consumer/check` sets the library's URL, and adds README's example.
let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v13)],
  dependencies: [.package(url: Context.environment["KIT_URL"] ?? "", from: "0.0.1")],
  targets: [
    .executableTarget(
      name: "Consumer",
      dependencies: [
        .product(name: "ConstantContactKit", package: "kit"),
        .product(name: "ConstantContactAuth", package: "kit"),
        .product(name: "ConstantContactTesting", package: "kit"),
      ]
    )
  ]
)
