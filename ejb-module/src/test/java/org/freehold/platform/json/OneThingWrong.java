package org.freehold.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A document again and again, each time with one thing in it changed: taken away, made something
 * else, or joined by what nobody knows.
 *
 * @param wrong JSON values to put in the place of others
 */
public record OneThingWrong(JsonObject example, List<String> wrong) {
  /** JSON pointers to everything in it. */
  public List<String> places() {
    return places(example, "");
  }

  private static List<String> places(JsonValue value, String pointer) {
    List<String> places = new ArrayList<>();
    if (value instanceof JsonObject object) {
      object.forEach((name, inside) -> add(places, inside, pointer + "/" + name));
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        add(places, array.get(i), pointer + "/" + i);
      }
    }
    return places;
  }

  private static void add(List<String> places, JsonValue inside, String place) {
    places.add(place);
    places.addAll(places(inside, place));
  }

  /** The document with this place changed in each way. */
  public List<JsonObject> at(String place) {
    List<JsonObject> changed = new ArrayList<>();
    changed.add(patch().remove(place).build().apply(example));
    for (String one : wrong) {
      JsonValue value = JsonText.parseObject("{\"v\":" + one + "}").get("v");
      changed.add(patch().replace(place, value).build().apply(example));
    }
    if (example.getValue(place) instanceof JsonObject) {
      changed.add(patch().add(place + "/unknown", true).build().apply(example));
    }
    return changed;
  }

  private static JsonPatchBuilder patch() {
    return JsonText.PROVIDER.createPatchBuilder();
  }
}
