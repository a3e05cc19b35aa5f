package org.freehold.systemtests;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/** A client of the Authorization API; what it sends may have single quotes for double ones. */
record AuthZen(Api api) {
  static final String ALICE = "{'type':'user','id':'alice'}";
  static final String BOB = "{'type':'user','id':'bob'}";
  static final String ADMIN = "{'type':'user','id':'bob','properties':{'role':'admin'}}";
  static final String READ = "{'name':'read'}";
  static final String WRITE = "{'name':'write'}";
  static final String RECORD_1 = "{'type':'record','id':'record-1'}";
  static final String ARCHIVED =
      "{'type':'record','id':'record-2','properties':{'status':'archived'}}";
  static final String ALICE_READS = question(ALICE, READ, RECORD_1);

  /** Of a tenant with what the certification scenario of 25 June 2026 wants to be there. */
  static AuthZen certified(TestTenant tenant) {
    AuthZen one = new AuthZen(tenant.api());
    one.type("record", "read", "write", "delete");
    one.thing("user", "alice", "{}");
    one.thing("user", "bob", "{'role':'admin'}");
    one.thing("record", "record-1", "{'status':'active'}");
    one.thing("record", "record-2", "{'status':'archived'}");
    String archived = test("resource.properties.status", "eq", "'archived'");
    String admin = test("subject.properties.role", "eq", "'admin'");
    String alice = test("subject.id", "eq", "'alice'");
    String soft = test("action.properties.soft", "eq", "true");
    one.policy("allow", "record:read", test("subject.id", "in", "['alice','bob']"));
    one.policy("allow", "record:write", alice);
    one.policy("allow", "record:write", "{'all':[" + archived + "," + admin + "]}");
    one.policy("deny", "record:write", "{'all':[" + archived + ",{'not':" + admin + "}]}");
    one.policy("allow", "record:delete", "{'all':[" + alice + "," + soft + "]}");
    return one;
  }

  static String json(String text) {
    return text.replace('\'', '"');
  }

  static String test(String attribute, String operator, String value) {
    return "{'attribute':'%s','operator':'%s','value':%s}".formatted(attribute, operator, value);
  }

  static String question(String subject, String action, String resource) {
    return "{'subject':" + subject + ",'action':" + action + ",'resource':" + resource + "}";
  }

  /** The object with one more member behind its others. */
  static String with(String object, String member) {
    return object.substring(0, object.length() - 1) + "," + member + "}";
  }

  void type(String name, String... actions) {
    api.put("/api/access/types/" + name, Body.of("actions", List.of(actions))).is(200);
  }

  void thing(String type, String id, String properties) {
    String path = "/api/access/things/" + type + "/" + id;
    api.put(path, json("{'properties':" + properties + "}")).is(200);
  }

  void policy(String effect, String permission, String condition) {
    String body = "{'name':'%s','effect':'%s','target':{'permissions':['%s']},'condition':%s}";
    String name = Fixtures.unique("Rule");
    api.post("/api/policies", json(body.formatted(name, effect, permission, condition))).is(201);
  }

  Answer call(String what, String body) {
    return api.post("/access/v1/" + what, json(body));
  }

  Answer evaluate(String body) {
    return call("evaluation", body);
  }

  boolean decision(String body) {
    return evaluate(body).is(200).json().getBoolean("decision");
  }

  boolean decision(String subject, String action, String resource) {
    return decision(question(subject, action, resource));
  }

  JsonArray batch(String body) {
    return call("evaluations", body).is(200).json().getJsonArray("evaluations");
  }

  List<Boolean> decisions(String body) {
    return batch(body).getValuesAs(JsonObject.class).stream()
        .map(answer -> answer.getBoolean("decision"))
        .toList();
  }

  JsonObject search(String what, String body) {
    return call("search/" + what, body).is(200).json();
  }

  /** Ids, or the names of actions. */
  List<String> found(String what, String body) {
    return found(search(what, body));
  }

  static List<String> found(JsonObject answer) {
    return answer.getJsonArray("results").getValuesAs(JsonObject.class).stream()
        .map(result -> result.getString(result.containsKey("id") ? "id" : "name"))
        .toList();
  }
}
