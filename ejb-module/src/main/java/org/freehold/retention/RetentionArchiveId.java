package org.freehold.retention;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of an archive. */
public record RetentionArchiveId(UUID value) implements EntityId {}
