package org.freehold.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;

/** What the trail tells of demo data. */
@ApplicationScoped
public class DemoAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("demo_seed.requested", "Demo data was asked for.")
            .relevant()
            .kind(ActionClass.EXECUTE),
        AuditAction.of(
                "demo_data.seeded",
                "A job added projects and tasks of the demo data; the event has their ids.")
            .kind(ActionClass.CREATE));
  }
}
