package org.freehold.tenancy;

/** How many users the tenant has, how many of them may sign in, and how many teams. */
public record PeopleFigures(long users, long activeUsers, long teams) {}
