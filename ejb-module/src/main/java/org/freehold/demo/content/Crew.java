package org.freehold.demo.content;

import java.util.List;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;

/**
 * The people and teams of a demo tenant as they are in the database, by their numbers.
 *
 * @param people at least the first seven
 * @param teams at least the first two
 */
public record Crew(String slug, List<UserId> people, List<TeamId> teams) {
  UserId person(DemoPerson person) {
    return people.get(person.number());
  }

  Roster roster() {
    return Roster.ofSize(slug, people.size(), teams.size());
  }
}
