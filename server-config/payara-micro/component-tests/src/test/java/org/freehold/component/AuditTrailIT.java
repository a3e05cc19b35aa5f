package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.freehold.audit.internal.OpenedDisclosures;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.tenancy.AddUser;
import org.freehold.tenancy.UserDetails;
import org.freehold.tenancy.Users;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a change leaves in the trail, as bytes in the database. */
@ExtendWith(ArquillianExtension.class)
class AuditTrailIT {
  private static final String NAME = "Greta Unverwechselbar";

  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private Users users;
  @Inject private OpenedDisclosures disclosures;

  private SampleTenant tenant;
  private CallContext call;
  private UserDetails user;

  @BeforeEach
  void addAUser() throws Exception {
    tenant = tenants.create("traced");
    call = tenant.asOwner();
    String email = "greta@" + tenant.ref().slug() + ".example";
    user =
        CurrentCall.within(
            call, () -> users.add(new AddUser(email, NAME, null, "Research", true, null)));
  }

  @Test
  void changeAndEventAreCommittedTogether() {
    Object change =
        Superuser.rows("select xmin::text from membership where user_id = ?", user.id().value())
            .get(0)[0];
    assertThat(
            Superuser.rows(
                    "select xmin::text from audit_event where request_id = ?", call.requestId())
                .get(0)[0])
        .isEqualTo(change);
    // In the queue of the tree with it, or soon after in the tree.
    assertThat(
            Superuser.count(
                "select count(*) from audit_event e left join control.audit_pending p on p.event_id = e.id"
                    + " left join audit_leaf l on l.tenant_id = e.tenant_id and l.event_id = e.id"
                    + " where request_id = ? and (p.xmin = e.xmin or l.position is not null)",
                call.requestId()))
        .isEqualTo(1);
  }

  @Test
  void theLeafIsCanonicalAndItsHashIsThatOfTheTree() throws Exception {
    byte[] leaf = leaf();
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update((byte) 0);
    assertThat(MerkleTree.leafHash(leaf)).isEqualTo(sha256.digest(leaf));
    assertThat(leaf()).as("read again").isEqualTo(leaf);
    assertThat(new String(leaf, StandardCharsets.UTF_8)).isEqualTo(Canonical.text(json(leaf)));
  }

  @Test
  void commitmentsAreThoseOfTheDisclosures() throws Exception {
    List<Disclosure> opened =
        Transactions.within(call, transactions, em -> disclosures.of(tenant.ref(), event()));
    List<String> committed =
        json(leaf()).getJsonArray("sd").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList();
    assertThat(opened).extracting(Disclosure::commitment).hasSameElementsAs(committed);
    assertThat(opened)
        .extracting(Disclosure::value)
        .contains(NAME, user.email(), tenant.ownerEmail(), "203.0.113.7", "component-test");
  }

  @Test
  void noPersonIsNamedInClear() {
    for (String table : List.of("audit_event", "audit_pending", "audit_disclosure")) {
      String schema = table.equals("audit_pending") ? "control." : "tenant.";
      for (Object[] row :
          Superuser.rows(
              "select to_jsonb(t)::text from " + schema + table + " t where tenant_id = ?",
              tenant.id())) {
        assertClean(table, (String) row[0]);
      }
    }
    assertClean("leaf", new String(leaf(), StandardCharsets.UTF_8));
  }

  @Test
  void whatIsDisclosedApartIsEncrypted() throws Exception {
    List<Disclosure> opened =
        Transactions.within(call, transactions, em -> disclosures.of(tenant.ref(), event()));
    assertThat(opened).isNotEmpty();
    List<Object[]> rows =
        Superuser.rows("select sealed from audit_disclosure where tenant_id = ?", tenant.id());
    assertThat(rows).isNotEmpty();
    for (Object[] row : rows) {
      String sealed = new String((byte[]) row[0], StandardCharsets.ISO_8859_1);
      for (Disclosure one : opened) {
        assertThat(sealed).doesNotContain(one.encoded());
      }
    }
  }

  private void assertClean(String where, String text) {
    String people = where.equals("audit_disclosure") ? NAME : user.id().value().toString();
    assertThat(text)
        .as(where)
        .doesNotContain(NAME, user.email(), tenant.ownerEmail(), "203.0.113.7", people);
  }

  @Test
  void theServerCannotChangeOrDeleteAnEvent() {
    for (String change :
        List.of("update audit_event set action = 'nothing'", "delete from audit_event")) {
      assertThatThrownBy(
              () ->
                  Transactions.within(
                      call, transactions, em -> em.createNativeQuery(change).executeUpdate()))
          .hasStackTraceContaining("permission denied for table audit_event");
    }
  }

  private UUID event() {
    return (UUID)
        Superuser.rows("select id from audit_event where request_id = ?", call.requestId())
            .get(0)[0];
  }

  private byte[] leaf() {
    return (byte[])
        Superuser.rows("select leaf from audit_event where request_id = ?", call.requestId())
            .get(0)[0];
  }

  private static JsonObject json(byte[] leaf) {
    return Json.createReader(new ByteArrayInputStream(leaf)).readObject();
  }
}
