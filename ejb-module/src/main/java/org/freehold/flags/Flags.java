package org.freehold.flags;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.flags.internal.Flag;
import org.freehold.flags.internal.FlagBook;
import org.freehold.flags.internal.FlagChange;
import org.freehold.flags.internal.FlagRepository;
import org.freehold.flags.internal.HistoryRepository;
import org.freehold.platform.Audited;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;

/** The feature flags of the caller's tenant. Where a version is expected, null is any. */
@Stateless
@Guarded
public class Flags {
  @Inject private FlagRepository flags;
  @Inject private HistoryRepository history;
  @Inject private FlagBook book;

  @RequiresPermission("flags:write")
  @Audited("flag.created")
  public FlagDetails create(FlagFields fields) {
    TenantId tenant = locked();
    return book.add(tenant, fields, FlagChangeKind.CREATED, fields.reason()).details();
  }

  @RequiresPermission("flags:read")
  public Page<FlagDetails> list(FlagFilter filter, PageRequest page) {
    return flags.list(CurrentCall.tenantId(), filter, page);
  }

  @RequiresPermission("flags:read")
  public FlagDetails details(String key) {
    return find(CurrentCall.tenantId(), key).details();
  }

  /** Replaces everything but the key. */
  @RequiresPermission("flags:write")
  @Audited("flag.updated")
  public FlagDetails replace(String key, FlagFields fields, Long expectedVersion) {
    TenantId tenant = locked();
    Flag flag = find(tenant, key);
    if (!fields.key().equals(key)) {
      throw Invalid.at("/key", "not_allowed", "The key of a flag never changes.");
    }
    FlagBook.requireFresh(flag.version(), expectedVersion);
    book.change(tenant, flag, fields, FlagChangeKind.UPDATED, fields.reason(), FlagBook.caller());
    return flag.details();
  }

  /** Switches it on or off, in one environment or everywhere at once. */
  @RequiresPermission("flags:write")
  @Audited("flag.toggled")
  public FlagDetails toggle(String key, FlagSwitch wished, Long expectedVersion) {
    TenantId tenant = locked();
    Flag flag = find(tenant, key);
    FlagBook.requireFresh(flag.version(), expectedVersion);
    book.change(
        tenant,
        flag,
        flag.fields().switched(wished.enabled(), wished.environment()),
        FlagChangeKind.TOGGLED,
        wished.reason(),
        FlagBook.caller());
    return flag.details();
  }

  @RequiresPermission("flags:write")
  @Audited("flag.deleted")
  public void delete(String key, String reason, Long expectedVersion) {
    TenantId tenant = locked();
    Flag flag = find(tenant, key);
    FlagBook.requireFresh(flag.version(), expectedVersion);
    book.remove(tenant, flag, reason);
  }

  /** The newest entry first; a flag that was deleted has one still. */
  @RequiresPermission("flags:read")
  public Page<FlagChangeDetails> history(String key, PageRequest page) {
    TenantId tenant = CurrentCall.tenantId();
    if (!history.has(tenant, key)) {
      throw new NotFound("flag");
    }
    return history.list(tenant, key, page);
  }

  /** Makes the flag what it was before a change; a deleted one is there again. */
  @RequiresPermission("flags:write")
  @Audited("flag.undone")
  public FlagDetails undo(String key, FlagUndo wished, Long expectedVersion) {
    TenantId tenant = locked();
    FlagChange change =
        history.find(tenant, key, wished.change()).orElseThrow(() -> new NotFound("flag_change"));
    FlagFields before = change.before();
    if (before == null) {
      throw new Conflict(
          "nothing_to_undo", "By this change the flag was made.", "Delete it, or switch it off.");
    }
    Flag flag = flags.byKey(tenant, key).orElse(null);
    if (flag == null) {
      return book.add(tenant, before, FlagChangeKind.UNDONE, wished.reason()).details();
    }
    FlagBook.requireFresh(flag.version(), expectedVersion);
    book.change(tenant, flag, before, FlagChangeKind.UNDONE, wished.reason(), FlagBook.caller());
    return flag.details();
  }

  private TenantId locked() {
    TenantId tenant = CurrentCall.tenantId();
    flags.lock(tenant);
    return tenant;
  }

  private Flag find(TenantId tenant, String key) {
    return flags.byKey(tenant, key).orElseThrow(() -> new NotFound("flag"));
  }
}
