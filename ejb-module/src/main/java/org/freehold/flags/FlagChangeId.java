package org.freehold.flags;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of an entry in the history of a flag. */
public record FlagChangeId(UUID value) implements EntityId {}
