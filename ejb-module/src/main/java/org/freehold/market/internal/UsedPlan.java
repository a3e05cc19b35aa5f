package org.freehold.market.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.freehold.plans.NewPlan;

/**
 * A plan that a tenant gets.
 *
 * @param wished its id in the answers
 * @param own what is made; null: the platform's plan, as it is
 */
public record UsedPlan(@NotNull String wished, @NotNull String id, @Valid NewPlan own) {}
