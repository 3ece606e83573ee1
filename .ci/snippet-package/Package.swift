// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Snippets",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "ConstantContactKit", path: "../..")],
  targets: [
    .testTarget(
      name: "SnippetTests",
      dependencies: [
        .product(name: "ConstantContactKit", package: "ConstantContactKit"),
        .product(name: "ConstantContactAuth", package: "ConstantContactKit"),
        .product(name: "ConstantContactTesting", package: "ConstantContactKit"),
      ]
    )
  ]
)
