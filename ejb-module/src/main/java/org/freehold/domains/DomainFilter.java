package org.freehold.domains;

/** Which domains a list shows; null: all. */
public record DomainFilter(DomainStatus status, String domain) {}
