package org.freehold.ear;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.List;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, String body) {
  JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  String text(String name) {
    return json().getString(name);
  }

  String id() {
    return text("id");
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  List<JsonObject> items() {
    return json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  /** The field of every item. */
  List<String> items(String field) {
    return items().stream().map(item -> item.getString(field)).toList();
  }

  /** Itself, when the status is that one. */
  Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("Expected " + expected + ", but got " + status + ": " + body);
    }
    return this;
  }
}
