package org.freehold.access;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a role assignment. */
public record RoleAssignmentId(UUID value) implements EntityId {}
