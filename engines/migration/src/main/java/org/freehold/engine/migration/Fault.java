package org.freehold.engine.migration;

/**
 * What is wrong with a bundle.
 *
 * @param pointer JSON pointer (RFC 6901) below the list of changes, for example {@code
 *     /0/columns/1/type}
 * @param code stable, in lower-case snake_case
 * @param detail a sentence for the writer of the bundle
 */
public record Fault(String pointer, String code, String detail) {}
