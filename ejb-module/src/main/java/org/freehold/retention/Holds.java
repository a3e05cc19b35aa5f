package org.freehold.retention;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.HoldScope;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.retention.internal.HoldRepository;
import org.freehold.retention.internal.LegalHold;
import org.freehold.retention.internal.RetainedClasses;

/**
 * What the tenant of the call must not delete. A hold is in force when the call that placed it has
 * answered: what was deleting at that moment has ended before.
 */
@Stateless
@Guarded
public class Holds {
  private static final String HOLD = "legal_hold";
  private static final int MOST = 1000;

  @Inject private HoldRepository holds;
  @Inject private RetainedClasses classes;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** {@code active} null: those that were released too. */
  @RequiresPermission("compliance:read")
  public Page<LegalHoldDetails> list(Boolean active, PageRequest page) {
    return holds.list(CurrentCall.tenantId(), active, page);
  }

  @RequiresPermission("compliance:read")
  public LegalHoldDetails details(LegalHoldId id) {
    return find(id).details();
  }

  @RequiresPermission("compliance:write")
  @PeopleOnly
  @Audited(value = "legal_hold.placed", complianceRelevant = true)
  public LegalHoldDetails place(LegalHoldFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    if (fields.dataClass() != null && !classes.holdable().contains(fields.dataClass())) {
      throw Invalid.at(
          "/data_class", "unknown", "It is one of " + String.join(", ", classes.holdable()) + ".");
    }
    requireTold(fields);
    if (fields.from() != null
        && fields.until() != null
        && !fields.from().isBefore(fields.until())) {
      throw Invalid.at("/until", "range", "until must be later than from.");
    }
    if (holds.countActive(tenant) >= MOST) {
      throw new Conflict(
          "too_many_holds", "There are " + MOST + " holds already.", "Release what is over.");
    }
    LegalHold hold =
        new LegalHold(tenant, fields, CurrentCall.get().actor().userId(), clock.instant());
    holds.add(tenant, hold);
    LegalHoldDetails details = hold.details();
    changes.about(HOLD, details.id().value()).after(details);
    events.fire(new RetentionEvents.HoldPlaced(details.id(), details.dataClass()));
    return details;
  }

  /** Who names one class is told what it cannot tell, instead of holding more than was meant. */
  private void requireTold(LegalHoldFields fields) {
    if (fields.dataClass() == null) {
      return;
    }
    Set<HoldScope> scopes = classes.scopes(fields.dataClass());
    if (fields.personId() != null && !scopes.contains(HoldScope.PERSON)) {
      throw untold("/person_id", fields.dataClass());
    }
    if (fields.projectId() != null && !scopes.contains(HoldScope.PROJECT)) {
      throw untold("/project_id", fields.dataClass());
    }
  }

  private static Invalid untold(String field, String dataClass) {
    return Invalid.at(
        field,
        "untold",
        "It is not known of " + dataClass + ": leave it out, and all of them are held.");
  }

  /** By somebody else than the one who placed it. */
  @RequiresPermission("compliance:admin")
  @PeopleOnly
  @Audited(value = "legal_hold.released", complianceRelevant = true)
  public LegalHoldDetails release(LegalHoldId id, HoldRelease release) {
    LegalHold hold = find(id);
    LegalHoldDetails before = hold.details();
    changes.about(HOLD, id.value());
    hold.release(release.reason(), CurrentCall.get().actor().userId(), clock.instant());
    holds.flush();
    changes.before(before).after(hold.details());
    events.fire(new RetentionEvents.HoldReleased(id, hold.dataClass()));
    return hold.details();
  }

  private LegalHold find(LegalHoldId id) {
    return holds.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("hold"));
  }
}
