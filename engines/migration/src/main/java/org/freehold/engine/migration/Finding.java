package org.freehold.engine.migration;

/**
 * What a reader of the plan should know before it runs.
 *
 * @param rule 1 to 46 of the catalogue of rules; 0 for none
 * @param change index of the change; -1 when it is about none
 * @param safeForm what to write instead; null when there is nothing better
 */
public record Finding(Severity severity, int rule, int change, String message, String safeForm) {}
