package org.freehold.platform;

import java.util.Optional;
import org.freehold.engine.access.ResourceFacts;

/**
 * A feature's answer to what the access decision must know of a thing that is about to be. Found by
 * CDI.
 *
 * @param <D> what describes it: the type of parameters marked {@link OnNew}
 */
public interface NewThingFacts<D> {
  /** The resource type as in {@link OnNew}: {@code project}. */
  String resourceType();

  /**
   * With a fresh id: it is none of the things that a rule could name. Empty when there is no such
   * place, or the caller may not know of it.
   */
  Optional<ResourceFacts> factsOfNew(TenantId tenant, D description);
}
