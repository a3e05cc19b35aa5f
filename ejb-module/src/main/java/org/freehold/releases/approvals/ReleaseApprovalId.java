package org.freehold.releases.approvals;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of what somebody said of a planned deployment. */
public record ReleaseApprovalId(UUID value) implements EntityId {}
