package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of environments. */
@ApplicationScoped
public class EnvironmentAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("environment.created", "An environment with its database was made.")
            .relevant(),
        AuditAction.of("environment.updated", "Settings or rules of an environment were changed.")
            .relevant(),
        AuditAction.of("environment.deleted", "An environment was removed.")
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of(
                "environment.drift_checked",
                "Somebody had an environment compared with what was released to it.")
            .kind(ActionClass.EXECUTE));
  }
}
