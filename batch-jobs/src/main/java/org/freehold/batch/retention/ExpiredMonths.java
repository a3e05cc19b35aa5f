package org.freehold.batch.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.freehold.audit.archive.MonthDrop;
import org.freehold.audit.archive.TrailMonths;
import org.freehold.batch.platform.TenantTour;
import org.freehold.jobs.Run;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.retention.RetentionSteps;

/**
 * Drops the months that everybody lets go, and those that are empty, each in a transaction of its
 * own. A month that cannot be dropped now is left to the removal of rows.
 */
@Dependent
class ExpiredMonths {
  @Inject private TrailMonths months;
  @Inject private RetentionSteps steps;

  void drop(Run run, TenantTour tour, List<TenantRef> tenants, BooleanSupplier stopped)
      throws Exception {
    tour.attempt("months to come", run.context(), this::made);
    List<LocalDate> past = CurrentCall.within(run.context(), months::past);
    if (past.isEmpty()) {
      return;
    }
    Map<LocalDate, Set<TenantId>> agreed = new HashMap<>();
    tour.visit(tenants, stopped, tenant -> tour.attempt(tenant, () -> agree(tenant.id(), agreed)));
    for (LocalDate month : past) {
      if (stopped.getAsBoolean()) {
        return;
      }
      String name = month.toString().substring(0, 7);
      tour.attempt(name, run.context(), () -> dropped(month, agreed.getOrDefault(month, Set.of())));
    }
  }

  private String made() {
    int made = months.makeComing();
    return made == 0 ? null : made + " tables made";
  }

  private String agree(TenantId tenant, Map<LocalDate, Set<TenantId>> agreed) {
    for (LocalDate month : steps.certifiedMonths()) {
      agreed.computeIfAbsent(month, unknown -> new HashSet<>()).add(tenant);
    }
    return null;
  }

  private String dropped(LocalDate month, Set<TenantId> agreed) {
    long began = System.nanoTime();
    MonthDrop drop = months.drop(month, agreed);
    if (drop.isDropped()) {
      return "dropped with %d events of %d tenants in %d ms, locked for %d ms"
          .formatted(
              drop.events(),
              drop.tenants(),
              (System.nanoTime() - began) / 1_000_000,
              drop.lockedMillis());
    }
    return agreed.isEmpty()
        ? null
        : "not dropped as a whole: " + drop.outcome().name().toLowerCase(Locale.ROOT);
  }
}
