package org.freehold.engine.access;

import java.util.Map;

/**
 * A permission that is asked for.
 *
 * @param code as in {@code projects:write}
 * @param resource the part before the colon
 * @param index in its {@link PermissionCatalogue}
 * @param properties what the request says of it beside its name, for conditions
 */
public record Action(String code, String resource, int index, Map<String, Object> properties) {

  public Action {
    properties = Map.copyOf(properties);
  }

  public Action with(Map<String, Object> more) {
    return new Action(code, resource, index, more);
  }
}
