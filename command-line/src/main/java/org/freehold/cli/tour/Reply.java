package org.freehold.cli.tour;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.freehold.cli.rest.Failure;

/** An answer that the story has expectations of; one that does not hold is a {@link Failure}. */
record Reply(int status, String text) {

  Reply is(int expected) {
    if (status != expected) {
      throw new Failure("Expected " + expected + ", and the answer was " + status + ":", text);
    }
    return this;
  }

  /** That the problem's member says this. */
  Reply says(String member, String expected) {
    String found = object().getString(member, null);
    if (!expected.equals(found)) {
      throw new Failure(
          "Expected " + member + " to be " + expected + ", and it was " + found + ".", "");
    }
    return this;
  }

  JsonObject object() {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new Failure("The answer is no JSON:", text, e);
    }
  }

  String string(String member) {
    return object().getString(member);
  }

  List<JsonObject> items() {
    JsonArray items = object().getJsonArray("items");
    return items.getValuesAs(JsonObject.class);
  }
}
