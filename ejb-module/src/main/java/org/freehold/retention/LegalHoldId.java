package org.freehold.retention;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a legal hold. */
public record LegalHoldId(UUID value) implements EntityId {}
