package org.freehold.tenancy;

/** What a tenant bought, in steps. */
public enum TenantTier {
  FREE("free"),
  STARTER("basic"),
  PROFESSIONAL("pro"),
  ENTERPRISE("enterprise"),
  CUSTOM("custom");

  private final String plan;

  TenantTier(String plan) {
    this.plan = plan;
  }

  /** The id of the plan that comes with it, when the tenant has none of an operator's making. */
  public String plan() {
    return plan;
  }
}
