package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.List;
import org.freehold.access.PolicySource;
import org.freehold.access.policies.AccessPolicies;
import org.freehold.access.policies.PolicyFields;
import org.freehold.access.policies.PolicyFilter;
import org.freehold.access.policies.PolicyTarget;
import org.freehold.engine.access.Policy;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Policies as the engine gets them. */
@ExtendWith(ArquillianExtension.class)
class PoliciesIT {
  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private AccessPolicies service;
  @Inject private PolicySource policies;

  private SampleTenant tenant;

  @BeforeEach
  void oneTenant() throws Exception {
    tenant = tenants.create("ruled");
  }

  /** A policy by which nobody exports the trail. */
  static PolicyFields fields(String name, JsonValue condition) {
    PolicyTarget target = new PolicyTarget(List.of("audit:export"), null, null, null, null, null);
    return new PolicyFields(
        name, null, Policy.Effect.DENY, null, null, null, null, null, target, condition);
  }

  @Test
  void theEngineGetsAllThatAreEnabled() throws Exception {
    JsonValue pii =
        JsonText.parseObject(
            "{\"attribute\":\"resource.classification\",\"operator\":\"eq\",\"value\":\"PII\"}");
    create(fields("first", pii));
    create(fields("second", null));
    CurrentCall.within(tenant.asOwner(), this::switchOffTheSecond);
    create(tenants.create("other"), fields("of another", null));
    List<Policy> all = all();
    assertThat(all).singleElement().extracting(Policy::name).isEqualTo("first");
    assertThat(all.get(0).target().permissions()).containsExactly("audit:export");
    assertThat(all.get(0).condition())
        .isEqualTo(
            new Condition.Test("resource.classification", Operator.EQ, List.of(Literal.of("PII"))));
  }

  private Void switchOffTheSecond() {
    service
        .list(new PolicyFilter(null, null, null, null), new PageRequest(10, null, null))
        .items()
        .stream()
        .filter(policy -> policy.name().equals("second"))
        .forEach(policy -> service.change(policy.id(), PoliciesIT::disabled, null));
    return null;
  }

  private static PolicyFields disabled(PolicyFields was) {
    return new PolicyFields(
        was.name(), null, was.effect(), 0, false, false, null, null, was.target(), null);
  }

  @Test
  void whatThisVersionCannotReadReachesTheEngineAsUnknown() throws Exception {
    create(fields("of the future", null));
    Superuser.change(
        "update access_policy set condition = '{\"attribute\":\"a\",\"operator\":\"like\"}'"
            + " where tenant_id = ?",
        tenant.id());
    assertThat(all())
        .singleElement()
        .extracting(Policy::condition)
        .isEqualTo(new Condition.Test("", Operator.EXISTS, List.of()));
  }

  @Test
  void aPolicyThatIsRolledBackIsNone() {
    assertThatThrownBy(
            () ->
                Transactions.within(
                    tenant.asOwner(),
                    transactions,
                    em -> {
                      service.create(fields("undone", null));
                      throw new java.io.IOException("after the change");
                    }))
        .hasStackTraceContaining("after the change");
    assertThat(
            Superuser.count("select count(*) from access_policy where tenant_id = ?", tenant.id()))
        .isZero();
  }

  private void create(PolicyFields fields) throws Exception {
    create(tenant, fields);
  }

  private void create(SampleTenant owner, PolicyFields fields) throws Exception {
    CurrentCall.within(owner.asOwner(), () -> service.create(fields));
  }

  private List<Policy> all() throws Exception {
    return Transactions.within(
        tenant.asOwner(), transactions, em -> policies.enabled(tenant.ref().id()));
  }
}
