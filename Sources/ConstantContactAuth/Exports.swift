// The transport protocol and its types appear in this module's API, so that importing it is enough.
@_exported public import ConstantContactTransport
