package org.freehold.releases.approvals;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a registered key; the key itself is named by {@code key_id}. */
public record ApproverKeyId(UUID value) implements EntityId {}
