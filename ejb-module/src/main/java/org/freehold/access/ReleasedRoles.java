package org.freehold.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import org.freehold.access.internal.Editor;
import org.freehold.access.internal.Escalation;
import org.freehold.access.internal.RoleChanges;
import org.freehold.access.internal.RoleRepository;
import org.freehold.access.internal.TenantRole;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;

/** What releases make of the roles of their tenant, in the transaction of the release. */
@Stateless
@Guarded
public class ReleasedRoles {
  @Inject private RoleRepository roles;
  @Inject private RoleChanges changes;
  @Inject private Escalation escalation;
  @Inject private ChangeLog trail;
  @Inject private Clock clock;

  /**
   * A role before and after.
   *
   * @param put null when it is gone
   * @param before null when there was none
   */
  public record Changed(RoleFields put, RoleFields before) {}

  /**
   * Makes the role what it is to be.
   *
   * @param preparedBy who must hold now what this gives or takes; null when the system prepared it
   */
  @SystemCall
  @Audited(value = "role.released", complianceRelevant = true)
  public Changed put(ReleasedRole wanted, UserId preparedBy) {
    RoleFields before = now(wanted.name());
    if (before != null && before.workspaceId() != null) {
      throw Invalid.at("/name", "role_of_workspace", "This role is of a workspace.");
    }
    Editor editor = editor(preparedBy);
    if (wanted.isGone()) {
      if (before != null) {
        changes.delete(changes.own(wanted.name()), editor);
      } else {
        trail.nothingChanged();
      }
    } else if (before == null) {
      changes.create(wanted.over(null), editor);
    } else {
      changes.change(changes.own(wanted.name()), wanted::over, editor);
    }
    return new Changed(now(wanted.name()), before);
  }

  /**
   * Makes it again what it was before {@link #put}, unless somebody changed it since or it cannot
   * be so any more.
   *
   * @param askedBy who must hold now what this gives or takes; null when the system undoes it
   * @return a sentence why it is left as it is; null when it is not
   */
  @SystemCall
  @Audited(value = "role.released", complianceRelevant = true)
  public String takeBack(String name, Changed changed, UserId askedBy) {
    RoleFields now = now(name);
    String left =
        Objects.equals(now, changed.put())
            ? restored(name, changed, editor(askedBy))
            : changedSince(now);
    if (left == null) {
      return null;
    }
    trail.nothingChanged();
    return "The role %s is left as it is: %s".formatted(name, left);
  }

  private Editor editor(UserId person) {
    return person == null ? escalation.unbounded() : escalation.person(person);
  }

  private static String changedSince(RoleFields now) {
    return now == null ? "it was deleted since." : "it was changed since.";
  }

  /** Null when it is. */
  private String restored(String name, Changed changed, Editor editor) {
    if (Objects.equals(changed.put(), changed.before())) {
      trail.nothingChanged();
      return null;
    }
    try {
      if (changed.before() == null) {
        changes.delete(changes.own(name), editor);
      } else if (changed.put() == null) {
        changes.create(changed.before(), editor);
      } else {
        changes.change(changes.own(name), fields -> changed.before(), editor);
      }
      return null;
    } catch (Problem e) {
      if (changed.put() != null && changed.before() != null) {
        changes.own(name).change(changed.put(), clock.instant());
        roles.flush();
      }
      return e.getMessage();
    }
  }

  /** Null when there is no such role; held until the transaction ends. */
  private RoleFields now(String name) {
    TenantId tenant = CurrentCall.tenantId();
    roles.lock(tenant);
    return roles.named(tenant, name).map(TenantRole::fields).orElse(null);
  }
}
