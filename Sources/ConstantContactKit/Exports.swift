// So that `import ConstantContactKit` is enough.
@_exported public import ConstantContactAuth
@_exported public import ConstantContactCore
@_exported public import ConstantContactResources
@_exported public import ConstantContactSystemTransport
@_exported public import ConstantContactTransport
