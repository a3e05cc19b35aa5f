package org.freehold.releases.internal;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.freehold.engine.migration.Change;

/** Reads the changes of databases out of bundles. */
public interface BundleReader {
  /**
   * In their order; none when the bundle has only other sections.
   *
   * @param others members of the bundle that others read
   * @throws org.freehold.platform.Invalid with pointers below {@code /bundle_data}
   */
  List<Change> changes(JsonObject bundle, Set<String> others);
}
