package org.freehold.access;

import java.util.List;
import org.freehold.platform.WorkspaceId;

/**
 * All roles against all permissions.
 *
 * @param permissions the columns
 */
public record RoleMatrix(List<String> permissions, List<Row> roles) {
  /**
   * A role. A permission that is in none of the lists is not held through it.
   *
   * @param version as in the ETag of the role
   * @param granted by the role itself
   * @param inherited granted by its parents only
   * @param denied by the role or its parents, whoever grants it
   */
  public record Row(
      String name,
      boolean builtIn,
      WorkspaceId workspaceId,
      long version,
      List<String> granted,
      List<String> inherited,
      List<String> denied) {}
}
