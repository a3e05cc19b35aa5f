package org.freehold.platform;

import java.util.UUID;

/**
 * A typed id, so that the id of one kind of thing cannot be passed for another's. On the wire it is
 * a UUID string.
 */
public interface EntityId {
  UUID value();
}
