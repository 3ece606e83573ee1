extension CSVParser {
  /// Reads up to the end of a record.
  ///
  /// - Returns: The record, or `nil` when the bytes end before it does.
  mutating func scan() throws(CSVError) -> CSVRecord? {
    // The array is held here, since its bytes are read while other properties change.
    let chunk = chunk
    return try chunk.withUnsafeBufferPointer { (bytes) throws(CSVError) in try scan(bytes) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(CSVError) -> CSVRecord? {
    var index = position
    // The start of the bytes that belong to the record and have not been copied. They include delimiters.
    var run = position
    while index < bytes.count {
      let byte = bytes[index]
      switch state {
      case .fileStart, .headingStart, .recordStart:
        if skipsLineBreak(byte) {
          index += 1
          run = index
        } else {
          firstLine = line
          state = .fieldStart
        }
      case .fieldStart where byte == Self.quote:
        try copy(bytes, run..<index)
        index += 1
        run = index
        state = .quoted
      case .fieldStart:
        state = .unquoted
      case .unquoted:
        index = endOfText(bytes, from: index)
        guard index < bytes.count else { break }
        if bytes[index] == delimiter {
          try endField(at: content.count + index - run)
          index += 1
          state = .fieldStart
        } else if bytes[index] == Self.quote {
          guard options.allowsStrayQuotes else {
            throw located(
              .strayQuote, "an unquoted field contains a quotation mark; quote the field and double the mark")
          }
          index += 1
        } else {
          try copy(bytes, run..<index)
          position = index
          return try record()
        }
      case .quoted:
        index = endOfQuotedText(bytes, from: index)
        guard index < bytes.count else { break }
        try copy(bytes, run..<index)
        index += 1
        run = index
        state = .quoteInQuoted
      case .quoteInQuoted where byte == Self.quote:
        index += 1
        state = .quoted
      case .quoteInQuoted:
        let endsField = byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
        guard endsField || options.allowsStrayQuotes else {
          throw located(
            .textAfterQuote, "text follows the closing quotation mark; double a quotation mark inside a quoted field")
        }
        state = .unquoted
      }
    }
    try copy(bytes, run..<index)
    position = index
    return nil
  }

  /// Returns the position of the next byte that can end an unquoted field.
  private func endOfText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let delimiter = delimiter
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      // All of them are below the letters.
      if byte < 0x3C, byte == delimiter || byte == Self.quote || byte == Self.lineFeed || byte == Self.carriageReturn {
        break
      }
      index += 1
    }
    return index
  }

  /// Returns the position of the next quotation mark, and counts the lines before it.
  private mutating func endOfQuotedText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.quote { break }
      if byte < 0x0E || followsCarriageReturn { _ = skipsLineBreak(byte) }
      index += 1
    }
    if index < bytes.count { followsCarriageReturn = false }
    return index
  }

  /// Counts the line when the byte starts a line break.
  ///
  /// - Returns: Whether the byte is part of a line break.
  private mutating func skipsLineBreak(_ byte: UInt8) -> Bool {
    let isSecondHalf = followsCarriageReturn && byte == Self.lineFeed
    followsCarriageReturn = byte == Self.carriageReturn
    guard byte == Self.lineFeed || byte == Self.carriageReturn else { return false }
    if !isSecondHalf { line += 1 }
    return true
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws(CSVError) {
    guard content.count + range.count <= recordLimit else {
      throw CSVError(
        .recordTooLong, line: firstLine,
        message: "the record is longer than \(recordLimit) bytes; a closing quotation mark may be missing")
    }
    if !range.isEmpty { content.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range])) }
  }

  private mutating func endField(at end: Int) throws(CSVError) {
    guard ends.count < fieldLimit else {
      throw CSVError(.tooManyFields, line: firstLine, message: "the record has more than \(fieldLimit) fields")
    }
    ends.append(UInt32(clamping: end))
  }

  /// Ends the last field and the record.
  mutating func record() throws(CSVError) -> CSVRecord {
    try endField(at: content.count)
    if isFirstRecord, content.contains(0) { throw wideEncoding }
    try decode()
    defer {
      // The next record is probably as long as this one.
      let (bytes, fields) = (content.count, ends.count)
      (content, ends) = ([], [])
      content.reserveCapacity(bytes)
      ends.reserveCapacity(fields)
      isFirstRecord = false
      state = .recordStart
    }
    return CSVRecord(line: firstLine, bytes: content, ends: ends)
  }

  /// Makes the fields UTF-8, or checks that they are.
  private mutating func decode() throws(CSVError) {
    if UTF8Validation.isASCII(content) { return }
    if encoding == .windows1252 {
      let raw = CSVRecord(line: firstLine, bytes: content, ends: ends)
      (content, ends) = ([], [])
      for index in 0..<raw.count {
        if index > 0 { content.append(0) }
        if let range = raw.range(of: index) { Windows1252.append(raw.bytes[range], to: &content) }
        ends.append(UInt32(clamping: content.count))
      }
      return
    }
    var start = 0
    for (index, end) in ends.enumerated() {
      guard UTF8Validation.isUTF8(content[start..<Int(end)]) else {
        throw CSVError(
          .notUTF8, line: firstLine, columnNumber: index + 1,
          message: "the text is not valid UTF-8; save the file as UTF-8 (in Excel: “CSV UTF-8”), or read it as "
            + "Windows-1252 if that is its encoding")
      }
      start = Int(end) + 1
    }
  }
}
