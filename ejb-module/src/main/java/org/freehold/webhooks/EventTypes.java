package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SelfCall;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.internal.EventTypeRepository;
import org.freehold.webhooks.internal.ProductTypes;
import org.freehold.webhooks.internal.TenantEventType;

/** The catalogue of events: the sum of what features register, and what the tenant adds to it. */
@Stateless
@Guarded
public class EventTypes {
  private static final String EVENT_TYPE = "event_type";
  private static final int MOST = 100;

  @Inject private ProductTypes product;
  @Inject private EventTypeRepository own;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("webhooks:read")
  public List<EventTypeDetails> list() {
    return Stream.concat(
            product.all().values().stream(),
            own.all(CurrentCall.tenantId()).stream().map(TenantEventType::details))
        .sorted(Comparator.comparing(EventTypeDetails::type))
        .toList();
  }

  /** The tenant's own, by name. */
  @RequiresPermission("webhooks:read")
  public List<EventTypeFields> own() {
    return own.all(CurrentCall.tenantId()).stream().map(TenantEventType::fields).toList();
  }

  @RequiresPermission("webhooks:read")
  public EventTypeDetails details(String type) {
    return product.find(type).orElseGet(() -> find(type).details());
  }

  @RequiresPermission("webhooks:write")
  @Audited("webhook_event_type.created")
  public EventTypeDetails create(EventTypeFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    requireFree(fields);
    if (own.find(tenant, fields.type()).isPresent()) {
      throw new Conflict(
          "event_type_taken",
          "There is a type " + fields.type() + " already.",
          "PATCH /api/webhooks/event-types/" + fields.type() + " changes it.");
    }
    if (own.count(tenant) >= MOST) {
      throw new Conflict(
          "too_many_event_types",
          "There are " + MOST + " types of events of the tenant's own already.",
          "Delete one that is not sent any more.");
    }
    TenantEventType type = new TenantEventType(tenant, fields, clock.instant());
    own.add(type);
    changes.about(EVENT_TYPE, type.id()).after(type.fields());
    return type.details();
  }

  /** Refuses what {@link #create} would in any tenant, for what creates it later. */
  @SelfCall
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public void requireCreatable(EventTypeFields fields) {
    requireFree(fields);
    TenantEventType.require(fields);
  }

  private void requireFree(EventTypeFields fields) {
    if (product.isOfKind(fields.type())) {
      throw Invalid.at(
          "/type", "reserved", "Types of this kind are Freehold's: begin with another word.");
    }
  }

  @RequiresPermission("webhooks:write")
  @Audited("webhook_event_type.updated")
  public EventTypeDetails change(String name, UnaryOperator<EventTypeFields> change) {
    TenantEventType type = find(name);
    EventTypeFields before = type.fields();
    type.change(change.apply(before), clock.instant());
    own.flush();
    changes.about(EVENT_TYPE, type.id()).before(before).after(type.fields());
    return type.details();
  }

  /** Messages that were sent stay on record, and are sent to whoever waits for them. */
  @RequiresPermission("webhooks:write")
  @Audited("webhook_event_type.deleted")
  public void delete(String name) {
    TenantEventType type = find(name);
    changes.about(EVENT_TYPE, type.id()).before(type.fields());
    own.remove(type);
  }

  private TenantEventType find(String type) {
    return own.find(CurrentCall.tenantId(), type).orElseThrow(() -> new NotFound(EVENT_TYPE));
  }
}
