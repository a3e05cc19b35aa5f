package org.freehold.cli;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.freehold.cli.rest.Server;

/** The log of a run as it grows: every line is told once. */
final class RunLog {
  private final Server server;
  private final String path;
  private final Consumer<JsonObject> line;

  /** Where the last page begins, which grows; those before it are full. */
  private String after = "";

  private final Set<String> toldOfLastPage = new HashSet<>();

  RunLog(Server server, String path, Consumer<JsonObject> line) {
    this.server = server;
    this.path = path;
    this.line = line;
  }

  /** Tells the lines that came since the last time. */
  void tellNew() {
    boolean more = true;
    while (more) {
      JsonObject page = server.get(path + "?limit=" + Server.LARGEST_PAGE + after);
      for (JsonObject one : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
        if (toldOfLastPage.add(one.getString("id"))) {
          line.accept(one);
        }
      }
      more = !page.isNull("next");
      if (more) {
        after = "&after=" + Server.encoded(page.getString("next"));
        toldOfLastPage.clear();
      }
    }
  }
}
