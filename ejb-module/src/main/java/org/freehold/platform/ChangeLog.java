package org.freehold.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * What the service tells the audit event of this transaction: the thing concerned and its values
 * before and after. Values are records; components marked {@link Personal} never appear in clear in
 * the trail, and {@link Secret} ones not at all.
 */
@ApplicationScoped
public class ChangeLog {
  private static final class Said {
    private String resourceType;
    private UUID resourceId;
    private UUID projectId;
    private Record before;
    private Record after;
    private String refusal;
    private boolean nothingChanged;
  }

  private static Said said() {
    return RunningTransaction.own(Said.class, Said::new);
  }

  public ChangeLog about(String type, UUID id) {
    Said said = said();
    said.resourceType = type;
    said.resourceId = id;
    return this;
  }

  public ChangeLog inProject(UUID id) {
    said().projectId = id;
    return this;
  }

  public ChangeLog before(Record values) {
    said().before = values;
    return this;
  }

  public ChangeLog after(Record values) {
    said().after = values;
    return this;
  }

  /**
   * The call did what it is for, and what it is for is to refuse: the event says so with this code.
   */
  public ChangeLog refused(String code) {
    said().refusal = code;
    return this;
  }

  /** The call found nothing to do: no event tells of it. */
  public ChangeLog nothingChanged() {
    said().nothingChanged = true;
    return this;
  }

  public boolean isNothingChanged() {
    return said().nothingChanged;
  }

  public String refusal() {
    return said().refusal;
  }

  public String resourceType() {
    return said().resourceType;
  }

  public UUID resourceId() {
    return said().resourceId;
  }

  public UUID projectId() {
    return said().projectId;
  }

  public Record before() {
    return said().before;
  }

  public Record after() {
    return said().after;
  }

  /** Forgets what was said, when the event that tells it is written: a nested call starts anew. */
  public void clear() {
    Said said = said();
    said.resourceType = null;
    said.resourceId = null;
    said.projectId = null;
    said.before = null;
    said.after = null;
    said.refusal = null;
    said.nothingChanged = false;
  }
}
