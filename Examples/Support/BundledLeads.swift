public import Foundation

/// The leads that come with the examples: some 300 rows as they come from the world, every domain reserved by RFC 2606.
public enum BundledLeads {
  /// Where `leads.csv` lies in the built package.
  public static var url: URL { Bundle.module.bundleURL.appendingPathComponent("leads.csv") }

  /// Reads them.
  ///
  /// - Throws: ``InputError`` when the file was taken out of the build.
  public static func load() throws -> LeadFile { try LeadFile(path: url.path) }
}
