package org.freehold.audit;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of an audit event. */
public record AuditEventId(UUID value) implements EntityId {}
