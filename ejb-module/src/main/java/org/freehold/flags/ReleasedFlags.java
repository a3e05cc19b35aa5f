package org.freehold.flags;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.flags.internal.Flag;
import org.freehold.flags.internal.FlagBook;
import org.freehold.flags.internal.FlagRepository;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
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
  @Inject private ChangeLog trail;

  /** Answers the flag as it was before. */
  @SystemCall
  @Audited("flag.released")
  public FlagFields put(String key, FlagEnvironment own, String release) {
    TenantId tenant = CurrentCall.tenantId();
    flags.lock(tenant);
    Flag flag =
        flags
            .byKey(tenant, key)
            .orElseThrow(
                () -> Invalid.at("/key", "unknown", "There is no flag " + key + " any more."));
    FlagFields before = flag.fields();
    change(tenant, flag, before.with(own), "Release " + release);
    return before;
  }

  /**
   * Makes it again what it was before {@link #put}, unless somebody changed it since, or switched
   * the whole flag: a kill switch stays thrown.
   *
   * @param enabled whether the flag was on when it was put
   * @param before null when nothing was different there
   * @return whether it is; else it is left as it is
   */
  @SystemCall
  @Audited("flag.released")
  public boolean takeBack(
      String key, FlagEnvironment put, boolean enabled, FlagEnvironment before, String release) {
    TenantId tenant = CurrentCall.tenantId();
    flags.lock(tenant);
    Flag flag = flags.byKey(tenant, key).orElse(null);
    if (flag == null) {
      trail.nothingChanged();
      return false;
    }
    try {
      FlagFields now = flag.fields();
      boolean asPut = now.enabled() == enabled && put.equals(now.in(put.name()).orElse(null));
      if (asPut) {
        FlagFields after = before == null ? now.without(put.name()) : now.with(before);
        change(tenant, flag, after, "Release " + release + " is undone");
      } else {
        trail.nothingChanged();
      }
      return asPut;
    } catch (Invalid e) {
      // What it was before does not fit any more, as a rule whose segment was deleted.
      trail.nothingChanged();
      return false;
    }
  }

  private void change(TenantId tenant, Flag flag, FlagFields after, String why) {
    book.change(tenant, flag, after, FlagChangeKind.UPDATED, why, FlagBook.caller());
  }
}
