package org.freehold.platform;

/** The port through which features ask what a role is and who may hand it out. */
public interface RoleGrants {
  /** The canonical name; {@link Invalid} at the pointer for an unknown role. */
  String canonical(String role, String pointer);

  /**
   * {@link NotAllowed} when the role may do more than the caller: nobody lifts anybody above
   * themselves.
   */
  void requireMayGrant(String role);
}
