@_exported public import ConstantContactURLSession

#if os(Linux)
@_exported public import ConstantContactCurl
#endif
