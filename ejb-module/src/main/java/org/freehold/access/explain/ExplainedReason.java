package org.freehold.access.explain;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.freehold.access.explain.AccessExplanation.Holder;
import org.freehold.access.explain.AccessExplanation.PolicyName;
import org.freehold.engine.access.Visibility;
import org.freehold.engine.access.condition.Truth;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/**
 * Something that spoke for or against it; what does not belong to its kind is null.
 *
 * @param permission the one that it is about: the one asked for, or the read permission without
 *     which a thing is not seen
 * @param role in which the entry stands: the one held, or one that it inherits from
 * @param entry of the role or the key, as it was written
 * @param assignmentId by which the role is held; null for the role that comes with the membership
 * @param holder through whom the role is held
 * @param tests of the policy's condition; null to who may not read policies
 * @param userId who is not active, or the key's maker
 */
public record ExplainedReason(
    Kind kind,
    String permission,
    String role,
    String entry,
    UUID assignmentId,
    Holder holder,
    WorkspaceId workspaceId,
    PolicyName policy,
    List<Tested> tests,
    UserId userId,
    Visibility visibility,
    Boolean byNetwork,
    Boolean byEmailDomain) {

  /** What kind of reason it is. */
  public enum Kind {
    HELD_BY_ROLE,
    DENIED_BY_ROLE,
    HELD_BY_KEY,
    ALLOWED_BY_POLICY,
    DENIED_BY_POLICY,
    /** The list is allowed, and leaves out what the policy hides. */
    NARROWED_BY_POLICY,
    NOT_HELD,
    MAKER_LACKS,
    NOT_ACTIVE,
    OUTSIDE_WORKSPACE,
    NOT_SHOWN,
    RESTRICTED,
    TENANT_SUSPENDED,
    TENANT_ARCHIVED
  }

  /**
   * One test of a condition.
   *
   * @param pointer JSON pointer into the condition
   * @param value as in the condition; null for operators that take none
   */
  public record Tested(
      String pointer, String attribute, String operator, JsonValue value, Truth result) {}
}
