package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.freehold.access.ReleasedRole;
import org.freehold.access.ReleasedRoles;
import org.freehold.access.RoleFields;
import org.freehold.platform.ReleaseOperation;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;
import org.freehold.platform.json.SectionReader;

/** The section {@code roles} of the bundles of releases: how roles of the tenant's own are. */
@ApplicationScoped
public class RoleSection implements ReleaseOperation {
  private static final RecordReader READER =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());
  private static final SectionReader<Wanted> SECTION =
      new SectionReader<>(READER, "roles", Wanted.class);

  @Inject private RoleRehearsal rehearsal;
  @Inject private ReleasedRoles released;

  /** The section, within an object. */
  record Wanted(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid ReleasedRole> roles) {}

  /** What a release made of a role; null where there is none. */
  record Put(String name, RoleFields put, RoleFields before) {}

  /** What it made of all. */
  record Done(List<Put> roles) {}

  @Override
  public String section() {
    return SECTION.name();
  }

  @Override
  public String permission() {
    return "roles:write";
  }

  @Override
  public boolean inEachEnvironment() {
    return false;
  }

  @Override
  public List<Effect> effects(JsonValue section, String environment) {
    return rehearsal.effects(SECTION.read(section).roles());
  }

  @Override
  public JsonObject apply(JsonValue section, Delivery delivery) {
    List<Put> done = new ArrayList<>();
    for (ReleasedRole one : SECTION.read(section).roles()) {
      ReleasedRoles.Changed changed = released.put(one, delivery.authority());
      done.add(new Put(one.name(), changed.put(), changed.before()));
    }
    return JsonText.toObject(new Done(done));
  }

  /** The last first: one may be another's parent. */
  @Override
  public List<String> undo(JsonObject applied, Delivery delivery) {
    List<Put> done = new ArrayList<>(READER.read(Done.class, applied).roles());
    Collections.reverse(done);
    List<String> left = new ArrayList<>();
    for (Put one : done) {
      String why =
          released.takeBack(
              one.name(), new ReleasedRoles.Changed(one.put(), one.before()), delivery.authority());
      if (why != null) {
        left.add(why);
      }
    }
    return left;
  }
}
