package org.freehold.platform.persistence;

import java.util.List;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DataReadQuery;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.ServedTenant;

/**
 * Tells PostgreSQL at the beginning of every transaction which tenant it serves, for row-level
 * security, and where its tables are. Both end with the transaction. Without a tenant nothing is
 * set, and tenant tables show no row.
 */
public class TenantOnConnection extends SessionEventAdapter {
  @Override
  public void postBeginTransaction(SessionEvent event) {
    CallContext call = CurrentCall.orNull();
    ServedTenant.remember(call == null ? null : call.tenant());
    if (call == null || call.tenant() == null) {
      return;
    }
    DataReadQuery query =
        new DataReadQuery(
            "select set_config('app.tenant_id', #tenant, true), set_config('search_path', #path, true)");
    query.addArgument("tenant", String.class);
    query.addArgument("path", String.class);
    ((AbstractSession) event.getSession())
        .executeQuery(
            query,
            List.of(call.tenant().id().value().toString(), call.tenant().placement().schema()));
  }

  @Override
  public void preExecuteQuery(SessionEvent event) {
    StatementCount.add();
  }
}
