package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.naming.InitialContext;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditFilter;
import org.freehold.audit.AuditHousekeeping;
import org.freehold.audit.AuditLog;
import org.freehold.audit.AuditNews;
import org.freehold.audit.AuditRecording;
import org.freehold.audit.AuditTail;
import org.freehold.audit.NewAuditEvent;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.Workspaces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What readers and followers of the trail are told, whatever happens in the database. */
@ExtendWith(ArquillianExtension.class)
class AuditTrailIT {
  private static final AuditFilter WORKSPACES =
      new AuditFilter(
          null, "workspace.*", null, null, null, null, null, null, null, null, null, null);

  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private Workspaces workspaces;
  @Inject private AuditTail tail;
  @Inject private AuditLog log;
  @Inject private AuditRecording recording;
  @Inject private AuditHousekeeping housekeeping;

  private SampleTenant tenant;
  private SealedTrail trail;

  @BeforeEach
  void aTenant() throws Exception {
    tenant = tenants.create("trail");
    trail = new SealedTrail(tenant, workspaces);
    trail.isSealed();
  }

  @Test
  void whatIsCommittedLateIsToldAfterWhatWasToldAlready() throws Exception {
    long begin = CurrentCall.within(tenant.asOwner(), () -> tail.end());
    List<AuditNews> told = new ArrayList<>();
    Transactions.within(
        tenant.asOwner(),
        transactions,
        em -> {
          workspaces.create(new WorkspaceFields("early", "Early", null));
          em.flush();
          onAnotherThread(
              () -> {
                make("late");
                trail.isSealed();
                told.add(from(begin));
              });
          return null;
        });
    trail.isSealed();
    told.add(from(told.get(0).next()));
    assertThat(names(told.get(0))).containsExactly("late");
    assertThat(names(told.get(1))).containsExactly("early");
    assertThat(told.get(1).events().get(0).id().value())
        .as("made before, and so behind what was told by its id")
        .isLessThan(told.get(0).events().get(0).id().value());
    assertThat(from(told.get(1).next()).events()).isEmpty();
  }

  @Test
  void whatSomebodyChangesBesideTheLeafIsNotToldAndIsFoundOutOnce() {
    make("seen");
    make("other");
    assertThat(compared()).isZero();
    AuditEventDetails event = newest().get(1);
    Superuser.change(
        "update audit_event set action = 'workspace.updated', severity = 'ERROR', request_id = 'x',"
            + " success = false, actor_type = 'system', resource_type = 'team' where tenant_id = ? and id = ?",
        tenant.id(),
        event.id().value());
    assertThat(newest().get(1)).isEqualTo(event);
    assertThat(compared()).isEqualTo(1);
    assertThat(compared()).isZero();
    assertThat(told("audit.columns_changed")).containsExactly(event.id().value());
    for (String change :
        List.of(
            "action = 'a.b'",
            "actor_type = 'job'",
            "actor_handle = gen_random_uuid()",
            "resource_type = 'x'",
            "resource_id = gen_random_uuid()",
            "resource_id = null",
            "recorded_at = recorded_at - interval '1 day'",
            "success = false",
            "severity = 'CRITICAL'",
            "request_id = null")) {
      make(change.replaceAll("[^a-z]", ""));
      UUID id = newest().get(0).id().value();
      Superuser.change(
          "update audit_event set " + change + " where tenant_id = ? and id = ?", tenant.id(), id);
      assertThat(compared()).as(change).isEqualTo(1);
    }
  }

  @Test
  void whatAProductRecordsIsWhatItsColumnsSay() {
    for (String id :
        new String[] {"order/7", "0199B2A0-5C1E-7D3A-9F4B-2F6F0A1C9E11", "Bestellung ü", null}) {
      CurrentCall.within(tenant.asOwner(), () -> recording.record(ownEvent(id)));
    }
    assertThat(compared()).isZero();
    Superuser.change(
        "update audit_event set resource_id = gen_random_uuid()"
            + " where tenant_id = ? and action = 'shop:order.cancelled'",
        tenant.id());
    assertThat(compared()).as("also of what has no UUID, and of nothing").isEqualTo(4);
  }

  private static NewAuditEvent ownEvent(String resource) {
    return new NewAuditEvent(
        null,
        "shop:order.cancelled",
        null,
        null,
        null,
        null,
        "order",
        resource,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private AuditNews from(long place) {
    return CurrentCall.within(tenant.asOwner(), () -> tail.from(WORKSPACES, place));
  }

  private static List<String> names(AuditNews news) {
    return news.events().stream()
        .map(event -> event.newValues().get("slug").toString().replace("\"", ""))
        .toList();
  }

  /** Of workspaces, found by nothing that is changed here. */
  private List<AuditEventDetails> newest() {
    AuditFilter all =
        new AuditFilter(null, null, null, null, null, null, null, null, null, null, null, null);
    return CurrentCall.within(
        tenant.asOwner(),
        () ->
            log.list(all, new PageRequest(50, null, null)).items().stream()
                .filter(event -> "workspace".equals(event.resourceType()))
                .map(AuditTrailIT::withoutPlace)
                .toList());
  }

  /** It may get its place meanwhile. */
  private static AuditEventDetails withoutPlace(AuditEventDetails e) {
    return new AuditEventDetails(
        e.id(),
        e.action(),
        e.userId(),
        e.userEmail(),
        e.actorType(),
        e.apiKeyId(),
        e.resourceType(),
        e.resourceId(),
        e.projectId(),
        e.tenant(),
        e.ipAddress(),
        e.userAgent(),
        e.timestamp(),
        e.occurredAt(),
        e.recordedBy(),
        e.success(),
        e.severity(),
        e.piiAccessed(),
        e.complianceRelevant(),
        e.oldValues(),
        e.newValues(),
        e.requestId(),
        e.error(),
        false,
        null);
  }

  private int compared() {
    return CurrentCall.within(
        CallContext.system("component-tests", tenant.ref()), () -> housekeeping.compareColumns());
  }

  private List<Object> told(String action) {
    return Superuser.rows(
            "select resource_id from audit_event where tenant_id = ? and action = ?",
            tenant.id(),
            action)
        .stream()
        .map(row -> row[0])
        .toList();
  }

  private void make(String slug) {
    CurrentCall.within(
        tenant.asOwner(), () -> workspaces.create(new WorkspaceFields(slug, slug, null)));
  }

  private static void onAnotherThread(Runnable work) throws Exception {
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    executor.submit(work).get();
  }
}
