public import Foundation

/// The leads that are bundled with the examples: about 300 rows with typical defects, at domains reserved by RFC 2606.
public enum BundledLeads {
  /// The location of `leads.csv` in the build products.
  public static var url: URL { Bundle.module.bundleURL.appendingPathComponent("leads.csv") }

  /// Reads the leads.
  ///
  /// - Throws: ``InputError`` when the file is missing.
  public static func load() throws -> LeadFile { try LeadFile(path: url.path) }
}
