package org.freehold.benchmarks.webhooks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.freehold.benchmarks.webhooks.HookTenants.Tenant;
import org.freehold.benchmarks.webhooks.Outbox.Written;
import org.freehold.platform.Uuid7;

/**
 * Freehold, which finds the messages in its outbox, looks up who wants them and delivers.
 *
 * @param name of the row
 * @param fanOut endpoints that want each message: 1 or {@link HookTenants#TOGETHER}
 */
record Freehold(String name, List<Tenant> tenants, Outbox outbox, int fanOut) implements Contender {
  @Override
  public void begin(int deliveries) throws SQLException {
    outbox.tell(messages(deliveries / fanOut), false);
  }

  private List<Written> messages(int count) {
    List<Written> messages = new ArrayList<>();
    for (int mark = 0; mark < count; mark++) {
      Tenant tenant = tenants.get(mark % tenants.size());
      int turn = mark / tenants.size();
      String type =
          fanOut == 1
              ? "bench.e" + (tenant.first() + turn % HookTenants.OF_TENANT)
              : "bench.g" + turn % (HookTenants.OF_TENANT / HookTenants.TOGETHER);
      messages.add(new Written(tenant, Uuid7.next(), type, mark));
    }
    return messages;
  }

  @Override
  public long open() throws SQLException {
    return outbox.waiting();
  }

  @Override
  public void rest() {
    // Without messages it rests.
  }

  @Override
  public void close() {
    // The server belongs to who started it.
  }
}
