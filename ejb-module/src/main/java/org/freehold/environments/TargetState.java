package org.freehold.environments;

import org.freehold.engine.migration.Catalog;

/** What is in an environment's schema, read in one snapshot. */
public record TargetState(Catalog catalog, String fingerprint) {}
