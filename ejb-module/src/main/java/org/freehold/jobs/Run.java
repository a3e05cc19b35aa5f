package org.freehold.jobs;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.TenantRef;

/**
 * A run that this node executes.
 *
 * @param execution how many executions the run has had, this one included; fences off earlier ones
 */
public record Run(
    JobRunId id,
    String job,
    TenantRef tenant,
    int execution,
    String requestId,
    Map<String, JsonValue> parameters) {
  /** To be opened around whatever touches the run's tenant. */
  public CallContext context() {
    return in(tenant);
  }

  /** For a run of the platform that works in a tenant. */
  public CallContext in(TenantRef other) {
    return new CallContext(Actor.system("job:" + job), other, requestId, null, null, null);
  }

  public long number(String parameter) {
    return ((JsonNumber) parameters.get(parameter)).longValueExact();
  }

  public String text(String parameter) {
    return ((JsonString) parameters.get(parameter)).getString();
  }
}
