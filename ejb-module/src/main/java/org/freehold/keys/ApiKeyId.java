package org.freehold.keys;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of an API key; it stays the same when the key is rotated. */
public record ApiKeyId(UUID value) implements EntityId {}
