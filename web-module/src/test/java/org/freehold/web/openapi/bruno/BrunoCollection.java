package org.freehold.web.openapi.bruno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of the collection by their path: one folder for each area, one file a request. */
final class BrunoCollection {
  static final String UPLOAD = "upload.txt";
  private static final String FIRST_AREA = "Sign-in";

  private final JsonNode document;
  private final Map<String, String> files = new TreeMap<>();

  private BrunoCollection(JsonNode document) {
    this.document = document;
  }

  static Map<String, String> of(JsonNode document) {
    BrunoCollection collection = new BrunoCollection(document);
    collection.addFrame();
    collection.addAreas();
    return collection.files;
  }

  private void addFrame() {
    files.put(
        "bruno.json",
        """
        {
          "version": "1",
          "name": "Freehold",
          "type": "collection"
        }
        """);
    files.put(
        "collection.bru",
        new Bru()
            .lines("auth", "mode: bearer")
            .lines("auth:bearer", "token: {{access_token}}")
            .lines("docs", introduction())
            .toString());
    files.put("environments/Local.bru", environment());
    files.put(UPLOAD, "A small file to upload.\n");
  }

  private static String introduction() {
    return """
        # Freehold

        Made from `/api/openapi.json`; do not edit, the build would say so.

        1. Choose the environment Local, and give it the password that `./freehold up` printed.
        2. Send *Signs in with a password*: the tokens are kept in memory for all other requests.
        3. Requests that make something keep its id (`project_id`, `task_id`, …) for those that follow.
        """;
  }

  private static String environment() {
    String variables =
        new Bru()
            .lines(
                "vars",
                """
                url: http://localhost:8080
                tenant: demo
                email: admin@freehold.example
                job_name: housekeeping
                role_name: release_captain
                type_name: record
                event_type_name: order.paid
                thing_type: record
                thing_id: record-1
                flag_key: new-checkout
                segment_key: beta-testers
                page_key: help
                report_id: 0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e06
                version: 1.0.0
                level: 0
                tile: 000.p/1
                data_class: audit_events
                """)
            .toString();
    return variables + "vars:secret [\n  password\n]\n";
  }

  private void addAreas() {
    Map<String, List<BrunoRequest>> byArea =
        requests().stream()
            .collect(Collectors.groupingBy(BrunoRequest::area, TreeMap::new, Collectors.toList()));
    List<String> areas = new ArrayList<>(byArea.keySet());
    areas.sort(
        Comparator.comparing((String area) -> !area.equals(FIRST_AREA))
            .thenComparing(Comparator.naturalOrder()));
    for (String area : areas) {
      addArea(area, areas.indexOf(area) + 1, byArea.get(area));
    }
  }

  private void addArea(String area, int place, List<BrunoRequest> requests) {
    files.put(
        area + "/folder.bru",
        new Bru().lines("meta", "name: " + area + "\nseq: " + place).toString());
    requests.sort(
        Comparator.comparingInt(BrunoRequest::rank)
            .thenComparing(BrunoRequest::path)
            .thenComparing(BrunoRequest::verb));
    for (BrunoRequest request : requests) {
      files.put(area + "/" + request.id() + ".bru", request.text(requests.indexOf(request) + 1));
    }
  }

  private List<BrunoRequest> requests() {
    List<BrunoRequest> requests = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb ->
                            requests.add(
                                new BrunoRequest(
                                    document, path.getKey(), verb.getKey(), verb.getValue()))));
    return requests;
  }
}
