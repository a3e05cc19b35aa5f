package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.Entitlement;
import org.freehold.platform.EntitlementCatalogue;

/** What the plans that are sold give, of features here and of the product that is built on them. */
@ApplicationScoped
public class SoldEntitlements implements EntitlementCatalogue {
  @Override
  public List<Entitlement> entitlements() {
    return List.of(
        Entitlement.ofChoice(
            "analytics", "How much of the tenant's figures it sees.", "none", "basic", "advanced"),
        Entitlement.ofInteger(
            "audit_retention_days", "For how many days at least its audit trail is kept."),
        Entitlement.ofBoolean("custom_domains", "Domains of its own."),
        Entitlement.ofBoolean("custom_retention", "Retention of its own for each class of data."),
        Entitlement.ofBoolean(
            "scim",
            "Users and groups from its own directory by SCIM, in the product: Freehold itself has no SCIM yet."),
        Entitlement.ofBoolean(
            "sso",
            "Single sign-on with its own identity provider, in the product: Freehold itself has no SSO yet."));
  }
}
