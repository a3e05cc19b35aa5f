package org.freehold.platform;

import java.util.UUID;

/** The id of a workspace. */
public record WorkspaceId(UUID value) implements EntityId {}
