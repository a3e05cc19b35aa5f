package org.freehold.demo.content;

import java.util.List;
import org.freehold.projects.DataClassification;

/**
 * A part of a business that projects are about.
 *
 * @param code begins the cost centre
 * @param compliance what an auditor asks for there
 */
record Area(
    String name,
    String department,
    String businessUnit,
    String code,
    String language,
    List<String> frameworks,
    DataClassification data,
    List<String> compliance) {
  private static final List<String> WEB = List.of("Lit", "Jakarta REST", "PostgreSQL");
  private static final List<String> SERVER = List.of("Jakarta EE", "PostgreSQL", "ActiveMQ");
  private static final List<String> DATA = List.of("Apache Arrow", "PostgreSQL", "dbt");
  private static final List<String> MOBILE = List.of("Jetpack Compose", "Ktor");
  private static final List<String> DEVICE = List.of("Tokio", "MQTT");
  private static final List<String> GDPR = List.of("GDPR");
  private static final List<String> MONEY = List.of("SOX", "PCI DSS");
  private static final List<String> HEALTH = List.of("HIPAA", "GDPR");
  private static final List<String> SECURE = List.of("ISO 27001", "SOC 2");
  private static final String ENGINEERING = "Engineering";
  private static final String FINANCE = "Finance";
  private static final String PRODUCT = "Product";
  private static final String OPERATIONS = "Operations";
  private static final String MARKETING = "Marketing";
  private static final String PEOPLE = "Human Resources";
  private static final String LEGAL = "Legal";
  private static final String SUPPORT = "Customer Support";
  private static final String DIGITAL = "Digital Products";
  private static final String CORPORATE = "Corporate Services";
  private static final String SUPPLY = "Supply Chain";

  static final List<Area> ALL =
      List.of(
          personal("Customer Portal", ENGINEERING, DIGITAL, "ENG", "TypeScript", WEB),
          money("Billing", FINANCE, CORPORATE, "FIN", "Java", SERVER),
          plain("Data Warehouse", "Data", CORPORATE, "DAT", "SQL", DATA),
          personal("Mobile App", ENGINEERING, DIGITAL, "ENG", "Kotlin", MOBILE),
          plain("Partner API", ENGINEERING, "Partnerships", "PAR", "Java", SERVER),
          secure("Single Sign-on", ENGINEERING, CORPORATE, "SEC", "Java", SERVER),
          money("Payments", FINANCE, DIGITAL, "FIN", "Java", SERVER),
          plain("Order Management", OPERATIONS, SUPPLY, "OPS", "Java", SERVER),
          plain("Inventory", OPERATIONS, SUPPLY, "OPS", "Java", SERVER),
          plain("Product Search", PRODUCT, DIGITAL, "PRD", "Java", SERVER),
          personal("Notification Centre", PRODUCT, DIGITAL, "PRD", "TypeScript", WEB),
          plain("Management Reporting", FINANCE, CORPORATE, "FIN", "SQL", DATA),
          money("Fraud Detection", FINANCE, DIGITAL, "RSK", "Python", DATA),
          personal("Support Desk", SUPPORT, "Service", "SUP", "TypeScript", WEB),
          plain("Content Library", MARKETING, "Brand", "MKT", "TypeScript", WEB),
          plain("Price Engine", PRODUCT, DIGITAL, "PRD", "Java", SERVER),
          personal("Loyalty Programme", MARKETING, "Brand", "MKT", "Kotlin", MOBILE),
          plain("Route Planning", OPERATIONS, SUPPLY, "LOG", "Python", DATA),
          personal("Employee Portal", PEOPLE, CORPORATE, "HRM", "TypeScript", WEB),
          secure("Document Archive", LEGAL, CORPORATE, "LEG", "Java", SERVER),
          plain("Public Website", MARKETING, "Brand", "MKT", "TypeScript", WEB),
          health("Claims Handling", OPERATIONS, "Insurance", "CLM", "Java", SERVER),
          money("Purchase Approval", FINANCE, CORPORATE, "PUR", "Java", SERVER),
          plain("Demand Forecast", "Data", SUPPLY, "DAT", "Python", DATA),
          personal("Recommendation Service", "Data", DIGITAL, "DAT", "Python", DATA),
          plain("Device Fleet", ENGINEERING, "Field Service", "IOT", "Rust", DEVICE),
          secure("Access Review", LEGAL, CORPORATE, "SEC", "Java", SERVER),
          personal("Consent Register", LEGAL, CORPORATE, "LEG", "Java", SERVER),
          plain("Knowledge Base", SUPPORT, "Service", "SUP", "TypeScript", WEB),
          plain("Event Backbone", ENGINEERING, "Platform", "PLT", "Java", SERVER),
          health("Appointment Booking", PRODUCT, "Health Services", "HLT", "Kotlin", MOBILE),
          plain("Developer Platform", ENGINEERING, "Platform", "PLT", "Go", List.of("Kubernetes")));

  private static Area plain(
      String name, String department, String unit, String code, String lang, List<String> tools) {
    return new Area(
        name, department, unit, code, lang, tools, DataClassification.NONE, SECURE.subList(0, 1));
  }

  private static Area secure(
      String name, String department, String unit, String code, String lang, List<String> tools) {
    return new Area(name, department, unit, code, lang, tools, DataClassification.NONE, SECURE);
  }

  private static Area personal(
      String name, String department, String unit, String code, String lang, List<String> tools) {
    return new Area(name, department, unit, code, lang, tools, DataClassification.PII, GDPR);
  }

  private static Area money(
      String name, String department, String unit, String code, String lang, List<String> tools) {
    return new Area(name, department, unit, code, lang, tools, DataClassification.FINANCIAL, MONEY);
  }

  private static Area health(
      String name, String department, String unit, String code, String lang, List<String> tools) {
    return new Area(name, department, unit, code, lang, tools, DataClassification.PHI, HEALTH);
  }
}
