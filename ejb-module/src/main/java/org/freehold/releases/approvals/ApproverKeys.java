package org.freehold.releases.approvals;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.PublicCall;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.releases.approvals.internal.ApproverKey;
import org.freehold.releases.approvals.internal.ApproverKeyRepository;
import org.freehold.releases.approvals.internal.VerifyingKey;
import org.freehold.releases.approvals.internal.WitnessKeys;

/**
 * The public keys that approvals are verified with: those that approvers registered for themselves,
 * and the installation's own. Whoever has registered one must sign with it from then on.
 */
@Stateless
@Guarded
public class ApproverKeys {
  private static final int MOST = 10;
  private static final String KEY = "release_signing_key";

  @Inject private ApproverKeyRepository keys;
  @Inject private WitnessKeys witnesses;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** The caller's own; nobody registers a key for somebody else. */
  @RequiresPermission("releases:approve")
  @PeopleOnly
  @Audited(value = "release_signing_key.registered", complianceRelevant = true)
  public ApproverKeyDetails register(ApproverKeyFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    UserId owner = CurrentCall.get().actor().userId();
    VerifyingKey key = read(fields.publicKey());
    if (keys.isKnown(tenant, key.id())) {
      throw new Conflict(
          "signing_key_known",
          "This key is registered already, or was.",
          "A key belongs to one person and is not registered again: make another.");
    }
    if (keys.active(tenant, owner).size() >= MOST) {
      throw new Conflict(
          "too_many_signing_keys",
          "You have " + MOST + " keys already.",
          "Revoke those that you do not sign with any more.");
    }
    ApproverKey registered = new ApproverKey(tenant, owner, fields.name(), key, clock.instant());
    keys.add(registered);
    changes.about(KEY, registered.id().value()).after(registered.change());
    return registered.details();
  }

  private static VerifyingKey read(String publicKey) {
    try {
      return VerifyingKey.ofPem(publicKey);
    } catch (IllegalArgumentException e) {
      throw Invalid.at(
          "/public_key",
          "key",
          "This is no public key of Ed25519 or of ECDSA on P-256 (SubjectPublicKeyInfo) that could be"
              + " trusted.");
    }
  }

  /** Revoked ones too: they verify what they signed. {@code owner} null: everybody's. */
  @RequiresPermission("releases:read")
  public Page<ApproverKeyDetails> list(UserId owner, PageRequest page) {
    return keys.list(CurrentCall.tenantId(), owner, page);
  }

  @RequiresPermission("releases:read")
  public ApproverKeyDetails details(ApproverKeyId id) {
    return find(id).details();
  }

  /** For good. Only its owner may: who revokes somebody's key lets them approve without it. */
  @RequiresPermission("releases:approve")
  @PeopleOnly
  @Audited(value = "release_signing_key.revoked", complianceRelevant = true)
  public void revoke(ApproverKeyId id) {
    ApproverKey key = find(id);
    if (!key.owner().equals(CurrentCall.get().actor().userId())) {
      throw NotAllowed.because(
          "signing_key_of_another",
          "The key is somebody else's.",
          "Only its owner can revoke it; whoever is deactivated approves nothing any more.");
    }
    changes.about(KEY, id.value());
    if (!key.isRevoked()) {
      changes.before(key.change());
      key.revoke(clock.instant());
      keys.flush();
      changes.after(key.change());
    }
  }

  private ApproverKey find(ApproverKeyId id) {
    return keys.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("signing key"));
  }

  /** Newest first. To everybody: whoever verifies an envelope needs no account. */
  @PublicCall
  @NotAudited("It only reads.")
  public List<PlatformKey> ofPlatform() {
    List<WitnessKeys.Witness> all = witnesses.all();
    String signing = all.get(0).key().id();
    return all.stream()
        .map(
            one ->
                new PlatformKey(
                    one.key().id(),
                    one.key().algorithm(),
                    one.key().pem(),
                    one.key().jwk(),
                    one.key().id().equals(signing),
                    one.createdAt()))
        .toList();
  }
}
