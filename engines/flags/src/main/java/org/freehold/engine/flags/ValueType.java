package org.freehold.engine.flags;

/** What kind of value a flag has; {@link #JSON} is an object. */
public enum ValueType {
  BOOLEAN,
  STRING,
  NUMBER,
  JSON
}
