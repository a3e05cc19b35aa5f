package org.freehold.access.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.freehold.engine.access.Grant;

/** A row of role_assignment: id, one of three holders, role, workspace, from when, until when. */
final class AssignmentRow {
  private AssignmentRow() {}

  static Grant grant(Object[] row) {
    Grant.Holder holder = Grant.Holder.API_KEY;
    Object holderId = row[3];
    if (row[1] != null) {
      holder = Grant.Holder.USER;
      holderId = row[1];
    } else if (row[2] != null) {
      holder = Grant.Holder.TEAM;
      holderId = row[2];
    }
    return new Grant(
        (UUID) row[0],
        holder,
        (UUID) holderId,
        (String) row[4],
        (UUID) row[5],
        instant(row[6]),
        instant(row[7]));
  }

  private static Instant instant(Object column) {
    return column == null ? null : ((Timestamp) column).toInstant();
  }
}
