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
import org.freehold.identity.Sealing;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.PublicCall;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * Lets those hear that flags have changed who cannot send a header with what they ask, as a
 * browser's EventSource: they come with a ticket, which says for which tenant, since when and until
 * when, and lets them learn nothing else.
 */
@Stateless
@Guarded
public class FlagStreams {
  private static final String PURPOSE = "flag-stream";
  private static final Duration LIFE = Duration.ofHours(24);
  private static final int LONGEST = 400;

  @Inject private Sealing sealing;
  @Inject private TenantDirectory tenants;
  @Inject private FlagStates states;
  @Inject private Clock clock;

  /** A new ticket for the caller's tenant. */
  @RequiresPermission("flags:read")
  public String ticket() {
    UUID tenant = CurrentCall.tenantId().value();
    ByteBuffer clear =
        ByteBuffer.allocate(32)
            .putLong(tenant.getMostSignificantBits())
            .putLong(tenant.getLeastSignificantBits())
            .putLong(version())
            .putLong(clock.instant().plus(LIFE).getEpochSecond());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sealing.seal(PURPOSE, clear.array()));
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
      if (found == null || !expires.isAfter(clock.instant())) {
        throw refused();
      }
      return new FlagTicket(found, version);
    } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException e) {
      throw refused();
    }
  }

  /** Changes with the flags of the call's tenant; asks the database only when this node must. */
  @PublicCall
  public long version() {
    return states.believed(CurrentCall.tenantId()).version();
  }

  private static NotSignedIn refused() {
    return new NotSignedIn(
        "invalid_ticket",
        "The ticket is not valid, or not any more.",
        "Ask for the flags again: the answer has a new address of the stream.");
  }
}
