package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.freehold.engine.flags.Operator;
import org.freehold.flags.FlagActor;
import org.freehold.flags.FlagChangeKind;
import org.freehold.flags.FlagCondition;
import org.freehold.flags.FlagEvents;
import org.freehold.flags.FlagFields;
import org.freehold.flags.FlagRule;
import org.freehold.platform.Actor;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;

/** The one way in which a flag changes: checked, with an entry in its history, and told. */
@ApplicationScoped
public class FlagBook {
  private static final int MOST = 500;

  @Inject private FlagRepository flags;
  @Inject private HistoryRepository history;
  @Inject private FlagChecks checks;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** FlagActor makes this call. */
  public static FlagActor caller() {
    Actor actor = CurrentCall.get().actor();
    return new FlagActor(actor.kind().wireName(), actor.id(), actor.name());
  }

  public Flag add(TenantId tenant, FlagFields fields, FlagChangeKind kind, String reason) {
    if (flags.byKey(tenant, fields.key()).isPresent()) {
      throw new Conflict(
          "name_taken",
          "There is a flag " + fields.key() + " already.",
          "Choose another key, or change that flag.");
    }
    if (flags.all(tenant).size() >= MOST) {
      throw new Conflict(
          "too_many_flags", "There are " + MOST + " flags already.", "Delete one that is done.");
    }
    checks.require(tenant, fields);
    Flag flag = new Flag(tenant, fields, clock.instant());
    flags.add(flag);
    keep(tenant, flag, kind, null, fields, reason, caller());
    return flag;
  }

  /** A change that changes nothing leaves no trace in the history. */
  public void change(
      TenantId tenant,
      Flag flag,
      FlagFields after,
      FlagChangeKind kind,
      String reason,
      FlagActor by) {
    FlagFields before = flag.fields();
    checks.require(tenant, after);
    boolean same = JsonText.of(before).equals(JsonText.of(after.withoutReason()));
    if (!same) {
      flag.change(after, clock.instant());
      flags.flush();
      keep(tenant, flag, kind, before, after, reason, by);
    } else {
      changes.about("flag", flag.id()).before(before).after(before);
    }
  }

  public void remove(TenantId tenant, Flag flag, String reason) {
    List<String> needing =
        flags.all(tenant).stream()
            .filter(other -> needs(other.fields(), flag.key()))
            .map(Flag::key)
            .toList();
    if (!needing.isEmpty()) {
      throw new Conflict(
          "flag_needed",
          "The flag is a prerequisite of " + String.join(", ", needing) + ".",
          "Change these first.");
    }
    FlagFields before = flag.fields();
    flags.remove(flag);
    keep(tenant, flag, FlagChangeKind.DELETED, before, null, reason, caller());
  }

  private void keep(
      TenantId tenant,
      Flag flag,
      FlagChangeKind kind,
      FlagFields before,
      FlagFields after,
      String reason,
      FlagActor by) {
    history.add(new FlagChange(tenant, kind, before, after, reason, by, clock.instant()));
    changes
        .about("flag", flag.id())
        .before(before)
        .after(after == null ? null : after.because(reason));
    events.fire(
        new FlagEvents.Changed(flag.key(), kind, after == null ? null : after.enabled(), reason));
  }

  private static boolean needs(FlagFields flag, String key) {
    return flag.prerequisites().stream().anyMatch(needed -> needed.flag().equals(key));
  }

  /** The keys of the flags whose rules name the segment. */
  public List<String> naming(TenantId tenant, String segment) {
    return flags.all(tenant).stream()
        .map(Flag::fields)
        .filter(flag -> names(flag, segment))
        .map(FlagFields::key)
        .toList();
  }

  private static boolean names(FlagFields flag, String segment) {
    return flag.rules().stream().anyMatch(rule -> names(rule, segment))
        || flag.environments().stream()
            .filter(own -> own.rules() != null)
            .flatMap(own -> own.rules().stream())
            .anyMatch(rule -> names(rule, segment));
  }

  private static boolean names(FlagRule rule, String segment) {
    return rule.conditions().stream()
        .filter(condition -> condition.operator() == Operator.IN_SEGMENT)
        .map(FlagCondition::values)
        .flatMap(List::stream)
        .anyMatch(value -> Definitions.plain(value).equals(segment));
  }

  /** {@code expected} null: whatever is there. */
  public static void requireFresh(long version, Long expected) {
    if (expected != null && expected != version) {
      throw new Stale();
    }
  }
}
