package org.freehold.platform;

/** By what a legal hold can be limited within a class of data. */
public enum HoldScope {
  /** To what is about a person. */
  PERSON,
  /** To what is of a project. */
  PROJECT
}
