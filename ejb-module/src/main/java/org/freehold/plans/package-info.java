/**
 * What tenants can buy and what each of them has: plans with their prices, limits and entitlements,
 * and the subscription of a tenant. Answers whether a plan gives what a call needs. Knows nothing
 * of what is limited: features name their meters and entitlements through ports.
 */
@Feature(
    name = "plans",
    dependsOn = {"platform", "tenancy", "access", "audit", "limits"})
package org.freehold.plans;

import org.freehold.platform.Feature;
