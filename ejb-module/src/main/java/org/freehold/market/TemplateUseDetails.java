package org.freehold.market;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.TenantId;

/**
 * A use of a template as the API tells it.
 *
 * @param tenantSlug as it was asked for; what was undone has it no more
 * @param answers all that the template asked, defaults included, secrets left out
 * @param runId of the run that makes it; its progress is at {@code /api/jobs/runs/{id}/events}
 * @param things what there is so far; none in lists
 * @param failure why it is undone, for people; null when nothing went wrong
 */
public record TemplateUseDetails(
    TemplateUseId id,
    UsedTemplate template,
    TemplateUseStatus status,
    TenantId tenantId,
    String tenantSlug,
    Map<String, JsonValue> answers,
    JobRunId runId,
    List<UsedThing> things,
    String failure,
    Instant createdAt,
    Instant endedAt) {
  /** Which template it was. */
  public record UsedTemplate(String id, String version, String digest) {}

  TemplateUseDetails with(List<UsedThing> all) {
    return new TemplateUseDetails(
        id,
        template,
        status,
        tenantId,
        tenantSlug,
        answers,
        runId,
        List.copyOf(all),
        failure,
        createdAt,
        endedAt);
  }
}
