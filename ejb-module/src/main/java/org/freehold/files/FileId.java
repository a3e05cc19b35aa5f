package org.freehold.files;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a file. */
public record FileId(UUID value) implements EntityId {}
