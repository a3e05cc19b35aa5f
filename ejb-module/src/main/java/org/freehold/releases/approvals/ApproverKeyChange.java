package org.freehold.releases.approvals;

import java.time.Instant;
import org.freehold.platform.UserId;

/** What the trail tells of a key. */
public record ApproverKeyChange(
    UserId userId, String name, KeyAlgorithm algorithm, String keyId, Instant revokedAt) {}
