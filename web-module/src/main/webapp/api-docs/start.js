"use strict";

// The page's own address says which tenant it was opened for: /t/{slug}/api/docs.
SwaggerUIBundle({
  url: location.pathname.replace(/docs\/?$/, "openapi.json"),
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  persistAuthorization: false,
  validatorUrl: null,
});
