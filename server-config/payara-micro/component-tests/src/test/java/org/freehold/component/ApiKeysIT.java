package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.freehold.identity.ResolvedCall;
import org.freehold.identity.TenantHints;
import org.freehold.keys.ApiKeyFields;
import org.freehold.keys.ApiKeyId;
import org.freehold.keys.ApiKeys;
import org.freehold.keys.KeyResolution;
import org.freehold.keys.NewApiKey;
import org.freehold.keys.RotateApiKey;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.IdempotencyKey;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.persistence.StatementCount;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys and their hashes are written together or not at all, and are read by exact hash only. */
@ExtendWith(ArquillianExtension.class)
class ApiKeysIT {
  private static final TenantHints NO_HINTS = new TenantHints(null, null, null, false);

  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private ApiKeys keys;
  @Inject private KeyResolution resolution;

  private SampleTenant tenant;

  @BeforeEach
  void oneTenant() throws Exception {
    tenant = tenants.create("keyed");
  }

  private static ApiKeyFields fields(String name) {
    return new ApiKeyFields(name, null, List.of("projects:read"), null, null, null);
  }

  private <T> T asOwner(Callable<T> work) throws Exception {
    return CurrentCall.within(tenant.asOwner(), work::call);
  }

  private NewApiKey made() throws Exception {
    return asOwner(() -> keys.create(fields("Import")));
  }

  private ResolvedCall resolved(NewApiKey key) {
    return resolution.resolve(key.key(), NO_HINTS, "203.0.113.7");
  }

  @Test
  void aKeyIsFoundWithItsTenantAndItsMaker() throws Exception {
    NewApiKey key = made();
    ResolvedCall call = resolved(key);
    assertThat(call.tenant()).isEqualTo(tenant.ref());
    assertThat(call.actor().kind()).isEqualTo(Actor.Kind.API_KEY);
    assertThat(call.actor().id()).isEqualTo(key.id().value());
    assertThat(call.actor().person()).isEqualTo(tenant.owner());
    assertThat(call.requestsPerHour()).isEqualTo(1000);
  }

  @Test
  void aKeyThatIsRolledBackLeavesNothing() {
    assertThatThrownBy(
            () ->
                Transactions.within(
                    tenant.asOwner(),
                    transactions,
                    em -> {
                      keys.create(fields("Undone"));
                      throw new java.io.IOException("after the key");
                    }))
        .hasStackTraceContaining("after the key");
    for (String table : List.of("api_key", "control.api_key_secret", "message", "audit_event")) {
      String newest = table.equals("audit_event") ? " and action like 'api_key.%'" : "";
      newest = table.equals("message") ? " and type like 'api_key.%'" : newest;
      assertThat(
              Superuser.count(
                  "select count(*) from " + table + " where tenant_id = ?" + newest, tenant.id()))
          .as(table)
          .isZero();
    }
  }

  @Test
  void aRotationThatIsRolledBackChangesNothing() throws Exception {
    NewApiKey key = made();
    AtomicReference<NewApiKey> rotated = new AtomicReference<>();
    assertThatThrownBy(
            () ->
                Transactions.within(
                    tenant.asOwner(),
                    transactions,
                    em -> {
                      rotated.set(keys.rotate(key.id(), new RotateApiKey(null)));
                      throw new java.io.IOException("after the rotation");
                    }))
        .hasStackTraceContaining("after the rotation");
    assertThat(resolved(key).actor().id()).isEqualTo(key.id().value());
    assertThatThrownBy(() -> resolved(rotated.get())).isInstanceOf(NotSignedIn.class);
  }

  /** Two secrets at the most, however often it is rotated. */
  @Test
  void aRevokedKeyHasNoHashAndIsForgottenWithTheCommit() throws Exception {
    NewApiKey first = made();
    NewApiKey second = asOwner(() -> keys.rotate(first.id(), new RotateApiKey(60)));
    NewApiKey third = asOwner(() -> keys.rotate(first.id(), new RotateApiKey(60)));
    assertThat(hashes()).isEqualTo(2);
    assertThatThrownBy(() -> resolved(first)).isInstanceOf(NotSignedIn.class);
    resolved(second);
    resolved(third);
    asOwner(
        () -> {
          keys.revoke(first.id());
          return null;
        });
    assertThat(hashes()).isZero();
    for (NewApiKey over : List.of(second, third)) {
      assertThatThrownBy(() -> resolved(over)).isInstanceOf(NotSignedIn.class);
    }
  }

  private long hashes() {
    return Superuser.count(
        "select count(*) from control.api_key_secret where tenant_id = ?", tenant.id());
  }

  @Test
  void aWarmKeyAsksTheDatabaseNothing() throws Exception {
    NewApiKey key = made();
    Eventually.holds(
        "a hundred look-ups without a statement",
        () -> {
          resolved(key);
          long before = StatementCount.total();
          for (int i = 0; i < 100; i++) {
            resolved(key);
          }
          return StatementCount.total() == before;
        });
  }

  @Test
  void hashesOfOtherTenantsAreNotSeen() throws Exception {
    made();
    SampleTenant stranger = tenants.create("stranger");
    for (CallContext call :
        List.of(stranger.asOwner(), CallContext.system("component-tests", null))) {
      Object seen =
          Transactions.within(
              call,
              transactions,
              em ->
                  em.createNativeQuery(
                          "select count(*) from control.api_key_secret where tenant_id = ?1")
                      .setParameter(1, tenant.id())
                      .getSingleResult());
      assertThat(((Number) seen).longValue()).isZero();
    }
    assertThat(hashes()).isOne();
  }

  @Test
  void anotherTenantsKeyIsNone() throws Exception {
    ApiKeyId foreign = made().id();
    SampleTenant stranger = tenants.create("stranger");
    List<Callable<?>> calls =
        List.of(
            () -> keys.details(foreign),
            () -> keys.usage(foreign),
            () -> keys.rotate(foreign, new RotateApiKey(null)),
            () -> keys.change(foreign, fields -> fields, null),
            () -> {
              keys.revoke(foreign);
              return null;
            });
    for (Callable<?> call : calls) {
      assertThatThrownBy(() -> CurrentCall.within(stranger.asOwner(), call::call))
          .isInstanceOf(NotFound.class);
    }
  }

  @Test
  void aKeyMakesNoKeys() throws Exception {
    Actor key = resolved(asOwner(() -> keys.create(admin()))).actor();
    CallContext call =
        new CallContext(
            key, tenant.ref(), UUID.randomUUID().toString(), "203.0.113.7", "component-test", null);
    assertThatThrownBy(() -> CurrentCall.within(call, () -> keys.create(fields("Second"))))
        .isInstanceOfSatisfying(
            NotAllowed.class, refused -> assertThat(refused.code()).isEqualTo("people_only"));
    assertThat(
            Superuser.count(
                "select count(*) from audit_event where request_id = ? and actor_type = 'api_key'"
                    + " and action = 'api_key.created' and not success",
                call.requestId()))
        .isOne();
  }

  private static ApiKeyFields admin() {
    return new ApiKeyFields("Admin", "tenant_admin", null, null, null, null);
  }

  @Test
  void aRepeatedRequestIsAnsweredWithoutTheKey() throws Exception {
    IdempotencyKey once = new IdempotencyKey(UUID.randomUUID().toString(), new byte[] {1});
    NewApiKey first = CurrentCall.within(tenant.asOwner(once), () -> keys.create(fields("Import")));
    NewApiKey again = CurrentCall.within(tenant.asOwner(once), () -> keys.create(fields("Import")));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.key()).isNull();
    assertThat(hashes()).isOne();
  }

  @Test
  void useIsWrittenDownByAndBy() throws Exception {
    NewApiKey key = made();
    for (int i = 0; i < 250; i++) {
      resolved(key);
    }
    TenantHints another = new TenantHints("another", null, null, false);
    assertThat(resolution.resolve(key.key(), another, "203.0.113.7").refusal().code())
        .isEqualTo("tenant_conflict");
    Eventually.holds(
        "250 requests are counted",
        () ->
            Superuser.count(
                    "select coalesce(sum(requests), 0) from api_key_use where tenant_id = ? and key_id = ?",
                    tenant.id(),
                    key.id().value())
                == 250);
    assertThat(
            Superuser.count(
                "select count(*) from api_key where id = ? and last_used_at is not null",
                key.id().value()))
        .isOne();
  }
}
