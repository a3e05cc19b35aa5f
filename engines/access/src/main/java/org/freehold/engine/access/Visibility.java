package org.freehold.engine.access;

/** Which of the holders of the read permission see a thing. */
public enum Visibility {
  /** Everybody with the read permission. */
  PUBLIC,
  /** The team's members, the owner and participants; without a team, as {@link #PUBLIC}. */
  TEAM,
  /** The owner and participants. */
  PRIVATE
}
