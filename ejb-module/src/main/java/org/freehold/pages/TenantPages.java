package org.freehold.pages;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.freehold.pages.internal.TenantPage;
import org.freehold.pages.internal.TenantPageRepository;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SelfCall;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;

/** The pages of the tenant: everybody in it sees them, and who keeps its settings writes them. */
@Stateless
@Guarded
public class TenantPages {
  static final String KEY = "[a-z][a-z0-9-]{0,62}";
  private static final int MOST = 100;

  @Inject private TenantPageRepository pages;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** In the order of their positions. */
  @SelfCall
  @NotAudited("It only reads.")
  public Page<TenantPageDetails> list() {
    TenantId tenant = CurrentCall.get().tenantId();
    return new Page<>(pages.all(tenant).stream().map(TenantPage::details).toList(), null);
  }

  @SelfCall
  @NotAudited("It only reads.")
  public TenantPageDetails details(String key) {
    return pages
        .byKey(CurrentCall.get().tenantId(), key)
        .map(TenantPage::details)
        .orElseThrow(() -> new NotFound("page"));
  }

  /** Makes it, or replaces all of it; {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("settings:write")
  @Audited("page.saved")
  public TenantPageDetails put(String key, TenantPageFields fields, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    if (!key.matches(KEY)) {
      throw Invalid.at("key", "format", "The key of a page is of the form " + KEY + ".");
    }
    pages.lock(tenant);
    Optional<TenantPage> there = pages.byKey(tenant, key);
    if (expectedVersion != null
        && there.filter(page -> page.version() == expectedVersion).isEmpty()) {
      throw new Stale();
    }
    requirePathFree(tenant, key, fields.path());
    changes.about("page", null).before(there.map(TenantPage::details).orElse(null));
    TenantPage page = there.orElseGet(() -> added(tenant, key, fields));
    page.change(fields, clock.instant());
    pages.flush();
    changes.after(page.details());
    return page.details();
  }

  private TenantPage added(TenantId tenant, String key, TenantPageFields fields) {
    if (pages.all(tenant).size() >= MOST) {
      throw new Conflict(
          "too_many_pages", "There are " + MOST + " pages already.", "Delete one of them.");
    }
    TenantPage page = new TenantPage(tenant, key, fields, clock.instant());
    pages.add(page);
    return page;
  }

  private void requirePathFree(TenantId tenant, String key, String path) {
    pages.all(tenant).stream()
        .filter(page -> !page.key().equals(key) && page.details().path().equals(path))
        .findFirst()
        .ifPresent(
            other -> {
              throw Invalid.at("/path", "taken", "The page " + other.key() + " is there already.");
            });
  }

  @RequiresPermission("settings:write")
  @Audited("page.deleted")
  public void delete(String key, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    TenantPage page = pages.byKey(tenant, key).orElseThrow(() -> new NotFound("page"));
    if (expectedVersion != null && expectedVersion != page.version()) {
      throw new Stale();
    }
    changes.about("page", null).before(page.details());
    pages.remove(page);
  }
}
