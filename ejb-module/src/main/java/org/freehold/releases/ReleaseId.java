package org.freehold.releases;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a release; people say its ref. */
public record ReleaseId(UUID value) implements EntityId {}
