package org.freehold.domains;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a tenant's claim to a domain. */
public record DomainId(UUID value) implements EntityId {}
