package org.freehold.platform;

/** The tenant's plan does not give what this call takes: 402 with what it is and who gives it. */
public final class PlanRequired extends Problem {
  /**
   * @param atLeast the choice that is needed; empty for a boolean
   * @param requiredPlan the smallest plan that gives it; null when none does
   */
  public PlanRequired(String entitlement, String atLeast, String plan, String requiredPlan) {
    super(
        402,
        "plan_required",
        "Plan required",
        "This needs %s%s, which the plan %s does not give."
            .formatted(entitlement, atLeast.isEmpty() ? "" : " (" + atLeast + ")", plan),
        requiredPlan == null
            ? "Ask whoever runs this installation."
            : "Move the tenant to the plan %s: POST /api/subscription/change."
                .formatted(requiredPlan));
    member("entitlement", entitlement);
    if (requiredPlan != null) {
      member("required_plan", requiredPlan);
    }
  }
}
