package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.freehold.platform.Placement;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;
import org.junit.jupiter.api.Test;

class RecentTenantsTest {
  private static final TenantId ID = new TenantId(Uuid7.next());

  private String status = "active";
  private int asked;
  private long now = -1;
  private final RecentTenants tenants = new RecentTenants(this::directory, () -> now);

  private TenantRef directory(TenantId id) {
    asked++;
    if (!id.equals(ID)) {
      throw new NoSuchElementException();
    }
    return new TenantRef(id, "one", status, true, true, Placement.SHARED, TenantPlan.UNCOUNTED);
  }

  @Test
  void aTenantIsAskedForOnceASecond() {
    for (int i = 0; i < 100; i++) {
      assertThat(tenants.byId(ID).slug()).isEqualTo("one");
    }
    now += RecentTenants.FRESH.toNanos() - 1;
    tenants.byId(ID);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void whatChangedIsSeenAfterASecond() {
    tenants.byId(ID);
    status = "suspended";
    now += RecentTenants.FRESH.toNanos();
    assertThat(tenants.byId(ID).status()).isEqualTo("suspended");
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void whatIsForgottenIsSeenAsItIs() {
    tenants.byId(ID);
    status = "suspended";
    tenants.forget(ID);
    assertThat(tenants.byId(ID).status()).isEqualTo("suspended");
  }

  @Test
  void oneThatIsNotThereYetIsAskedForAgain() {
    TenantId another = new TenantId(Uuid7.next());
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> tenants.byId(another)).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(asked).isEqualTo(2);
  }
}
