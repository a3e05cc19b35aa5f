package org.freehold.plans;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.freehold.platform.Versioned;
import org.freehold.tenancy.TenantTier;

/**
 * A plan as it is told.
 *
 * @param entitlements all that there are, each with what the plan gives of it
 * @param tenants to whom it is offered, for operators; others are told of nobody
 * @param checkout it is had by paying for it first: POST /api/subscription/checkout
 */
public record SubscriptionPlan(
    String id,
    String name,
    String description,
    TenantTier tier,
    Money price,
    Map<String, Long> limits,
    Map<String, JsonValue> entitlements,
    boolean offered,
    List<String> tenants,
    boolean checkout,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
