package org.freehold.decisions;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.decisions.internal.DecisionRepository;
import org.freehold.decisions.internal.DecisionType;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;

/** The types of things of other systems, and what can be done to them. */
@Stateless
@Guarded
public class DecisionTypes {
  /** Permissions of a tenant's own; with those of the product there is room for no more. */
  public static final int MOST_ACTIONS = 100;

  @Inject private DecisionRepository decisions;
  @Inject @Any private Instance<ResourceFactsSource> sources;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("policies:read")
  public Page<DecisionTypeDetails> list() {
    return new Page<>(
        decisions.types(CurrentCall.tenantId()).stream().map(DecisionType::details).toList(), null);
  }

  @RequiresPermission("policies:read")
  public DecisionTypeDetails details(String name) {
    return find(name).details();
  }

  /** Makes the type, or says anew what it is; {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("policies:write")
  @Audited(value = "decision_type.saved", complianceRelevant = true)
  public DecisionTypeDetails save(String name, DecisionTypeFields fields, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    requireFree(name);
    DecisionType type = decisions.type(tenant, name).orElse(null);
    if (expectedVersion != null && (type == null || expectedVersion != type.details().version())) {
      throw new Stale();
    }
    if (type == null) {
      type = new DecisionType(tenant, name, fields, now);
      decisions.add(type);
      changes.about("decision_type", null).after(type.details());
    } else {
      DecisionTypeFields before = type.fields();
      type.change(fields, now);
      decisions.flush();
      changes.about("decision_type", null).before(before).after(type.fields());
    }
    requireRoom(tenant);
    return type.details();
  }

  /** Roles and policies that name its permissions mean nothing by them from now on. */
  @RequiresPermission("policies:write")
  @Audited(value = "decision_type.deleted", complianceRelevant = true)
  public void delete(String name) {
    DecisionType type = find(name);
    changes.about("decision_type", null).before(type.details());
    decisions.remove(type);
  }

  private void requireFree(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw Invalid.at("/type", "format", "A type is made of a-z, 0-9 and _, from a letter on.");
    }
    boolean ours = sources.stream().anyMatch(source -> source.resourceType().equals(name));
    if (ours || PermissionCatalogue.builtIn().kind(name) != null) {
      throw new Conflict(
          "type_built_in", "The type " + name + " is Freehold's own.", "Choose another name.");
    }
  }

  private void requireRoom(TenantId tenant) {
    int actions =
        decisions.types(tenant).stream().mapToInt(type -> type.fields().actions().size()).sum();
    if (actions > MOST_ACTIONS) {
      throw new Conflict(
          "too_many_actions",
          "All types together may have " + MOST_ACTIONS + " actions.",
          "Delete a type that is not needed.");
    }
  }

  private DecisionType find(String name) {
    return decisions
        .type(CurrentCall.tenantId(), name)
        .orElseThrow(() -> new NotFound("decision_type"));
  }
}
