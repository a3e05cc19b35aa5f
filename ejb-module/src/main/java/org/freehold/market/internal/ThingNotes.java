package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.freehold.market.TemplateUseId;
import org.freehold.market.UsedThing;
import org.freehold.platform.CurrentCall;

/**
 * What a use has made in the tenant of the call. Each thing is noted in the transaction that makes
 * it, so that a run which goes on makes nothing twice.
 */
@ApplicationScoped
public class ThingNotes {
  @Inject private UsedThingRepository things;
  @Inject private Clock clock;

  public List<UsedThing> all(TemplateUseId use) {
    return things.all(CurrentCall.tenantId(), use);
  }

  public List<UsedThing> all(TemplateUseId use, String kind) {
    return all(use).stream().filter(thing -> thing.kind().equals(kind)).toList();
  }

  public Optional<UsedThing> find(TemplateUseId use, String kind, String key) {
    return things.find(CurrentCall.tenantId(), use, kind, key);
  }

  /** Makes what was not made before. */
  public void once(TemplateUseId use, String kind, String key, Supplier<UsedThing> making) {
    if (find(use, kind, key).isEmpty()) {
      add(use, making.get());
    }
  }

  public void add(TemplateUseId use, UsedThing thing) {
    things.add(CurrentCall.tenantId(), use, thing, clock.instant());
  }
}
