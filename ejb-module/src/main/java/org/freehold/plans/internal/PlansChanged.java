package org.freehold.plans.internal;

/** A plan was made or changed in a transaction of this node. */
public record PlansChanged() {}
