package org.freehold.plans.internal;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.plans.InvoiceDetails;
import org.freehold.plans.InvoiceId;
import org.freehold.plans.InvoiceLine;
import org.freehold.plans.Money;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;

/** What a tenant is asked to pay; never changed. */
@Entity
@Table(name = "invoice")
@IdClass(TenantRowKey.class)
public class Invoice {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;
  private int number;

  @Column(name = "issued_at")
  private Instant issuedAt;

  private String currency;

  @Column(name = "total_minor")
  private long totalMinor;

  @Convert(converter = JsonColumn.class)
  private String lines;

  protected Invoice() {}

  /** {@code number}: from 1 in each tenant. */
  Invoice(TenantId tenant, int number, String currency, List<BillLine> lines, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    this.number = number;
    this.currency = currency;
    issuedAt = now;
    totalMinor = lines.stream().mapToLong(BillLine::minor).sum();
    this.lines = JsonText.of(lines);
  }

  public InvoiceId id() {
    return new InvoiceId(id);
  }

  Instant issuedAt() {
    return issuedAt;
  }

  InvoiceDetails details() {
    List<InvoiceLine> told =
        JsonText.storedArray(lines).getValuesAs(JsonObject.class).stream()
            .map(line -> line(line).told(currency))
            .toList();
    return new InvoiceDetails(
        id(), number, issuedAt, Money.ofMinor(totalMinor, currency), told, null, null, null);
  }

  private static BillLine line(JsonObject line) {
    return new BillLine(
        line.getString("plan"),
        line.getString("text"),
        Instant.parse(line.getString("from")),
        Instant.parse(line.getString("to")),
        line.getJsonNumber("minor").longValueExact());
  }
}
