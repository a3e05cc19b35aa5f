package org.freehold.market;

/**
 * A step of making a tenant.
 *
 * @param index of the thing among those of its kind
 * @param text what is made, for people
 */
public record MakingStep(Kind kind, int index, String text) {
  /** In their order. */
  public enum Kind {
    PLAN,
    TENANT,
    DOMAIN,
    ENVIRONMENT,
    ROLE,
    FLAG,
    EVENT_TYPE,
    WEBHOOK,
    PAGE,
    RELEASE,
    FINISH
  }
}
