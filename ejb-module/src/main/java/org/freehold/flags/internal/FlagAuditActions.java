package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;

/** What the trail tells of feature flags. */
@ApplicationScoped
public class FlagAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("flag.created", "A flag was made."),
        AuditAction.of("flag.updated", "Variants or rules of a flag were changed."),
        AuditAction.of("flag.toggled", "A flag was switched on or off."),
        AuditAction.of("flag.undone", "A change of a flag was taken back."),
        AuditAction.of("flag.deleted", "A flag was removed."),
        AuditAction.of("flag.released", "A promotion put a flag in place."),
        AuditAction.of("flag.scheduled", "A change of a flag was planned."),
        AuditAction.of("flag.schedule_cancelled", "A planned change of a flag was called off."),
        AuditAction.of("flag.schedule_made", "A planned change of a flag came into force."),
        AuditAction.of(
            "flag_segment.created", "A group of subjects that flags can ask for was made."),
        AuditAction.of(
            "flag_segment.updated", "A group of subjects that flags can ask for was changed."),
        AuditAction.of(
            "flag_segment.deleted", "A group of subjects that flags can ask for was removed."));
  }
}
