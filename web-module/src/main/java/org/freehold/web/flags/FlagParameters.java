package org.freehold.web.flags;

import jakarta.ws.rs.QueryParam;
import org.freehold.engine.flags.ValueType;
import org.freehold.flags.FlagFilter;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.platform.EnumParameter;

/** What the list of flags can be filtered by. */
public class FlagParameters {
  @QueryParam("type")
  @OneOf(ValueType.class)
  private String type;

  @QueryParam("enabled")
  private Boolean enabled;

  FlagFilter filter() {
    return new FlagFilter(EnumParameter.check(ValueType.class, "type", type), enabled);
  }
}
