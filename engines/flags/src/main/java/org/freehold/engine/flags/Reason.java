package org.freehold.engine.flags;

/** Why a flag has its value, in the words of OpenFeature and its remote evaluation protocol. */
public enum Reason {
  /** It has no rules, and is the same for all. */
  STATIC,
  /** A rule's conditions hold. */
  TARGETING_MATCH,
  /** By the share that the context falls into. */
  SPLIT,
  /** No rule's conditions hold, or a prerequisite does not. */
  DEFAULT,
  /** It is switched off. */
  DISABLED,
  /** There is no such flag. */
  ERROR
}
