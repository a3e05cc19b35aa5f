package org.freehold.platform;

import java.util.List;

/** The port through which features ask what a role is and who may hand it out. */
public interface RoleGrants {
  /** The canonical name; {@link Invalid} at the pointer for an unknown role. */
  String canonical(String role, String pointer);

  /**
   * {@link NotAllowed} when the role may do more than the caller: nobody lifts anybody above
   * themselves.
   */
  void requireMayGrant(String role);

  /**
   * {@link NotAllowed} when these permissions, as {@code projects:write} or {@code projects:*}, are
   * more than the caller holds in the whole tenant; {@link Invalid} below the pointer for one that
   * does not exist.
   */
  void requireMayGrant(List<String> permissions, String pointer);
}
