package org.freehold.web.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API; resources and providers are found by scanning. */
@ApplicationPath("/api")
public class RestApplication extends Application {
  @Override
  public Map<String, Object> getProperties() {
    // Ours reads and writes JSON in one way on every server.
    return Map.of(
        "jersey.config.server.wadl.disableWadl", true, "jersey.config.disableMoxyJson", true);
  }
}
