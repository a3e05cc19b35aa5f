package org.freehold.platform;

/** The port through which a feature that makes a person gives them a first password. */
public interface Credentials {
  /**
   * Sets the password only where the person has none yet: an administrator never replaces
   * somebody's password.
   */
  void setFirst(UserId user, String password);

  /** Likewise, with one that is {@link #ready}. */
  void setFirst(UserId user, FirstPassword password);

  /** Hashes once what many are given; hashing is slow on purpose. */
  FirstPassword ready(String password);
}
