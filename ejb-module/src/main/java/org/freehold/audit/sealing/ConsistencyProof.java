package org.freehold.audit.sealing;

import java.util.List;

/**
 * Shows that the trail of one size is the beginning of the trail of another (RFC 9162 §2.1.4).
 *
 * @param from the smaller size
 * @param fromRoot its root, in base64
 * @param to the larger size
 * @param proof hashes in base64
 */
public record ConsistencyProof(
    String log, long from, String fromRoot, long to, String toRoot, List<String> proof) {}
