package org.freehold.audit.sealing;

import org.freehold.audit.AuditEventDetails;

/**
 * An event that has its place in the trail.
 *
 * @param place from 0
 * @param outcome {@code success}, {@code refused} or {@code failed}
 * @param leaf the exact bytes that are hashed
 */
public record SealedEvent(long place, AuditEventDetails details, String outcome, byte[] leaf) {}
