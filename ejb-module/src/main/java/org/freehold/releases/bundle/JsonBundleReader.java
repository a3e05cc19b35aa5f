package org.freehold.releases.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.releases.internal.BundleReader;

/** Reads bundles strictly: all faults at once, each with a pointer below {@code /bundle_data}. */
@ApplicationScoped
public class JsonBundleReader implements BundleReader {
  private static final String BUNDLE = "/bundle_data";

  private static final Map<String, Function<Members, Change>> CHANGES =
      Map.ofEntries(
          Map.entry("create_table", TableChanges::create),
          Map.entry("drop_table", TableChanges::drop),
          Map.entry("rename_table", TableChanges::rename),
          Map.entry("add_column", ColumnChanges::add),
          Map.entry("alter_column", ColumnChanges::alter),
          Map.entry("drop_column", ColumnChanges::drop),
          Map.entry("rename_column", ColumnChanges::rename),
          Map.entry("create_index", TableChanges::createIndex),
          Map.entry("drop_index", TableChanges::dropIndex),
          Map.entry("create_constraint", Constraints::create),
          Map.entry("drop_constraint", Constraints::drop),
          Map.entry("create_enum", OtherChanges::createEnum),
          Map.entry("add_enum_value", OtherChanges::addEnumValue),
          Map.entry("backfill", ColumnChanges::backfill),
          Map.entry("raw_sql", OtherChanges::rawSql));

  @Override
  public List<Change> changes(JsonObject bundle, Set<String> others) {
    List<Fault> faults = new ArrayList<>();
    Members root = new Members(bundle, BUNDLE, faults);
    boolean leavesDatabase = root.pass(others) && !root.has("database");
    List<Change> changes =
        leavesDatabase ? List.of() : root.object("database", JsonBundleReader::database);
    root.end();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return List.copyOf(changes);
  }

  private static List<Change> database(Members database) {
    List<Change> changes = database.list("changes", (value, at) -> change(database, value, at));
    if (changes.size() > MigrationPlanner.MOST_CHANGES) {
      database.fault(
          database.at("changes"),
          "size",
          "A bundle has at most " + MigrationPlanner.MOST_CHANGES + " changes.");
    }
    return changes;
  }

  private static Change change(Members database, JsonValue value, String at) {
    if (nestedAsInPgroll(value)) {
      database.fault(
          at, "type", "Write the operation as {\"type\": \"…\", …}, its keys beside the type.");
      return null;
    }
    return database.object(
        value,
        at,
        change -> {
          String type = change.text("type");
          Function<Members, Change> reader = type == null ? null : CHANGES.get(type);
          if (reader == null && type != null) {
            change.fault(
                change.at("type"),
                "not_allowed",
                "There is no operation " + type + "; there are " + names() + ".");
          }
          return reader == null ? change.skip() : reader.apply(change);
        });
  }

  private static boolean nestedAsInPgroll(JsonValue value) {
    return value instanceof JsonObject object
        && object.size() == 1
        && CHANGES.containsKey(object.keySet().iterator().next())
        && !(object.values().iterator().next() instanceof JsonArray);
  }

  private static String names() {
    return String.join(", ", CHANGES.keySet().stream().sorted().toList());
  }
}
