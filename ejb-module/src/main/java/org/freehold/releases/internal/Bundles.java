package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.freehold.access.Access;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.RawSql;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.json.Digests;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.ReleaseRefused;

/** The bundles of releases: what a caller sends, and what a release has. */
@ApplicationScoped
public class Bundles {
  static final String BUNDLE = "/bundle_data";
  private static final String RAW_SQL = "database:write";

  @Inject private Instance<BundleReader> reader;
  @Inject private BundleOperations operations;
  @Inject private Access access;

  public JsonObject given(JsonValue bundle) {
    if (bundle instanceof JsonObject object) {
      return object;
    }
    throw Invalid.at(BUNDLE, "type", "This must be an object.");
  }

  /** What was sent, or when nothing was, what the release has. */
  public JsonObject of(Release release, JsonValue given) {
    if (given != null) {
      return given(given);
    }
    if (release.bundle() == null) {
      throw ReleaseRefused.noBundle(release.ref());
    }
    return JsonText.parseObject(release.bundle());
  }

  /** SQL written by hand is for those who may write to databases. */
  public List<Change> changes(JsonObject bundle) {
    List<Change> changes = reader.get().changes(bundle, operations.sections());
    if (changes.stream().anyMatch(RawSql.class::isInstance) && !access.holds(RAW_SQL)) {
      throw NotAllowed.missing(RAW_SQL);
    }
    return changes;
  }

  /** Over its canonical form. */
  public String digest(JsonObject bundle) {
    try {
      return Digests.of(bundle);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw Invalid.at(BUNDLE, "canonical", "The bundle has no canonical form: " + e.getMessage());
    }
  }
}
