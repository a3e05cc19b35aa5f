package org.freehold.alerts;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a security alert. */
public record AlertId(UUID value) implements EntityId {}
