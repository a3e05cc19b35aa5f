package org.freehold.engine.access;

import java.util.Set;

/**
 * What a subject has in the tenant as a whole, or in one workspace of it.
 *
 * <p>The bits that a decision reads first lie in this object and not behind it: with many people a
 * decision takes as long as the memory that it has to wait for.
 */
final class Place {

  /**
   * What it is made of.
   *
   * @param held by roles, without what is denied
   * @param denied by roles; no policy gives it back
   * @param ceiling more than this no policy can give
   * @param member false for one who enters a workspace with the resource's admin permission only
   * @param roles by which policies find the subject here
   */
  record Parts(
      PermissionSet held,
      PermissionSet denied,
      PermissionSet ceiling,
      boolean member,
      Set<String> roles,
      PolicyIndex policies) {}

  static final Place NOTHING = of(PermissionSet.NONE);

  private final long first;
  private final long second;
  private final long third;
  private final long fourth;
  private final long firstAsked;
  private final long secondAsked;
  private final long thirdAsked;
  private final long fourthAsked;
  private final Parts parts;

  Place(Parts parts) {
    this.parts = parts;
    PermissionSet held = parts.held();
    first = held.word(0);
    second = held.word(1);
    third = held.word(2);
    fourth = held.word(3);
    PermissionSet asked = parts.policies().touched();
    firstAsked = asked.word(0);
    secondAsked = asked.word(1);
    thirdAsked = asked.word(2);
    fourthAsked = asked.word(3);
  }

  static Place of(PermissionSet held) {
    return new Place(
        new Parts(held, PermissionSet.NONE, PermissionSet.ALL, true, Set.of(), PolicyIndex.NONE));
  }

  /** Whether roles give it. */
  boolean holds(int permission) {
    long word =
        switch (permission >> 6) {
          case 0 -> first;
          case 1 -> second;
          case 2 -> third;
          default -> fourth;
        };
    return (word >>> permission & 1) != 0;
  }

  /** Whether there is a policy about this permission. */
  boolean asksPolicies(int permission) {
    long word =
        switch (permission >> 6) {
          case 0 -> firstAsked;
          case 1 -> secondAsked;
          case 2 -> thirdAsked;
          default -> fourthAsked;
        };
    return (word >>> permission & 1) != 0;
  }

  PermissionSet held() {
    return parts.held();
  }

  PermissionSet denied() {
    return parts.denied();
  }

  PermissionSet ceiling() {
    return parts.ceiling();
  }

  boolean member() {
    return parts.member();
  }

  Set<String> roles() {
    return parts.roles();
  }

  PolicyIndex policies() {
    return parts.policies();
  }
}
