package org.freehold.webhooks.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.JsonMap;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.platform.schema.JsonBounds;
import org.freehold.webhooks.EventTypeDetails;
import org.freehold.webhooks.EventTypeFields;

/** A type of event of a tenant's own product. Messages keep its name when it is gone. */
@Entity
@Table(name = "webhook_event_type")
@IdClass(TenantRowKey.class)
public class TenantEventType {
  private static final Instant MOMENT = Instant.parse("2026-01-15T12:00:00Z");
  private static final int LARGEST_EXAMPLE = 32_768;

  /** In bytes. */
  private static final int LARGEST_PAYLOAD = 262_144;

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String type;
  private String description;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> schema;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> example;

  @Column(name = "schema_version")
  private int schemaVersion;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected TenantEventType() {}

  public TenantEventType(TenantId tenant, EventTypeFields fields, Instant now) {
    require(fields);
    tenantId = tenant.value();
    id = Uuid7.next();
    type = fields.type();
    schemaVersion = 1;
    createdAt = now;
    fill(fields, now);
  }

  /** {@link Invalid} at its name too, which is what endpoints and messages know it by. */
  public void change(EventTypeFields fields, Instant now) {
    if (!fields.type().equals(type)) {
      throw Invalid.at("/type", "immutable", "The name of a type stays.");
    }
    require(fields);
    if (!Objects.equals(schema, fields.schema())) {
      schemaVersion++;
    }
    fill(fields, now);
  }

  private void fill(EventTypeFields fields, Instant now) {
    description = fields.description();
    schema = fields.schema();
    example = fields.example();
    updatedAt = now;
  }

  /** {@link Invalid} when the schema is none, or the example is not of it. */
  public static void require(EventTypeFields fields) {
    if (fields.schema() != null) {
      TypeSchema.require(fields.schema());
    }
    if (fields.example() == null) {
      return;
    }
    if (JsonText.of(fields.example()).length() > LARGEST_EXAMPLE) {
      throw Invalid.at(
          "/example", "size", "An example has at most " + LARGEST_EXAMPLE + " characters.");
    }
    List<Fault> faults =
        TypeSchema.faults(
            JsonText.parseObject(JsonText.of(schemaOf(fields.schema(), fields.type(), ""))),
            JsonText.parseObject(JsonText.of(fields.example())));
    if (!faults.isEmpty()) {
      throw TypeSchema.within("/example", new Invalid(faults));
    }
  }

  /** What every body is, whatever else the tenant's own schema says. */
  private static Map<String, ?> schemaOf(
      Map<String, JsonValue> own, String type, String description) {
    return own == null ? EventSchema.body(type, description, Map.of("type", "object")) : own;
  }

  /**
   * The body of a message with this payload; {@link Invalid} when it is too large, or does not hold
   * to the schema.
   */
  public String body(Map<String, JsonValue> payload, Instant now) {
    JsonObject data = JsonText.parseObject(JsonText.of(payload));
    requireSmall(data);
    String body = MessageBody.of(type, now, data);
    if (schema != null) {
      List<Fault> faults =
          TypeSchema.faults(JsonText.parseObject(JsonText.of(schema)), JsonText.parseObject(body));
      require(
          faults.stream()
              .map(fault -> new Fault(ofPayload(fault.pointer()), fault.code(), fault.detail()))
              .toList());
    }
    return body;
  }

  private static void requireSmall(JsonObject data) {
    if (JsonText.of(data).getBytes(StandardCharsets.UTF_8).length > LARGEST_PAYLOAD) {
      throw Invalid.at("/payload", "size", "A payload has at most " + LARGEST_PAYLOAD + " bytes.");
    }
    require(
        JsonBounds.faults(data, LARGEST_PAYLOAD).stream()
            .map(fault -> new Fault("/payload" + fault.pointer(), fault.code(), fault.detail()))
            .toList());
  }

  private static void require(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static String ofPayload(String pointer) {
    return pointer.startsWith("/data") ? "/payload" + pointer.substring(5) : "/payload";
  }

  public EventTypeFields fields() {
    return new EventTypeFields(type, description, schema, example);
  }

  public EventTypeDetails details() {
    Map<String, JsonValue> told =
        example == null
            ? JsonText.parseObject(MessageBody.of(type, MOMENT, JsonValue.EMPTY_JSON_OBJECT))
            : example;
    return new EventTypeDetails(
        type,
        schemaVersion,
        description,
        JsonText.parseObject(JsonText.of(schemaOf(schema, type, description))),
        told,
        EventTypeDetails.Origin.TENANT);
  }

  public UUID id() {
    return id;
  }
}
