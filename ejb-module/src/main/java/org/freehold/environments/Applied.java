package org.freehold.environments;

/** A plan was applied, or undone. */
public record Applied(String fingerprint, long millis) {}
