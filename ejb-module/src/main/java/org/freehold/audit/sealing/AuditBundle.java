package org.freehold.audit.sealing;

import java.nio.file.Path;

/**
 * A bundle that was made.
 *
 * @param name what it may be called where it is kept
 * @param file where it is; whoever takes it deletes it
 */
public record AuditBundle(String name, Path file) {}
