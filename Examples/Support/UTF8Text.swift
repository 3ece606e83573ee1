/// Decodes UTF-8 without the silent repairs of `String(decoding:as:)`.
enum UTF8Text {
  /// Returns the bytes as text.
  ///
  /// - Throws: ``InputError`` (`notUTF8`) when they are not UTF-8.
  static func decode(_ bytes: ArraySlice<UInt8>) throws -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.elementsEqual(bytes) else {
      throw InputError(.notUTF8, message: "the text is not valid UTF-8; save the file as UTF-8 (in Excel: “CSV UTF-8”)")
    }
    return text
  }
}
