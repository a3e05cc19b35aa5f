package org.freehold.engine.migration;

/**
 * What may go wrong in a step although its form is the safe one.
 *
 * @param rule the rule of the catalogue that tells of it; 0 for none
 */
public record Hazard(int rule, String message) {}
