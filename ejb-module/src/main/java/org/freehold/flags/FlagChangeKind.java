package org.freehold.flags;

/** What was done to a flag. */
public enum FlagChangeKind {
  CREATED,
  UPDATED,
  TOGGLED,
  UNDONE,
  DELETED
}
