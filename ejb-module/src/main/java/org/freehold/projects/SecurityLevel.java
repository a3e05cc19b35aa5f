package org.freehold.projects;

/** How closely a project is to be guarded. */
public enum SecurityLevel {
  PUBLIC,
  INTERNAL,
  CONFIDENTIAL,
  RESTRICTED
}
