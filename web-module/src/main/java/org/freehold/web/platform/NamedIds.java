package org.freehold.web.platform;

import org.freehold.platform.EntityId;

/** Finds things by what people call them, where a path may say that instead of an id. */
public interface NamedIds {
  /** The ids that it finds. */
  Class<? extends EntityId> type();

  /** Whether the text is such a name, and no id. */
  boolean isName(String text);

  /** {@link org.freehold.platform.NotFound} when nothing is called that. */
  EntityId find(String name);
}
