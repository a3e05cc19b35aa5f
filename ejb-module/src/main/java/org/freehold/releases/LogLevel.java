package org.freehold.releases;

/** How much a line of a deployment's log matters. */
public enum LogLevel {
  INFO,
  WARNING,
  ERROR
}
