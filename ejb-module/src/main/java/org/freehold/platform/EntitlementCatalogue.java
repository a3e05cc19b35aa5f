package org.freehold.platform;

import java.util.List;

/** The port through which a feature names what plans can give of it. Found by CDI. */
public interface EntitlementCatalogue {
  List<Entitlement> entitlements();
}
