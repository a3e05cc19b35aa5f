package org.freehold.access.explain.internal;

import java.util.UUID;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.platform.Actor;

/** Who asks: a person also for the keys that they made, a key for itself only. */
record Asker(UUID id, boolean person) {
  static Asker of(Actor actor) {
    return new Asker(actor.id(), actor.kind() == Actor.Kind.USER);
  }

  boolean is(UUID other) {
    return id != null && id.equals(other);
  }

  boolean owns(SubjectFacts key) {
    return person && is(key.makerId());
  }
}
