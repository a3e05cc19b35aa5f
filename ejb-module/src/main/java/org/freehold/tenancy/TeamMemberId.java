package org.freehold.tenancy;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of somebody's membership of a team. */
public record TeamMemberId(UUID value) implements EntityId {}
