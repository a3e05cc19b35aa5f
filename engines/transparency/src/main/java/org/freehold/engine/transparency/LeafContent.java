package org.freehold.engine.transparency;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One audit event as it is stored and hashed. Nothing in it is personal data in clear.
 *
 * <p>Parts that are null or empty are left out of the leaf. Times are UTC with microseconds, as far
 * as PostgreSQL keeps them; what is finer is cut off. Made with {@link Leaf}.
 *
 * @param log the origin line of the tree, such as {@code audit.example.com/t/<tenant>}
 * @param id of the event, UUIDv7
 * @param nonce 16 random bytes in base64url, so that the hash of a leaf cannot be guessed
 * @param time when it happened
 * @param recorded when it was written; {@code rec} in the leaf
 * @param onBehalf whom the actor stood in for, or null; {@code onbehalf} in the leaf
 * @param observer the component that recorded it, or null
 * @param action such as {@code project.created}
 * @param actionClass {@code class} in the leaf
 * @param reason why it was refused or failed, or what the actor gave as reason; or null
 * @param severity 1 (informational) to 6 (fatal), 0 unknown, after OCSF
 * @param origin the endpoint or job, or null
 * @param request the request id; {@code req} in the leaf; or null
 * @param policy the hash of the authorisation policy in force, or null
 * @param retention the id of the retention class, or null
 * @param changes {@code chg} in the leaf
 * @param commitments of the disclosures that belong to it, sorted so that their order says nothing;
 *     {@code sd} in the leaf
 * @param category {@code cat} in the leaf, or null
 */
public record LeafContent(
    String log,
    UUID id,
    String nonce,
    Instant time,
    Instant recorded,
    LeafActor actor,
    LeafActor onBehalf,
    String observer,
    String action,
    ActionClass actionClass,
    LeafTarget target,
    Outcome outcome,
    String reason,
    int severity,
    String origin,
    String request,
    String policy,
    String retention,
    List<LeafChange> changes,
    List<String> commitments,
    LeafCategory category) {

  /** What a leaf holds at most: tiles of leaves carry the length in 16 bits. */
  public static final int MAX_BYTES = 65_535;

  private static final int VERSION = 1;
  private static final DateTimeFormatter MICROSECONDS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  public LeafContent {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(nonce, "nonce");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(recorded, "recorded");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(actionClass, "actionClass");
    Objects.requireNonNull(outcome, "outcome");
    if (severity < 0 || severity > 6) {
      throw new IllegalArgumentException("A severity is from 0 to 6, not " + severity);
    }
    changes = List.copyOf(changes);
    commitments = commitments.stream().sorted().toList();
  }

  /**
   * The bytes to store and to hash: canonical JSON of at most {@link #MAX_BYTES}. Where it would be
   * longer, old and new values, the largest first, are replaced by {@code {"sha256":"<hex>"}} of
   * their own canonical form. Throws {@link IllegalArgumentException} when that is not enough.
   */
  public byte[] bytes() {
    byte[] whole = CanonicalJson.bytes(fields(changes));
    if (whole.length <= MAX_BYTES) {
      return whole;
    }
    List<LeafChange> shortened = ShortenedChanges.saving(whole.length - MAX_BYTES, changes);
    byte[] fitted = CanonicalJson.bytes(fields(shortened));
    if (fitted.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "Audit event %s takes %d bytes of %d even without its values: name fewer changes"
              .formatted(action, fitted.length, MAX_BYTES));
    }
    return fitted;
  }

  private Map<String, Object> fields(List<LeafChange> shownChanges) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("v", VERSION);
    fields.put("log", log);
    fields.put("id", id.toString());
    fields.put("nonce", nonce);
    fields.put("time", MICROSECONDS.format(time));
    fields.put("rec", MICROSECONDS.format(recorded));
    fields.put("actor", actor.fields());
    putIfKnown(fields, "onbehalf", onBehalf == null ? null : onBehalf.fields());
    putIfKnown(fields, "observer", observer);
    fields.put("action", action);
    fields.put("class", actionClass.name());
    putIfKnown(fields, "target", target == null ? null : target.fields());
    fields.put("outcome", outcome.code());
    putIfKnown(fields, "reason", reason);
    fields.put("severity", severity);
    putIfKnown(fields, "origin", origin);
    putIfKnown(fields, "req", request);
    putIfKnown(fields, "policy", policy);
    putIfKnown(fields, "retention", retention);
    putIfAny(fields, "chg", shownChanges.stream().map(LeafChange::fields).toList());
    putIfAny(fields, "sd", commitments);
    putIfKnown(fields, "cat", category == null ? null : category.fields());
    return fields;
  }

  static void putIfKnown(Map<String, Object> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static void putIfAny(Map<String, Object> fields, String name, List<?> values) {
    if (!values.isEmpty()) {
      fields.put(name, values);
    }
  }
}
