package org.freehold.audit;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.Severity;
import org.freehold.platform.Text;

/**
 * What happened in the product that is built on Freehold.
 *
 * @param eventId the product's own id: what comes again under it is recorded once, for 35 days
 * @param action in a namespace of the product's, as {@code shop:order.cancelled}
 * @param userId the user of the tenant who acted, active or not, as the product says; null: whoever
 *     calls
 * @param userEmail of that user, as it is known here; null: none is told
 * @param ipAddress and {@code userAgent}, and the email: kept apart, so that they can be erased
 * @param occurredAt at most 31 days ago; null: now
 * @param success null: true, unless there is an error
 * @param error a code of the product's; null on success
 * @param severity null: INFO; what failed is a WARNING at least
 * @param complianceRelevant null: false
 * @param oldValues and {@code newValues}: 32 KiB together, 100 names each
 * @param personal the names of values that are personal: texts, kept apart like the email
 */
public record NewAuditEvent(
    @Size(min = 1, max = 100) @Pattern(regexp = "[!-~]*") String eventId,
    @NotNull @Size(max = 100) @Pattern(regexp = NAME) String action,
    UUID userId,
    @Size(max = Text.EMAIL) String userEmail,
    @Size(max = 45) @Pattern(regexp = "[0-9A-Fa-f:.]+") String ipAddress,
    @Size(max = 500) String userAgent,
    @Size(max = 50) @Pattern(regexp = "[a-z][a-z0-9_]*") String resourceType,
    @Size(min = 1, max = 100) String resourceId,
    UUID projectId,
    Instant occurredAt,
    Boolean success,
    @Size(max = 100) @Pattern(regexp = "[a-z][a-z0-9_.]*") String error,
    Severity severity,
    Boolean complianceRelevant,
    @Size(max = 100) Map<@Size(max = 100) String, JsonValue> oldValues,
    @Size(max = 100) Map<@Size(max = 100) String, JsonValue> newValues,
    @Size(max = 100) List<@NotNull @Size(max = 100) String> personal) {
  /** No action of ours has a colon. */
  static final String NAME = "[a-z][a-z0-9_-]{1,30}:[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*){0,4}";

  public NewAuditEvent {
    oldValues = oldValues == null ? Map.of() : oldValues;
    newValues = newValues == null ? Map.of() : newValues;
    personal = personal == null ? List.of() : personal;
  }

  public boolean failed() {
    return success == null ? error != null : !success;
  }
}
