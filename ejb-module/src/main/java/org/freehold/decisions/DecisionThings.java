package org.freehold.decisions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.freehold.decisions.internal.DecisionRepository;
import org.freehold.decisions.internal.DecisionThing;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireForms;
import org.freehold.platform.persistence.PageRequest;

/** Who and what of other systems is known here, so that searches find it. */
@Stateless
@Guarded
public class DecisionThings {
  private static final int MOST = 100_000;
  private static final int LONGEST_TYPE = 200;
  private static final int LONGEST_ID = 1_000;

  @Inject private DecisionRepository decisions;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** {@code type} null: of all types. */
  @RequiresPermission("policies:read")
  public Page<DecisionThingDetails> list(String type, PageRequest page) {
    if (type != null) {
      requireName("type", type, LONGEST_TYPE);
    }
    return decisions.list(CurrentCall.tenantId(), type, page);
  }

  @RequiresPermission("policies:read")
  public DecisionThingDetails details(String type, String id) {
    return find(type, id).details();
  }

  /** Makes the thing known, or says anew what it is; {@code expectedVersion} as for types. */
  @RequiresPermission("policies:write")
  @Audited(value = "decision_thing.saved", complianceRelevant = true)
  public DecisionThingDetails save(
      String type, String id, DecisionThingFields fields, Long expectedVersion) {
    requireName("/type", type, LONGEST_TYPE);
    requireName("/id", id, LONGEST_ID);
    requireComparable(fields);
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    DecisionThing thing = decisions.thing(tenant, type, id).orElse(null);
    if (expectedVersion != null
        && (thing == null || expectedVersion != thing.details().version())) {
      throw new Stale();
    }
    if (thing == null) {
      requireRoom(tenant);
      thing = new DecisionThing(tenant, type, id, fields, now);
      decisions.add(thing);
      changes.about("decision_thing", null).after(thing.details());
    } else {
      DecisionThingFields before = thing.fields();
      thing.change(fields, now);
      decisions.flush();
      changes.about("decision_thing", null).before(before).after(thing.fields());
    }
    return thing.details();
  }

  @RequiresPermission("policies:write")
  @Audited(value = "decision_thing.deleted", complianceRelevant = true)
  public void delete(String type, String id) {
    DecisionThing thing = find(type, id);
    changes.about("decision_thing", null).before(thing.details());
    decisions.remove(thing);
  }

  private static void requireName(String pointer, String name, int longest) {
    if (name.isEmpty() || name.length() > longest || !WireForms.isStorable(name)) {
      throw Invalid.at(pointer, "format", "This is a text of 1 to " + longest + " characters.");
    }
  }

  /** What no condition can test is not kept, so that nobody relies on it. */
  private static void requireComparable(DecisionThingFields fields) {
    fields
        .properties()
        .forEach(
            (name, value) -> {
              if (!Properties.isComparable(name, value)) {
                throw Invalid.at(
                    "/properties/" + name,
                    "type",
                    "A property is a text, a number, a flag or up to 100 texts, of 1000 characters"
                        + " each at most, and its name a text of up to 200.");
              }
            });
  }

  private void requireRoom(TenantId tenant) {
    if (decisions.countThings(tenant) >= MOST) {
      throw new Conflict(
          "too_many_things",
          "There are " + MOST + " things already.",
          "Describe things in the question instead, or delete some that are not needed.");
    }
  }

  private DecisionThing find(String type, String id) {
    return Optional.of(id)
        .filter(known -> WireForms.isStorable(type) && WireForms.isStorable(known))
        .flatMap(known -> decisions.thing(CurrentCall.tenantId(), type, known))
        .orElseThrow(() -> new NotFound("decision_thing"));
  }
}
