package org.freehold.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.TenantRef;

/** The jobs that there are, as far as a tenant may know of them. */
@ApplicationScoped
public class JobCatalogue {
  @Inject @Any private Instance<JobDefinition> definitions;

  public List<JobDefinition> of(TenantRef tenant) {
    return definitions.stream()
        .map(JobDefinition.class::cast)
        .filter(job -> job.scope() == JobScope.TENANT || tenant.isPlatform())
        .sorted(Comparator.comparing(JobDefinition::name))
        .toList();
  }

  /** A job that the tenant may not know of is not found. */
  public JobDefinition find(TenantRef tenant, String name) {
    return of(tenant).stream()
        .filter(job -> job.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFound("job"));
  }

  /** All declared parameters with their values or defaults; one that is not declared is refused. */
  public static Map<String, JsonValue> checked(JobDefinition job, Map<String, JsonValue> given) {
    Map<String, JsonValue> values = new TreeMap<>();
    for (JobParameter parameter : job.parameters()) {
      JsonValue value = parameter.checked(given.get(parameter.name()));
      if (value != null) {
        values.put(parameter.name(), value);
      }
    }
    given.keySet().stream()
        .filter(name -> job.parameters().stream().noneMatch(p -> p.name().equals(name)))
        .findFirst()
        .ifPresent(name -> refuse(job, name));
    return values;
  }

  private static void refuse(JobDefinition job, String name) {
    throw Invalid.at(
        "/parameters/" + name, "unknown", "The job " + job.name() + " takes no such parameter.");
  }
}
