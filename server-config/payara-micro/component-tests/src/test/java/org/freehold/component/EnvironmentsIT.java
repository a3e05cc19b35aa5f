package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.freehold.engine.migration.Action;
import org.freehold.engine.migration.BackfillTask;
import org.freehold.engine.migration.Budget;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.Part;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Step;
import org.freehold.environments.DriftChecks;
import org.freehold.environments.DriftState;
import org.freehold.environments.DryRun;
import org.freehold.environments.EnvironmentChanges;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.environments.EnvironmentDrift;
import org.freehold.environments.EnvironmentFields;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.EnvironmentTargets;
import org.freehold.environments.Environments;
import org.freehold.environments.Progress;
import org.freehold.environments.TargetState;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.persistence.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Environments with their databases, inside the server. */
@ExtendWith(ArquillianExtension.class)
class EnvironmentsIT {
  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private Environments environments;
  @Inject private EnvironmentChanges changes;
  @Inject private EnvironmentDirectory directory;
  @Inject private EnvironmentTargets targets;
  @Inject private DriftChecks drift;

  private SampleTenant tenant;

  @BeforeEach
  void oneTenant() throws Exception {
    tenant = tenants.create("staged");
  }

  private <T> T asOwner(Callable<T> work) throws Exception {
    return CurrentCall.within(tenant.asOwner(), work::call);
  }

  private EnvironmentDetails made(String name) throws Exception {
    return asOwner(
        () -> changes.create(new EnvironmentFields(null, name, null, null, null, null, null)));
  }

  private static final Step FILLED =
      step(
          Action.SQL,
          Part.TRANSACTION,
          List.of(
              "CREATE TABLE many (id int PRIMARY KEY, word text)",
              "INSERT INTO many SELECT n FROM generate_series(1, 12000) n",
              "ANALYZE many"),
          List.of("DROP TABLE \"many\""),
          null,
          null);

  private static Step step(
      Action action,
      Part part,
      List<String> up,
      List<String> down,
      String table,
      BackfillTask task) {
    return new Step(
        1,
        0,
        up.get(0),
        action,
        up,
        down,
        part,
        LockLevel.NONE,
        Budget.STRONG,
        List.of(),
        table,
        null,
        task);
  }

  private static Plan plan(Step step) {
    return new Plan(List.of(step), List.of(), List.of(), false);
  }

  private static Plan making(String table) {
    return plan(
        step(
            Action.SQL,
            Part.TRANSACTION,
            List.of("CREATE TABLE " + table + " (id bigint PRIMARY KEY)"),
            List.of("DROP TABLE \"" + table + "\""),
            null,
            null));
  }

  @Test
  void aReleaseLeavesAnEnvironmentAndItDriftsWhenSomebodyElseChangesIt() throws Exception {
    EnvironmentId id = made("drifting").id();
    asOwner(() -> targets.apply(id, UUID.randomUUID(), making("first"), Progress.SILENT));
    TargetState state = asOwner(() -> targets.read(id));
    asOwner(() -> transactions.run(em -> directory.deployed(id, state, "rel_20260115_1200")));
    EnvironmentDrift same = asOwner(() -> drift.check(id));
    assertThat(same.state()).isEqualTo(DriftState.IN_SYNC);
    asOwner(() -> targets.apply(id, UUID.randomUUID(), making("second"), Progress.SILENT));
    EnvironmentDrift drifted = asOwner(() -> drift.check(id));
    assertThat(drifted.state()).isEqualTo(DriftState.DRIFTED);
    assertThat(drifted.differences()).isNotEmpty();
    assertThat(
            Superuser.count(
                "select count(*) from tenant.message where tenant_id = ? and type = 'environment.drifted'",
                tenant.id()))
        .isEqualTo(1);
    assertThat(asOwner(() -> environments.details(id)).fingerprint())
        .isEqualTo(state.fingerprint());
    assertThatThrownBy(
            () ->
                asOwner(
                    () -> {
                      environments.delete(id);
                      return null;
                    }))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void aPlanIsRehearsedInTheServer() throws Exception {
    EnvironmentId id = made("rehearsed").id();
    DryRun run = asOwner(() -> targets.rehearse(id, Catalog.EMPTY, making("third")));
    assertThat(run.reversible()).isTrue();
    assertThat(run.repeatable()).isTrue();
    assertThat(asOwner(() -> targets.read(id)).catalog().tables()).isEmpty();
  }

  /** More rows than are written at once: a run of the job does it, and the promotion waits. */
  @Test
  void aLongBackfillIsARunOfItsJob() throws Exception {
    EnvironmentId id = made("long").id();
    asSystem(() -> targets.apply(id, UUID.randomUUID(), plan(FILLED), Progress.SILENT));
    List<String> told = new ArrayList<>();
    BackfillTask task =
        new BackfillTask("many", "word", "\"word\" = 'x' || id", "\"word\" IS NULL");
    Step backfill =
        step(Action.BACKFILL, Part.APART, List.of(task.statement()), List.of(), "many", task);
    asSystem(
        () ->
            targets.apply(
                id,
                UUID.randomUUID(),
                plan(backfill),
                (number, state, message, millis) -> told.add(String.valueOf(message))));
    assertThat(told).anyMatch(line -> line.contains("rows written by the run"));
    assertThat(
            Superuser.rows(
                    "select r.status, (select sum(p.done) from tenant.job_run_part p where"
                        + " p.tenant_id = r.tenant_id and p.run_id = r.id)::text"
                        + " from tenant.job_run r where r.tenant_id = ? and r.job = 'release-backfill'",
                    tenant.id())
                .get(0))
        .containsExactly("completed", "12000");
  }

  private <T> T asSystem(Callable<T> work) throws Exception {
    return CurrentCall.within(CallContext.system("component-tests", tenant.ref()), work::call);
  }

  @Test
  void nobodyWorksOnADatabaseInsideATransaction() throws Exception {
    EnvironmentId id = made("apart").id();
    assertThatThrownBy(() -> asOwner(() -> transactions.run(em -> targets.read(id))))
        .hasStackTraceContaining("A transaction would be open");
  }

  @Test
  void anotherTenantsIsNotThere() throws Exception {
    EnvironmentId id = made("hidden").id();
    SampleTenant other = tenants.create("other");
    assertThatThrownBy(() -> CurrentCall.within(other.asOwner(), () -> environments.details(id)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> CurrentCall.within(other.asOwner(), () -> targets.read(id)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatIsRolledBackWasNeverMade() throws Exception {
    EnvironmentFields fields = new EnvironmentFields(null, "never", null, null, null, null, null);
    assertThatThrownBy(
            () ->
                asOwner(
                    () ->
                        transactions.run(
                            em -> {
                              changes.create(fields);
                              throw new IllegalStateException("Roll back");
                            })))
        .hasStackTraceContaining("Roll back");
    assertThat(
            asOwner(() -> environments.list(new PageRequest(50, null, null))).items().stream()
                .map(EnvironmentDetails::name))
        .containsExactly("dev", "staging", "production");
  }

  @Test
  void whoHoldsNoPermissionIsRefused() throws Exception {
    SampleTenant stranger =
        new SampleTenant(tenant.ref(), tenants.create("x").owner(), "x@x.example");
    assertThatThrownBy(
            () ->
                CurrentCall.within(
                    stranger.asOwner(), () -> environments.list(new PageRequest(1, null, null))))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void aNameMeansTheProjectsOwnBeforeTheTenants() throws Exception {
    EnvironmentDetails production =
        asOwner(() -> transactions.run(em -> directory.named("prod", null))).orElseThrow();
    assertThat(production.name()).isEqualTo("production");
    assertThat(
            asOwner(() -> transactions.run(em -> directory.besides(production.id()))).stream()
                .map(EnvironmentDetails::position))
        .containsExactly(1, 2, 3);
  }
}
