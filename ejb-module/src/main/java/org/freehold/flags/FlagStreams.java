package org.freehold.flags;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.freehold.access.FlagStates;
import org.freehold.access.StillAllowed;
import org.freehold.flags.internal.OpenTenants;
import org.freehold.identity.Sealing;
import org.freehold.platform.Actor;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.PublicCall;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * Lets those hear that flags have changed who cannot send a header with what they ask, as a
 * browser's EventSource: they come with a ticket, which says for which tenant, since when and until
 * when, and lets them learn nothing else. It ends, too, when who asked for it may not read flags
 * any more, as a key that is revoked.
 */
@Stateless
@Guarded
@NotAudited("It only reads.")
public class FlagStreams {
  private static final String PURPOSE = "flag-stream";
  private static final String PERMISSION = "flags:read";
  private static final int BYTES = 48;
  private static final Duration LIFE = Duration.ofHours(24);
  private static final int LONGEST = 400;

  @Inject private Sealing sealing;
  @Inject private TenantDirectory tenants;
  @Inject private FlagStates states;
  @Inject private StillAllowed allowed;
  @Inject private OpenTenants open;
  @Inject private Clock clock;

  /** A new ticket for the caller's tenant. */
  @RequiresPermission(PERMISSION)
  public String ticket() {
    Actor actor = CurrentCall.get().actor();
    ByteBuffer clear = ByteBuffer.allocate(BYTES);
    put(clear, CurrentCall.tenantId().value());
    clear.putLong(states.believed(CurrentCall.tenantId()).version());
    clear.putLong(expires(actor).getEpochSecond());
    put(clear, actor.id());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sealing.seal(PURPOSE, clear.array()));
  }

  private Instant expires(Actor actor) {
    Instant latest = clock.instant().plus(LIFE);
    Instant ends = actor.key() == null ? null : actor.key().validUntil();
    return ends != null && ends.isBefore(latest) ? ends : latest;
  }

  private static void put(ByteBuffer clear, UUID id) {
    clear.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  /** {@link NotSignedIn} for one that is not ours, or over, or whose tenant is closed. */
  @PublicCall
  public FlagTicket open(String ticket) {
    if (ticket == null || ticket.length() > LONGEST) {
      throw refused();
    }
    try {
      ByteBuffer clear =
          ByteBuffer.wrap(sealing.open(PURPOSE, Base64.getUrlDecoder().decode(ticket)));
      TenantId tenant = new TenantId(new UUID(clear.getLong(), clear.getLong()));
      long version = clear.getLong();
      Instant expires = Instant.ofEpochSecond(clear.getLong());
      TenantRef found = tenants.byId(tenant).filter(TenantRef::readable).orElse(null);
      UUID holder = new UUID(clear.getLong(), clear.getLong());
      if (found == null || !expires.isAfter(clock.instant())) {
        throw refused();
      }
      return new FlagTicket(found, version, expires, holder);
    } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException e) {
      throw refused();
    }
  }

  /**
   * Changes with the flags of the call's tenant; asks the database only when this node must. {@link
   * NotSignedIn} when the ticket has ended.
   */
  @PublicCall
  public long version(FlagTicket ticket) {
    if (!ticket.expires().isAfter(clock.instant())
        || !open.has(CurrentCall.tenantId())
        || !allowed.holds(ticket.holder(), PERMISSION)) {
      throw refused();
    }
    return states.believed(CurrentCall.tenantId()).version();
  }

  private static NotSignedIn refused() {
    return new NotSignedIn(
        "invalid_ticket",
        "The ticket is not valid, or not any more.",
        "Ask for the flags again: the answer has a new address of the stream.");
  }
}
