package org.freehold.plans;

import java.util.List;
import java.util.stream.Collectors;
import org.freehold.plans.SubscriptionChange.OverLimit;
import org.freehold.platform.Problem;

/** There is more than the plan gives, and nobody said that this is all right. */
public final class OverPlanLimit extends Problem {
  public OverPlanLimit(String plan, List<OverLimit> over) {
    super(
        409,
        "over_limit",
        "Conflict",
        "The plan %s gives less than there is: %s.".formatted(plan, told(over)),
        "Take away what is too much, or send accept_over_limit: then all of it stays, and nothing"
            + " is added until there is room.");
    member("over_limit", over);
  }

  private static String told(List<OverLimit> over) {
    return over.stream()
        .map(one -> "%d of %d %s".formatted(one.used(), one.limit(), one.meter()))
        .collect(Collectors.joining(", "));
  }
}
