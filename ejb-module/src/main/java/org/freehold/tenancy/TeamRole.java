package org.freehold.tenancy;

/** What somebody is in a team. */
public enum TeamRole {
  MEMBER,
  MANAGER
}
