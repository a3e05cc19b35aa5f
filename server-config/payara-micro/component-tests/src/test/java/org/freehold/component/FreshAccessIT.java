package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.access.OwnPermissions;
import org.freehold.access.PolicySource;
import org.freehold.access.RoleFields;
import org.freehold.access.Roles;
import org.freehold.access.internal.RoleRepository;
import org.freehold.access.policies.AccessPolicies;
import org.freehold.access.policies.PolicyFilter;
import org.freehold.decisions.DecisionTypeFields;
import org.freehold.decisions.DecisionTypes;
import org.freehold.engine.access.Policy;
import org.freehold.engine.access.RoleDefinition;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What decides over access is read as it is, though the same transaction has read it before and
 * somebody else changed it since.
 */
@ExtendWith(ArquillianExtension.class)
class FreshAccessIT {
  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private AccessPolicies policies;
  @Inject private PolicySource enabled;
  @Inject private Roles roles;
  @Inject private RoleRepository stored;
  @Inject private DecisionTypes types;
  @Inject @Any private Instance<OwnPermissions> own;

  private SampleTenant tenant;
  private TenantId id;

  @BeforeEach
  void oneTenant() throws Exception {
    tenant = tenants.create("fresh");
    id = tenant.ref().id();
  }

  @Test
  void aPolicyThatWasReadBefore() throws Exception {
    CurrentCall.within(tenant.asOwner(), () -> policies.create(PoliciesIT.fields("exports", null)));
    List<Policy> found =
        within(
            em -> {
              PageRequest page = new PageRequest(10, null, null);
              assertThat(policies.list(new PolicyFilter(null, null, null, null), page).items())
                  .hasSize(1);
              change("update access_policy set priority = 7, effect = 'allow'");
              return enabled.enabled(id);
            });
    assertThat(found).singleElement().extracting(Policy::priority).isEqualTo(7);
    assertThat(found.get(0).effect()).isEqualTo(Policy.Effect.ALLOW);
  }

  @Test
  void aRoleThatWasReadBefore() throws Exception {
    CurrentCall.within(
        tenant.asOwner(),
        () ->
            roles.create(new RoleFields("auditor", null, null, null, List.of("audit:read"), null)));
    List<RoleDefinition> found =
        within(
            em -> {
              assertThat(roles.details("auditor").grants()).containsExactly("audit:read");
              change("update role set grants = '[\"roles:read\"]', parents = '[\"viewer\"]'");
              return stored.definitions(id);
            });
    assertThat(found).hasSize(1);
    assertThat(found.get(0).grants()).containsExactly("roles:read");
    assertThat(found.get(0).parents()).containsExactly("viewer");
  }

  @Test
  void aTypeThatWasReadBefore() throws Exception {
    CurrentCall.within(
        tenant.asOwner(),
        () -> types.save("document", new DecisionTypeFields(null, List.of("open")), null));
    List<String> found =
        within(
            em -> {
              assertThat(types.details("document").actions()).containsExactly("open");
              change("update decision_type set actions = '[\"shut\"]'");
              return own.stream().flatMap(source -> source.of(id).stream()).toList();
            });
    assertThat(found).containsExactly("document:shut");
  }

  private <T> T within(Transactions.Work<T> work) throws Exception {
    return Transactions.within(tenant.asOwner(), transactions, work);
  }

  /** Committed by somebody else. */
  private void change(String sql) {
    assertThat(Superuser.change(sql + " where tenant_id = ?", tenant.id())).isEqualTo(1);
  }
}
