package org.freehold.platform;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.UUID;

/**
 * What the service tells the audit event of this transaction: the thing concerned and its values
 * before and after. Values are records; components marked {@link Personal} never appear in clear in
 * the trail, and {@link Secret} ones not at all.
 */
@TransactionScoped
public class ChangeLog implements Serializable {
  private static final long serialVersionUID = 1;

  private String resourceType;
  private UUID resourceId;
  private UUID projectId;
  private transient Record before;
  private transient Record after;
  private String refusal;

  public ChangeLog about(String type, UUID id) {
    resourceType = type;
    resourceId = id;
    return this;
  }

  public ChangeLog inProject(UUID id) {
    projectId = id;
    return this;
  }

  public ChangeLog before(Record values) {
    before = values;
    return this;
  }

  public ChangeLog after(Record values) {
    after = values;
    return this;
  }

  /**
   * The call did what it is for, and what it is for is to refuse: the event says so with this code.
   */
  public ChangeLog refused(String code) {
    refusal = code;
    return this;
  }

  public String refusal() {
    return refusal;
  }

  public String resourceType() {
    return resourceType;
  }

  public UUID resourceId() {
    return resourceId;
  }

  public UUID projectId() {
    return projectId;
  }

  public Record before() {
    return before;
  }

  public Record after() {
    return after;
  }

  /** Forgets what was said, when the event that tells it is written: a nested call starts anew. */
  public void clear() {
    resourceType = null;
    resourceId = null;
    projectId = null;
    before = null;
    after = null;
    refusal = null;
  }
}
