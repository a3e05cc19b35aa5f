package org.freehold.flags;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.freehold.flags.internal.Flag;
import org.freehold.flags.internal.FlagBook;
import org.freehold.flags.internal.FlagRepository;
import org.freehold.platform.Audited;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;

/** What releases make of flags in their environment, in the transaction of the release. */
@Stateless
@Guarded
public class ReleasedFlags {
  @Inject private FlagRepository flags;
  @Inject private FlagBook book;

  /** Answers how the flag was there; empty when nothing was different there. */
  @SystemCall
  @Audited("flag.released")
  public Optional<FlagEnvironment> put(String key, FlagEnvironment own, String release) {
    TenantId tenant = CurrentCall.tenantId();
    flags.lock(tenant);
    Flag flag =
        flags
            .byKey(tenant, key)
            .orElseThrow(
                () -> Invalid.at("/key", "unknown", "There is no flag " + key + " any more."));
    Optional<FlagEnvironment> before = flag.fields().in(own.name());
    change(tenant, flag, flag.fields().with(own), "Release " + release);
    return before;
  }

  /**
   * Makes it again what it was before {@link #put}, unless somebody changed it since.
   *
   * @param before null when nothing was different there
   * @return whether it is; else it is left as it is
   */
  @SystemCall
  @Audited("flag.released")
  public boolean takeBack(String key, FlagEnvironment put, FlagEnvironment before, String release) {
    TenantId tenant = CurrentCall.tenantId();
    flags.lock(tenant);
    Flag flag = flags.byKey(tenant, key).orElse(null);
    FlagEnvironment now = flag == null ? null : flag.fields().in(put.name()).orElse(null);
    if (!Objects.equals(now, put)) {
      return false;
    }
    FlagFields after =
        before == null ? flag.fields().without(put.name()) : flag.fields().with(before);
    try {
      change(tenant, flag, after, "Release " + release + " is undone");
      return true;
    } catch (Invalid e) {
      // What it was before does not fit any more, as a rule whose segment was deleted.
      return false;
    }
  }

  private void change(TenantId tenant, Flag flag, FlagFields after, String why) {
    book.change(tenant, flag, after, FlagChangeKind.UPDATED, why, FlagBook.caller());
  }
}
