package org.freehold.retention;

import jakarta.validation.constraints.Size;

/** Why a plan was approved or rejected. */
public record PlanDecision(@Size(max = 2000) String comment) {}
