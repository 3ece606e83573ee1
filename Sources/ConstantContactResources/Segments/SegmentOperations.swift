internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /segments`
  public static let segmentsList = segments("list", .get, "/segments", reading: true)
    .returning(.collection)
  /// `POST /segments`
  public static let segmentsCreate = segments("create", .post, "/segments", success: [201], replay: .onlyIfNotSent)
    .checked(
      by: "SegmentsAPI/find(named:)", "returns the segment if it was created; a second call then fails with a conflict"
    )
    .returning(.object("segment_id"))
  /// `GET /segments/{segment_id}`
  public static let segmentsGet = segments("get", .get, "/segments/{segment_id}", reading: true)
    .returning(.object("segment_id"))
  /// `PUT /segments/{segment_id}`
  public static let segmentsReplace = segments("replace", .put, "/segments/{segment_id}")
    .returning(.object("segment_id"))
  /// `PATCH /segments/{segment_id}/name`
  public static let segmentsRename = segments("rename", .patch, "/segments/{segment_id}/name")
    .returning(.object("segment_id"))
  /// `DELETE /segments/{segment_id}`
  public static let segmentsDelete = segments("delete", .delete, "/segments/{segment_id}", success: [204])
    .returning(.nothing)

  private static func segments(
    _ name: String,
    _ method: TransportMethod,
    _ path: String,
    reading: Bool = false,
    success: [TransportStatus] = [200],
    replay: ReplayRule = .idempotent
  ) -> OperationDescriptor {
    OperationDescriptor(
      "segments.\(name)", method, path, scope: .contactData,
      privilege: reading ? .contactListsRead : .contactListsWrite, success: success, replay: replay)
  }
}
