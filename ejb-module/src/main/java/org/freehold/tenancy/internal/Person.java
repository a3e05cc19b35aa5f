package org.freehold.tenancy.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;

/** One person, platform-wide, known by one email address in lower case. */
@Entity
@Table(schema = "control", name = "app_user")
public class Person {
  @Id private UUID id;
  private String email;
  private String name;
  private boolean active;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Person() {}

  public Person(String email, String name, Instant now) {
    id = Uuid7.next();
    this.email = normalised(email);
    this.name = name;
    active = true;
    createdAt = now;
    updatedAt = now;
  }

  public static String normalised(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  public UserId id() {
    return new UserId(id);
  }

  public String email() {
    return email;
  }

  public String name() {
    return name;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
