package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.Arrays;
import java.util.List;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one tenant owns, seen through the entity manager by another tenant and by nobody. */
@ExtendWith(ArquillianExtension.class)
class TenantIsolationIT {
  /** Fewer connections than the pool has. */
  private static final int SOME = 12;

  @Inject private SampleTenants tenants;
  @Inject private FilledTenant content;
  @Inject private Transactions transactions;

  private SampleTenant owner;
  private SampleTenant stranger;
  private List<EntityType<?>> entities;

  @BeforeEach
  void twoTenants() throws Exception {
    owner = tenants.create("owner");
    stranger = tenants.create("stranger");
    content.fill(owner);
    entities = transactions.run(TenantIsolationIT::tenantEntities);
    assertThat(entities).hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void entitiesAreFoundByTheirTenantOnly() throws Exception {
    for (EntityType<?> entity : entities) {
      Object key = keyOfOne(entity);
      for (CallContext call : Arrays.asList(stranger.asOwner(), withoutTenant(), null)) {
        Object found = seen(call, em -> em.find(entity.getJavaType(), key));
        Long counted = seen(call, em -> count(em, entity));
        assertThat(found).as("%s for %s", entity.getName(), call).isNull();
        assertThat(counted).as("%s for %s", entity.getName(), call).isIn(null, 0L);
      }
    }
  }

  @Test
  void aReferenceShowsAStrangerNothing() throws Exception {
    for (EntityType<?> entity : entities) {
      if (isKeyOnly(entity)) {
        continue;
      }
      Object key = keyOfOne(entity);
      assertThatCode(() -> refresh(owner, entity, key))
          .as(entity.getName())
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> refresh(stranger, entity, key))
          .as(entity.getName())
          .isInstanceOf(EJBException.class);
    }
  }

  /** EclipseLink makes no references of such ones, whoever asks. */
  private static boolean isKeyOnly(EntityType<?> entity) {
    return entity.getSingularAttributes().stream().allMatch(SingularAttribute::isId);
  }

  private void refresh(SampleTenant tenant, EntityType<?> entity, Object key) throws Exception {
    Transactions.within(
        tenant.asOwner(),
        transactions,
        em -> {
          em.refresh(em.getReference(entity.getJavaType(), key));
          return null;
        });
  }

  @Test
  void nothingIsKeptInASharedCache() throws Exception {
    for (EntityType<?> entity : entities) {
      Object key = keyOfOne(entity);
      boolean cached =
          Transactions.within(
              owner.asOwner(),
              transactions,
              em -> em.getEntityManagerFactory().getCache().contains(entity.getJavaType(), key));
      assertThat(cached).as(entity.getName()).isFalse();
    }
  }

  @Test
  void outsideOfATransactionNobodySeesAnything() throws Exception {
    for (EntityType<?> entity : entities) {
      Long seen =
          CurrentCall.within(
              owner.asOwner(),
              () -> {
                try {
                  return transactions.outside(em -> count(em, entity));
                } catch (EJBException refused) {
                  assertThat(refused).hasStackTraceContaining("does not exist");
                  return null;
                }
              });
      assertThat(seen).as(entity.getName()).isIn(null, 0L);
    }
  }

  @Test
  void theNextTransactionOnTheConnectionKnowsNoTenant() {
    Eventually.holds(
        "a transaction without a tenant gets the same connection",
        () -> cameBackClean(ofTheOwner(), SOME));
  }

  private int ofTheOwner() {
    try {
      return Transactions.within(owner.asOwner(), transactions, TenantIsolationIT::connection);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Holds each connection that is another, so that the pool gives out the next. */
  private boolean cameBackClean(int used, int others) {
    try {
      return transactions.suspending(
          em -> {
            Object[] left =
                (Object[])
                    em.createNativeQuery(
                            "select current_setting('app.tenant_id', true), current_setting('search_path'),"
                                + " (select count(*) from tenant.workspace)")
                        .getSingleResult();
            assertThat(left[0]).isIn(null, "");
            assertThat((String) left[1]).isNotEqualTo("tenant");
            assertThat(left[2]).isEqualTo(0L);
            return connection(em) == used || others > 0 && cameBackClean(used, others - 1);
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int connection(EntityManager em) {
    return (Integer) em.createNativeQuery("select pg_backend_pid()").getSingleResult();
  }

  private static CallContext withoutTenant() {
    return CallContext.system("component-tests", null);
  }

  private Object keyOfOne(EntityType<?> entity) throws Exception {
    return Transactions.within(
        owner.asOwner(),
        transactions,
        em -> {
          Object found =
              em.createQuery("select e from " + entity.getName() + " e", entity.getJavaType())
                  .setMaxResults(1)
                  .getResultStream()
                  .findFirst()
                  .orElseThrow(() -> new AssertionError("No sample of " + entity.getName()));
          return em.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(found);
        });
  }

  private Long count(EntityManager em, EntityType<?> entity) {
    return em.createQuery(
            "select count(e) from " + entity.getName() + " e where e.tenantId = :owner", Long.class)
        .setParameter("owner", owner.id())
        .getSingleResult();
  }

  /** Without a tenant there is no placement either, and PostgreSQL knows no such table: null. */
  private <T> T seen(CallContext call, Transactions.Work<T> work) throws Exception {
    if (call != null && call.tenant() != null) {
      return Transactions.within(call, transactions, work);
    }
    try {
      return Transactions.within(call, transactions, work);
    } catch (EJBException refused) {
      assertThat(refused).hasStackTraceContaining("does not exist");
      return null;
    }
  }

  /** Those of the tables that are under row-level security; the platform's own name a schema. */
  private static List<EntityType<?>> tenantEntities(EntityManager em) {
    return em.getMetamodel().getEntities().stream()
        .filter(e -> e.getAttributes().stream().anyMatch(a -> a.getName().equals("tenantId")))
        .filter(e -> e.getJavaType().getAnnotation(Table.class).schema().isEmpty())
        .<EntityType<?>>map(e -> e)
        .toList();
  }
}
