package org.freehold.platform;

import java.util.List;

/**
 * The port through which a feature registers its event types: one example of each. Found by CDI.
 */
public interface EventCatalogue {
  List<DomainEvent> examples();
}
