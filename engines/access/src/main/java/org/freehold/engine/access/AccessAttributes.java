package org.freehold.engine.access;

import static org.freehold.engine.access.condition.AttributeType.ADDRESS;
import static org.freehold.engine.access.condition.AttributeType.FLAG;
import static org.freehold.engine.access.condition.AttributeType.ID;
import static org.freehold.engine.access.condition.AttributeType.IDS;
import static org.freehold.engine.access.condition.AttributeType.LEVEL;
import static org.freehold.engine.access.condition.AttributeType.MOMENT;
import static org.freehold.engine.access.condition.AttributeType.NUMBER;
import static org.freehold.engine.access.condition.AttributeType.SET;
import static org.freehold.engine.access.condition.AttributeType.TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.freehold.engine.access.condition.Attribute;
import org.freehold.engine.access.condition.AttributeCatalogue;
import org.freehold.engine.access.condition.AttributeType;

/** The attributes that policies can test, and where each comes from. */
public final class AccessAttributes {

  /** From the least secret. */
  public static final List<String> SECURITY_LEVELS =
      List.of("public", "internal", "confidential", "restricted");

  public static final List<String> CLASSIFICATIONS = List.of("none", "PII", "PHI", "financial");

  static final String MFA_AGE = "environment.mfa_age_seconds";
  static final String ADDRESS_NAME = "environment.address";
  static final String TIME = "environment.time";
  static final String SUBJECT = "subject.";
  static final String RESOURCE = "resource.";
  static final String RESOURCE_TYPE = "resource.type";
  static final String WORKSPACE = "resource.workspace";
  static final String TENANT_STATUS = "tenant.status";
  static final String TENANT_TIER = "tenant.tier";

  private static final String SUBJECT_PROPERTIES = "subject.properties.";
  private static final String ACTION_PROPERTIES = "action.properties.";
  private static final String RESOURCE_PROPERTIES = "resource.properties.";
  private static final String CONTEXT = "context.";

  private static final List<String> VISIBILITIES =
      List.of(Visibility.values()).stream().map(AccessAttributes::onTheWire).toList();
  private static final List<Attribute> NAMED = new ArrayList<>();
  private static final Map<String, AttributeReader> READERS = new LinkedHashMap<>();
  private static final AttributeCatalogue CATALOGUE;

  static {
    ofSubjectAndAction();
    ofResource();
    ofSurroundings();
    CATALOGUE =
        new AttributeCatalogue(
            NAMED, List.of(SUBJECT_PROPERTIES, ACTION_PROPERTIES, RESOURCE_PROPERTIES, CONTEXT));
  }

  private AccessAttributes() {}

  public static AttributeCatalogue catalogue() {
    return CATALOGUE;
  }

  /** Of an attribute that is neither a number nor the tenant's. */
  static AttributeReader reader(String name) {
    AttributeReader reader = READERS.get(name);
    return reader != null ? reader : property(name);
  }

  private static AttributeReader property(String name) {
    if (name.startsWith(RESOURCE_PROPERTIES)) {
      String member = name.substring(RESOURCE_PROPERTIES.length());
      return (AttributeReader.OfThing) facts -> facts.attributes().properties().get(member);
    }
    if (name.startsWith(SUBJECT_PROPERTIES)) {
      String member = name.substring(SUBJECT_PROPERTIES.length());
      return (subject, action, facts, env) -> subject.profile().properties().get(member);
    }
    if (name.startsWith(ACTION_PROPERTIES)) {
      String member = name.substring(ACTION_PROPERTIES.length());
      return (subject, action, facts, env) -> action.properties().get(member);
    }
    String member = name.substring(CONTEXT.length());
    return (subject, action, facts, env) -> env.context().get(member);
  }

  static double mfaAge(
      Subject subject, Action action, ResourceFacts facts, Environment environment) {
    return environment.mfaAgeSeconds() < 0 ? Double.NaN : environment.mfaAgeSeconds();
  }

  private static void ofSubjectAndAction() {
    oneOf("subject.kind", TEXT, List.of("user", "api_key"), "A person or a key");
    READERS.put("subject.kind", (s, a, f, e) -> kindOf(s));
    add(
        "subject.type",
        TEXT,
        "The kind, or what another system calls its own",
        (s, a, f, e) -> typeOf(s));
    add("subject.id", ID, "The person or the key", (s, a, f, e) -> idOf(s));
    add("subject.email", TEXT, "In lower case", (s, a, f, e) -> s.profile().email());
    add(
        "subject.email_domain",
        TEXT,
        "Behind the at sign, in lower case; of a key its maker's",
        (s, a, f, e) -> s.emailDomain());
    add("subject.roles", SET, "Held in the whole tenant, with parents", (s, a, f, e) -> s.roles());
    add("subject.teams", IDS, "Of the person or the key's maker", (s, a, f, e) -> s.teams());
    add("subject.tags", SET, "Tags of the person", (s, a, f, e) -> s.profile().tags());
    add("action.permission", TEXT, "As in projects:write", (s, a, f, e) -> a.code());
    add("action.resource", TEXT, "As in projects", (s, a, f, e) -> a.resource());
  }

  private static String kindOf(Subject subject) {
    return subject.kind() == Subject.Kind.USER ? "user" : "api_key";
  }

  private static String typeOf(Subject subject) {
    String external = subject.profile().externalType();
    return external != null ? external : kindOf(subject);
  }

  private static Object idOf(Subject subject) {
    String external = subject.profile().externalId();
    return external != null ? external : subject.id();
  }

  private static void ofResource() {
    thing(RESOURCE_TYPE, TEXT, "As in projects", ResourceFacts::resourceType);
    thing("resource.id", ID, "Of the thing", AccessAttributes::idOf);
    thing(WORKSPACE, ID, "Missing for a thing of the tenant", ResourceFacts::workspaceId);
    thing("resource.owner", ID, "The person who owns it", ResourceFacts::ownerId);
    thing("resource.team", ID, "The team that has it", ResourceFacts::teamId);
    oneOf("resource.visibility", TEXT, VISIBILITIES, "Who of its readers sees it");
    READERS.put(
        "resource.visibility",
        (AttributeReader.OfThing)
            facts ->
                facts.visibility() == null ? null : VISIBILITIES.get(facts.visibility().ordinal()));
    oneOf("resource.classification", TEXT, CLASSIFICATIONS, "Of the data in it");
    READERS.put(
        "resource.classification",
        (AttributeReader.OfThing) facts -> facts.attributes().classification());
    oneOf("resource.security_level", LEVEL, SECURITY_LEVELS, "How secret it is");
    READERS.put(
        "resource.security_level",
        (AttributeReader.OfThing) facts -> facts.attributes().securityLevel());
    thing("resource.status", TEXT, "As on the wire", facts -> facts.attributes().status());
    thing("resource.tags", SET, "Tags of the thing", facts -> facts.attributes().tags());
    thing(
        "resource.requires_approval",
        FLAG,
        "Whether changes of it need an approval",
        facts -> facts.attributes().requiresApproval());
  }

  private static Object idOf(ResourceFacts facts) {
    String external = facts.attributes().externalId();
    return external != null ? external : facts.id();
  }

  private static void ofSurroundings() {
    add(ADDRESS_NAME, ADDRESS, "From where the call came", (s, a, f, e) -> e.address());
    add(TIME, MOMENT, "When the call came", (s, a, f, e) -> e.now());
    NAMED.add(
        new Attribute(
            MFA_AGE, NUMBER, List.of(), 0, "Seconds since the second factor; missing for never"));
    oneOf(
        TENANT_STATUS,
        TEXT,
        List.of("pending", "trial", "active", "suspended", "archived"),
        "Of the tenant");
    NAMED.add(Attribute.of(TENANT_TIER, TEXT, "Of the tenant's plan"));
  }

  private static void thing(
      String name, AttributeType type, String description, AttributeReader.OfThing reader) {
    add(name, type, description, reader);
  }

  private static void add(
      String name, AttributeType type, String description, AttributeReader reader) {
    NAMED.add(Attribute.of(name, type, description));
    READERS.put(name, reader);
  }

  private static void oneOf(
      String name, AttributeType type, List<String> domain, String description) {
    NAMED.add(Attribute.oneOf(name, type, domain, description));
  }

  private static String onTheWire(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }
}
