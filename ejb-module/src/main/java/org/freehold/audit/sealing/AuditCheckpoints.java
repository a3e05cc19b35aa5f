package org.freehold.audit.sealing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.audit.internal.LogOrigin;
import org.freehold.audit.sealing.internal.AuditKeys;
import org.freehold.audit.sealing.internal.StoredTrail;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.Page;
import org.freehold.platform.PublicCall;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.PageRequest;

/**
 * The signed statements over the trail of the tenant, and what shows that each continues those
 * before. To operators without a tenant the trail of the platform, which tells of all others.
 */
@Stateless
@Guarded
@NotAudited("It only reads.")
public class AuditCheckpoints {
  private static final int LONGEST_LOG = 200;

  @Inject private StoredTrail trail;
  @Inject private AuditKeys keys;
  @Inject private LogOrigin origin;

  /** Over all that is committed: signed now, when there is something new. */
  @RequiresPermission("audit:read")
  public CheckpointDetails newest() {
    return trail.newest(tenant());
  }

  /** Those that were signed, the newest first. */
  @RequiresPermission("audit:read")
  public Page<CheckpointDetails> list(PageRequest page) {
    return trail.checkpoints(tenant(), page);
  }

  /** {@code to} null: the trail as it is sealed now. */
  @RequiresPermission("audit:read")
  public ConsistencyProof consistency(long from, Long to) {
    return trail.consistency(tenant(), from, to);
  }

  /**
   * All keys that ever signed checkpoints, newest first, for everybody.
   *
   * @param log the name of the log that the verifier keys are wanted for; null: the platform's
   */
  @PublicCall
  public List<AuditKeyDetails> keys(String log) {
    String name = log == null ? origin.logOf(TenantId.PLATFORM) : log;
    if (name.length() > LONGEST_LOG || !name.matches("[!-*,-~]+")) {
      throw Invalid.at("log", "value", "This is no name of a log: take it from a checkpoint.");
    }
    return keys.told(name);
  }

  private static TenantRef tenant() {
    return CurrentCall.get().requireTenant();
  }
}
