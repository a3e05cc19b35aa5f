package org.freehold.audit.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.freehold.audit.NewAuditEvent;
import org.freehold.engine.transparency.Outcome;
import org.freehold.platform.Actor;
import org.freehold.platform.AuditAction;
import org.freehold.platform.CallContext;
import org.freehold.platform.Invalid;
import org.freehold.platform.Severity;
import org.freehold.platform.UserId;
import org.freehold.platform.json.Digests;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireForms;

/**
 * An event that the product tells, with the rules of what the trail takes.
 *
 * @param place where it stands in the request, as the beginning of JSON pointers
 */
record ProductEvent(NewAuditEvent said, String place) {
  private static final Duration OLDEST = Duration.ofDays(31);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final int MOST_BYTES = 32 * 1024;

  /** They would be taken for ours all the same. */
  private static final Set<String> RESERVED = Set.of("freehold", "system", "platform", "audit");

  void check(Instant now) {
    String namespace = said.action().substring(0, said.action().indexOf(':'));
    refuseWhen(RESERVED.contains(namespace), "action", "reserved", "This namespace is Freehold's.");
    refuseWhen(
        said.userId() == null && said.userEmail() != null,
        "user_email",
        "needs",
        "user_email needs user_id, of whom it is.");
    refuseWhen(
        said.error() != null && !said.failed(),
        "error",
        "contradicts",
        "What succeeded has no error.");
    boolean person = AuditEntry.PERSON.equals(said.resourceType());
    refuseWhen(
        person && said.resourceId() != null && uuid(said.resourceId()) == null,
        "resource_id",
        "format",
        "The id of a user is a UUID.");
    refuseWhen(
        said.resourceId() != null && said.resourceType() == null,
        "resource_type",
        "required",
        "resource_id needs resource_type.");
    Instant occurred = occurred(now);
    refuseWhen(
        occurred.isBefore(now.minus(OLDEST)) || occurred.isAfter(now.plus(CLOCKS_DIFFER)),
        "occurred_at",
        "range",
        "An event is recorded within 31 days, and not before it happens.");
    ProductValues.check(place + "/old_values", said.oldValues());
    ProductValues.check(place + "/new_values", said.newValues());
    int bytes = bytes(said.oldValues()).length + bytes(said.newValues()).length;
    refuseWhen(
        bytes > MOST_BYTES,
        "new_values",
        "too_large",
        "The values of an event take at most 32 KiB; these take " + bytes + " bytes.");
    said.personal().forEach(this::checkPersonal);
  }

  /**
   * Nobody is told of who never was of the tenant, and nobody under another's email.
   *
   * @param emails of members, active or not
   */
  void requireMember(Map<UUID, String> emails) {
    UUID user = said.userId();
    refuseWhen(
        user != null && !emails.containsKey(user),
        "user_id",
        "unknown",
        "There is no such user here.");
    refuseWhen(
        said.userEmail() != null && !said.userEmail().equalsIgnoreCase(emails.get(user)),
        "user_email",
        "contradicts",
        "This is not the email of that user: leave it out, or send theirs.");
  }

  private void checkPersonal(String name) {
    List<JsonValue> values =
        Stream.of(said.oldValues().get(name), said.newValues().get(name))
            .filter(Objects::nonNull)
            .toList();
    refuseWhen(
        values.isEmpty() || !values.stream().allMatch(JsonString.class::isInstance),
        "personal",
        "unknown",
        "personal names values that are texts; %s is none.".formatted(name));
  }

  private void refuseWhen(boolean wrong, String field, String code, String detail) {
    if (wrong) {
      throw Invalid.at(place + "/" + field, code, detail);
    }
  }

  private static byte[] bytes(Map<String, JsonValue> values) {
    return JsonText.of(new Values(values)).getBytes(StandardCharsets.UTF_8);
  }

  private record Values(Map<String, JsonValue> values) {}

  /** SHA-256 of what was said: the same id with another event is a mistake. */
  byte[] hash() {
    return Digests.sha256(JsonText.of(said).getBytes(StandardCharsets.UTF_8));
  }

  private Instant occurred(Instant now) {
    return said.occurredAt() == null ? now : said.occurredAt();
  }

  /** As if the user who acted there had called here; else who calls. */
  CallContext call(CallContext recording) {
    Actor actor =
        said.userId() == null
            ? recording.actor()
            : Actor.user(new UserId(said.userId()), said.userEmail(), null);
    boolean ofCaller = said.userId() == null && said.ipAddress() == null;
    return new CallContext(
        actor,
        recording.tenant(),
        recording.requestId(),
        ofCaller ? recording.ipAddress() : said.ipAddress(),
        ofCaller && said.userAgent() == null ? recording.userAgent() : said.userAgent(),
        null);
  }

  AuditEntry entry(UUID id) {
    boolean failed = said.failed();
    String error = failed && said.error() == null ? "failed" : said.error();
    Severity least = failed ? Severity.WARNING : Severity.INFO;
    Severity severity =
        said.severity() == null || said.severity().compareTo(least) < 0 ? least : said.severity();
    return new AuditEntry(
        id,
        said.action(),
        failed ? Outcome.FAILED : Outcome.SUCCESS,
        error,
        severity,
        Boolean.TRUE.equals(said.complianceRelevant()),
        said.resourceType(),
        said.resourceId() == null ? null : columnOf(said.resourceId()),
        said.projectId(),
        null,
        null);
  }

  Account account(String observer, Instant now) {
    return new Account(
        new ChangedValues(object(said.oldValues()), object(said.newValues()), said.personal()),
        occurred(now),
        now,
        observer,
        AuditAction.kindOf(said.action()),
        said.resourceId());
  }

  private static JsonObject object(Map<String, JsonValue> values) {
    var object = JsonText.PROVIDER.createObjectBuilder();
    values.forEach((name, value) -> object.add(name, value == null ? JsonValue.NULL : value));
    return object.build();
  }

  /** What a thing is found by: its id, or what stands for an id that is no UUID. */
  static UUID columnOf(String id) {
    UUID uuid = uuid(id);
    return uuid == null ? UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)) : uuid;
  }

  private static UUID uuid(String text) {
    try {
      return WireForms.uuid(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
