package org.freehold.decisions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;

/** What the trail tells of things of other systems that decisions are about. */
@ApplicationScoped
public class DecisionAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of(
                "decision_type.saved",
                "A type of things that another system asks decisions about was made or changed.")
            .relevant(),
        AuditAction.of(
                "decision_type.deleted",
                "A type of things that another system asks decisions about was removed.")
            .relevant(),
        AuditAction.of("decision_thing.saved", "A thing of another system was told or changed.")
            .relevant(),
        AuditAction.of("decision_thing.deleted", "A thing of another system was forgotten.")
            .relevant());
  }
}
