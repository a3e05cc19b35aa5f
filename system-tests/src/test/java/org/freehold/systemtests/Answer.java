package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

/** What the server answered to a request. */
public record Answer(String request, HttpResponse<String> response) {
  /** The same answer, after a check of its status. */
  public Answer is(int status) {
    assertThat(status()).as("%s answered %s", request, text()).isEqualTo(status);
    return this;
  }

  /** The same answer, after a check that it is a problem of this status and code. */
  Answer isProblem(int status, String code) {
    is(status);
    assertThat(header("Content-Type")).as(request).startsWith("application/problem+json");
    assertThat(string("code")).as("%s answered %s", request, text()).isEqualTo(code);
    assertThat(json().getInt("status")).isEqualTo(status);
    assertThat(string("request_id")).isEqualTo(header("X-Request-Id"));
    assertThat(json().keySet()).contains("type", "title", "detail", "hint");
    return this;
  }

  int status() {
    return response.statusCode();
  }

  /** The value of a header, or null. */
  String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  /** The path of the Location, which some containers make absolute. */
  String place() {
    return URI.create(header("Location")).getRawPath();
  }

  String text() {
    return response.body();
  }

  public JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(text()))) {
      return reader.readObject();
    }
  }

  /** The text of a member, or null. */
  public String string(String member) {
    return json().getString(member, null);
  }

  BigDecimal number(String member) {
    return json().getJsonNumber(member).bigDecimalValue();
  }

  boolean isNull(String member) {
    return json().get(member) == JsonValue.NULL;
  }

  public String id() {
    return string("id");
  }

  String etag() {
    return header("ETag");
  }

  /** The items of a list. */
  public List<JsonObject> items() {
    return json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  /** One text member of all the items of a list. */
  public List<String> each(String member) {
    return items().stream().map(item -> item.getString(member, null)).toList();
  }

  /** The faults of an invalid request, each as its pointer and code with a space between. */
  List<String> faults() {
    return json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
        .map(fault -> fault.getString("pointer") + " " + fault.getString("code"))
        .toList();
  }
}
