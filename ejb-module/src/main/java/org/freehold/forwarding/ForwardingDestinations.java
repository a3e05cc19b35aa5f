package org.freehold.forwarding;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.freehold.forwarding.internal.Destination;
import org.freehold.forwarding.internal.DestinationAddress;
import org.freehold.forwarding.internal.DestinationRepository;
import org.freehold.forwarding.internal.SealedTrail;
import org.freehold.identity.Sealing;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.work.WorkQueue;

/** Where the tenant's trail is forwarded to. */
@Stateless
@Guarded
public class ForwardingDestinations {
  private static final String DESTINATION = "forwarding_destination";
  private static final int MOST = 5;

  /** What became of the authorization, of which the record tells no more. */
  public enum Credential {
    NONE,
    KEPT,
    REPLACED
  }

  /**
   * A destination for the record.
   *
   * @param caSha256 of the certificates that are trusted there, in hexadecimal, with spaces
   *     between; null for those of the server's Java
   */
  public record Recorded(
      String name,
      DestinationKind kind,
      String address,
      DestinationStatus status,
      String caSha256,
      Credential authorization) {}

  @Inject private DestinationRepository destinations;
  @Inject private DestinationAddress addresses;
  @Inject private SealedTrail trail;
  @Inject private Sealing sealing;
  @Inject private WorkQueue work;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("audit:read")
  public Page<DestinationDetails> list(PageRequest page) {
    return destinations.list(CurrentCall.tenantId(), page, trail.size());
  }

  @RequiresPermission("audit:read")
  public DestinationDetails details(DestinationId id) {
    return found(destinations.byId(CurrentCall.tenantId(), id)).details(trail.size());
  }

  /** From then on it gets what the trail tells, or all that it told. */
  @RequiresPermission("audit:admin")
  @Audited(value = "audit_forwarding.created", complianceRelevant = true)
  public DestinationDetails create(DestinationFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    addresses.require(fields);
    if (destinations.count(tenant) >= MOST) {
      throw new Conflict(
          "too_many_destinations",
          "There are " + MOST + " destinations already.",
          "Delete one that is not needed.");
    }
    long size = trail.size();
    long first = Boolean.TRUE.equals(fields.fromBeginning()) ? 0 : size;
    Destination made = new Destination(tenant, fields, first, clock.instant());
    seal(made, fields);
    destinations.add(tenant, made);
    work.schedule(Destination.WORK, tenant, made.id().value(), clock.instant());
    changes.about(DESTINATION, made.id().value()).after(recorded(made));
    return made.details(size);
  }

  /** {@code expectedVersion} null: whatever is there. How far it has been taken stays. */
  @RequiresPermission("audit:admin")
  @Audited(value = "audit_forwarding.updated", complianceRelevant = true)
  public DestinationDetails replace(
      DestinationId id, DestinationFields fields, Long expectedVersion) {
    addresses.require(fields);
    return changed(
        id,
        destination -> {
          if (expectedVersion != null && expectedVersion != destination.version()) {
            throw new Stale();
          }
          destination.change(fields, clock.instant());
          seal(destination, fields);
        });
  }

  @RequiresPermission("audit:admin")
  @Audited(value = "audit_forwarding.paused", complianceRelevant = true)
  public DestinationDetails pause(DestinationId id) {
    return changed(id, destination -> destination.pause(null, clock.instant()));
  }

  /** Goes on where it ended. */
  @RequiresPermission("audit:admin")
  @Audited(value = "audit_forwarding.resumed", complianceRelevant = true)
  public DestinationDetails resume(DestinationId id) {
    return changed(id, destination -> destination.resume(clock.instant()));
  }

  @RequiresPermission("audit:admin")
  @Audited(value = "audit_forwarding.deleted", complianceRelevant = true)
  public void delete(DestinationId id) {
    Destination destination = found(destinations.locked(CurrentCall.tenantId(), id));
    destinations.remove(CurrentCall.tenantId(), destination);
    changes.about(DESTINATION, id.value()).before(recorded(destination));
  }

  private DestinationDetails changed(DestinationId id, Consumer<Destination> change) {
    Destination destination = found(destinations.locked(CurrentCall.tenantId(), id));
    Recorded before = recorded(destination);
    change.accept(destination);
    destinations.flush();
    work.schedule(Destination.WORK, CurrentCall.tenantId(), id.value(), clock.instant());
    changes.about(DESTINATION, id.value()).before(before).after(recorded(destination));
    return destination.details(trail.size());
  }

  private void seal(Destination destination, DestinationFields fields) {
    if (fields.authorization() != null) {
      byte[] clear = fields.authorization().getBytes(StandardCharsets.UTF_8);
      destination.authorize(clear.length == 0 ? null : sealing.seal(destination.purpose(), clear));
    }
  }

  private static Recorded recorded(Destination destination) {
    return destination.recorded();
  }

  private static Destination found(Optional<Destination> destination) {
    return destination.orElseThrow(() -> new NotFound(DESTINATION));
  }
}
