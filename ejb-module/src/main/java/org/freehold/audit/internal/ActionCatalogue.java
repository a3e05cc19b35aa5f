package org.freehold.audit.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** All that the product puts on record: the sum of what features say. */
@ApplicationScoped
public class ActionCatalogue {
  @Inject @Any private Instance<AuditActions> features;

  private final Map<String, AuditAction> byName = new TreeMap<>();

  @PostConstruct
  void read() {
    features.forEach(
        feature -> feature.actions().forEach(action -> byName.put(action.name(), action)));
  }

  /** By name. */
  public Collection<AuditAction> all() {
    return byName.values();
  }

  /** Of one that nobody told of, the class that its name tells. */
  ActionClass kindOf(String action) {
    return find(action).map(AuditAction::kind).orElseGet(() -> AuditAction.kindOf(action));
  }

  Severity severityOf(String action) {
    return find(action).map(AuditAction::severity).orElse(Severity.INFO);
  }

  private Optional<AuditAction> find(String action) {
    return Optional.ofNullable(byName.get(action));
  }
}
