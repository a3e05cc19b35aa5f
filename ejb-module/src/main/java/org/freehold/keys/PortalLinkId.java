package org.freehold.keys;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a portal link. */
public record PortalLinkId(UUID value) implements EntityId {}
